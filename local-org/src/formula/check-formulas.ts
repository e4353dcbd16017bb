/** All formulas of a project, checked when it is loaded: what a deployment would refuse, and what local-org lacks. */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {NOWHERE} from '../diagnostics/source-location.ts';
import type {CustomField, CustomObject, Project} from '../project/model.ts';
import type {Schema, SObjectDescriptor} from '../data/descriptor.ts';
import {compileFormula, type FormulaResult} from './compile-formula.ts';
import {defaultOptions, fieldOptions} from './org-formulas.ts';

export function checkFormulas(project: Pick<Project, 'objects'>, schema: Schema): Diagnostic[] {
  return project.objects.flatMap((source) => {
    const object = schema.object(source.name);
    if (object === null || object.kind === 'signature only') return [];
    return [...checkRules(source, object, schema), ...source.fields.flatMap((field) => checkField(field, object, schema))];
  });
}

function checkRules(source: CustomObject, object: SObjectDescriptor, schema: Schema): Diagnostic[] {
  return source.validationRules
    .filter((rule) => rule.active)
    .flatMap((rule) => {
      const formula = rule.errorConditionFormula;
      const result = compileFormula(formula, object, schema, {type: 'boolean'});
      return diagnostics(result, `Validation rule ${object.name}.${rule.name}`, formula, rule.path, rule.formulaLine);
    });
}

function checkField(field: CustomField, object: SObjectDescriptor, schema: Schema): Diagnostic[] {
  const descriptor = object.fieldsByKey.get(field.name.toLowerCase());
  if (descriptor === undefined || field.type === null) return [];
  if (field.formula !== null) {
    const result = compileFormula(field.formula, object, schema, fieldOptions(descriptor));
    return diagnostics(result, `Formula field ${object.name}.${field.name}`, field.formula, field.path, field.line);
  }
  if (field.defaultValue === null || field.type === 'Checkbox') return [];
  const result = compileFormula(field.defaultValue, object, schema, defaultOptions(descriptor));
  return diagnostics(result, `Default value of ${object.name}.${field.name}`, field.defaultValue, field.path, field.line);
}

/** @param line of the first line of the formula, or of the component that holds it */
function diagnostics(result: FormulaResult, name: string, formula: string, path: string, line: number): Diagnostic[] {
  return result.problems.map(({code, message, at}) => {
    const before = formula.slice(0, at).split('\n');
    const place = {...NOWHERE, line: line + before.length - 1, column: (before.at(-1)?.length ?? 0) + 1};
    return {code, message: `${name}: ${message}`, path, span: place};
  });
}
