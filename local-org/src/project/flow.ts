/** Flow of the Metadata API Developer Guide: its head, and its text for the flow loader. */
import type {FlowSource} from './model.ts';
import {textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readFlow(element: XmlElement, name: string, path: string, source: string): FlowSource {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    processType: wordOf(element, 'processType'),
    status: wordOf(element, 'status') ?? 'Draft',
    apiVersion: wordOf(element, 'apiVersion'),
    source,
  };
}
