/** RecordType of the Metadata API Developer Guide. */
import type {RecordType} from './object-model.ts';
import {percentDecoded} from './component-name.ts';
import {booleanOf, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readRecordType(element: XmlElement, name: string, path: string): RecordType {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    active: booleanOf(element, 'active', false),
    description: textOf(element, 'description'),
    businessProcess: wordOf(element, 'businessProcess'),
    picklistValues: childrenOf(element, 'picklistValues').map((picklist) => ({
      picklist: wordOf(picklist, 'picklist') ?? '',
      values: childrenOf(picklist, 'values').map((value) => ({
        fullName: percentDecoded(textOf(value, 'fullName') ?? ''),
        default: booleanOf(value, 'default', false),
      })),
    })),
  };
}
