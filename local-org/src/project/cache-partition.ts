/** PlatformCachePartition of the Metadata API Developer Guide. */
import type {CachePartition} from './model.ts';
import {booleanOf, textOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readCachePartition(element: XmlElement, name: string, path: string): CachePartition {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'masterLabel') ?? name,
    description: textOf(element, 'description'),
    isDefault: booleanOf(element, 'isDefaultPartition', false),
  };
}
