/** CustomMetadata of the Metadata API Developer Guide: one record of a custom metadata type. */
import type {CustomMetadataFieldValue, CustomMetadataRecord, CustomMetadataValue} from './model.ts';
import {booleanOf, child, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** @param fullName `Lifecycle_Policy.Default`, the name of the file */
export function readCustomMetadata(element: XmlElement, fullName: string, path: string): CustomMetadataRecord {
  const dot = fullName.indexOf('.');
  const developerName = fullName.slice(dot + 1);
  return {
    type: `${fullName.slice(0, dot)}__mdt`,
    developerName,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? developerName,
    protected: booleanOf(element, 'protected', false),
    values: childrenOf(element, 'values').map(readValue),
  };
}

function readValue(element: XmlElement): CustomMetadataFieldValue {
  const value = child(element, 'value');
  const xsdType = value?.attributes['xsi:type']?.replace(/^.*:/, '') ?? null;
  return {
    field: wordOf(element, 'field') ?? '',
    value: value === null ? {kind: 'null'} : typedValue(value, xsdType),
    xsdType,
    line: element.line,
  };
}

/** An empty text is no value, as in any field of a record. */
function typedValue({text, attributes}: XmlElement, xsdType: string | null): CustomMetadataValue {
  if (text === '' || attributes['xsi:nil'] === 'true') return {kind: 'null'};
  switch (xsdType) {
    case 'boolean':
      return {kind: 'boolean', value: text.trim() === 'true' || text.trim() === '1'};
    case 'int':
    case 'integer':
    case 'long':
    case 'decimal':
    case 'double':
    case 'float':
      return {kind: 'number', text: text.trim()};
    case 'date':
      return {kind: 'date', text: text.trim()};
    case 'dateTime':
      return {kind: 'datetime', text: text.trim()};
    case 'time':
      return {kind: 'time', text: text.trim()};
    default:
      return {kind: 'string', text};
  }
}
