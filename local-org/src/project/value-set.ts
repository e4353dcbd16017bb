/** GlobalValueSet and StandardValueSet of the Metadata API Developer Guide. */
import {readPicklistValue} from './custom-field.ts';
import type {StandardPicklistValue, ValueSetFile} from './model.ts';
import {booleanOf, childrenOf, numberOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readValueSet(element: XmlElement, name: string, path: string): ValueSetFile {
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'masterLabel') ?? name,
    sorted: booleanOf(element, 'sorted', false),
    values: [...childrenOf(element, 'customValue'), ...childrenOf(element, 'standardValue')].map(readValue),
  };
}

function readValue(element: XmlElement): StandardPicklistValue {
  return {
    ...readPicklistValue(element),
    closed: booleanOf(element, 'closed', false),
    converted: booleanOf(element, 'converted', false),
    won: booleanOf(element, 'won', false),
    probability: numberOf(element, 'probability'),
    forecastCategory: wordOf(element, 'forecastCategory'),
  };
}
