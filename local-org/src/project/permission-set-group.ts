/** PermissionSetGroup of the Metadata API Developer Guide. */
import type {PermissionSetGroup} from './model.ts';
import {textOf, wordsOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readPermissionSetGroup(element: XmlElement, name: string, path: string): PermissionSetGroup {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    description: textOf(element, 'description'),
    permissionSets: wordsOf(element, 'permissionSets'),
    mutingPermissionSets: wordsOf(element, 'mutingPermissionSets'),
  };
}
