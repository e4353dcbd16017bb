/** LightningComponentBundle of the Metadata API Developer Guide: the folder of a Lightning web component. */
import type {LightningBundle} from './model.ts';
import {booleanOf, child, wordOf, wordsOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** @param files paths of the bundle's files, relative to its folder */
export function readLightningBundle(element: XmlElement, name: string, path: string, files: readonly string[]): LightningBundle {
  const targets = child(element, 'targets');
  return {
    name,
    path,
    line: element.line,
    files,
    apiVersion: wordOf(element, 'apiVersion'),
    isExposed: booleanOf(element, 'isExposed', false),
    targets: targets === null ? [] : wordsOf(targets, 'target'),
  };
}
