/** ValidationRule of the Metadata API Developer Guide. */
import type {ValidationRule} from './object-model.ts';
import {booleanOf, child, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readValidationRule(element: XmlElement, name: string, path: string): ValidationRule {
  return {
    name,
    path,
    line: element.line,
    active: booleanOf(element, 'active', false),
    description: textOf(element, 'description'),
    errorConditionFormula: textOf(element, 'errorConditionFormula') ?? '',
    formulaLine: child(element, 'errorConditionFormula')?.line ?? element.line,
    errorMessage: textOf(element, 'errorMessage') ?? '',
    errorDisplayField: wordOf(element, 'errorDisplayField'),
  };
}
