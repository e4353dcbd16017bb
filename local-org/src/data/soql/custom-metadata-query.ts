/**
 * What queries of custom metadata types lack (SOQL and SOSL Reference, "SOQL Object Limits and Limitations"; Salesforce Help, "Custom Metadata Types
 * Limitations"): "OR can't be used as a compound filter when child filters are on two different columns", "You can use ORDER BY only with non-relationship
 * fields", and there is no GROUP BY. The words are those that the Tooling API documents for its virtual entities.
 */
import type {Condition, SoqlFunction, FieldPath, SoqlQuery} from '../../apex/syntax/soql-ast.ts';
import {isAggregateQuery} from './plan-aggregate.ts';
import type {PlanNotes} from './problems.ts';

export function checkCustomMetadataQuery(query: SoqlQuery, isCount: boolean, notes: PlanNotes): void {
  if (!isCount && isAggregateQuery(query)) {
    const message =
      'The requested operation is not yet supported by this SObject storage type, contact salesforce.com support for more information.';
    notes.report('E729', message, query.span);
  }
  if (query.where !== null) checkDisjunctions(query.where, notes);
  for (const {field, span} of query.orderBy) {
    if (columnOf(field).includes('.')) notes.report('E729', 'Custom metadata types are not sorted by fields of their relationships', span);
  }
}

function checkDisjunctions(condition: Condition, notes: PlanNotes): void {
  switch (condition.kind) {
    case 'comparison':
      return;
    case 'not':
      checkDisjunctions(condition.condition, notes);
      return;
    case 'or':
      if (columnsOf(condition).size > 1) notes.report('E729', 'Disjunctions not supported', condition.span);
      return;
    case 'and':
      for (const part of condition.conditions) checkDisjunctions(part, notes);
  }
}

function columnsOf(condition: Condition): ReadonlySet<string> {
  switch (condition.kind) {
    case 'comparison':
      return new Set([columnOf(condition.left)]);
    case 'not':
      return columnsOf(condition.condition);
    case 'and':
    case 'or':
      return new Set(condition.conditions.flatMap((part) => [...columnsOf(part)]));
  }
}

function columnOf(value: FieldPath | SoqlFunction): string {
  return 'parts' in value ? value.parts.map(({text}) => text.toLowerCase()).join('.') : '';
}
