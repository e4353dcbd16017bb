/** CustomPermission of the Metadata API Developer Guide. */
import type {CustomPermission} from './model.ts';
import {childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readCustomPermission(element: XmlElement, name: string, path: string): CustomPermission {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    description: textOf(element, 'description'),
    requiredPermissions: childrenOf(element, 'requiredPermission').map((item) => wordOf(item, 'customPermission') ?? ''),
  };
}
