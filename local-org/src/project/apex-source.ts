/** ApexClass and ApexTrigger of the Metadata API Developer Guide: what the -meta.xml beside the source says. */
import type {ApexClassSource} from './model.ts';
import {choiceOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** @param element the root of the -meta.xml, or `null` where there is none */
export function readApexSource(element: XmlElement | null, name: string, path: string, source: string): ApexClassSource {
  const status = element === null ? null : choiceOf(element, 'status', ['Active', 'Inactive', 'Deleted']);
  return {name, path, source, apiVersion: element === null ? null : wordOf(element, 'apiVersion'), status: status ?? 'Active'};
}
