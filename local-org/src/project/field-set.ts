/** FieldSet of the Metadata API Developer Guide. */
import type {FieldSet, FieldSetMember} from './object-model.ts';
import {booleanOf, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readFieldSet(element: XmlElement, name: string, path: string): FieldSet {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    description: textOf(element, 'description'),
    displayedFields: childrenOf(element, 'displayedFields').map(readMember),
    availableFields: childrenOf(element, 'availableFields').map(readMember),
  };
}

function readMember(element: XmlElement): FieldSetMember {
  return {field: wordOf(element, 'field') ?? '', isRequired: booleanOf(element, 'isRequired', false)};
}
