/** Queries whose rows are groups: GROUP BY, or aggregate functions over all rows. */
import type {FieldPath, SelectItem, SoqlFunction, SoqlQuery} from '../../apex/syntax/soql-ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import {buildField, type FieldSpec} from '../schema/field-spec.ts';
import {idField} from '../schema/system-fields.ts';
import {valueKindOf} from './comparable.ts';
import {planCondition, type ConditionReader} from './plan-conditions.ts';
import {
  aggregateFunctions,
  type AggregateFunction,
  type AggregatePlan,
  type AggregateRef,
  type PlannedCondition,
  type PlannedOrder,
  type RowValue,
} from './planned-query.ts';
import type {Scope} from './resolve.ts';

type Value = RowValue | AggregateRef;

export function isAggregateFunction(name: string): boolean {
  return (aggregateFunctions as readonly string[]).includes(name.toUpperCase());
}

export function isAggregateQuery(query: SoqlQuery): boolean {
  return query.groupBy !== null || query.select.some((item) => item.kind === 'function' && isAggregateFunction(item.call.name.text));
}

export interface AggregateParts {
  readonly groupBy: readonly RowValue[];
  readonly having: PlannedCondition<Value> | null;
  readonly groupOrder: readonly PlannedOrder<Value>[];
  readonly result: SObjectDescriptor;
  readonly outputs: AggregatePlan['outputs'];
}

/** @param noSemiJoin what a semi-join in HAVING is answered with */
export function planAggregate(query: SoqlQuery, scope: Scope, noSemiJoin: ConditionReader<Value>['semiJoin']): AggregateParts | null {
  const {notes} = scope;
  if (query.groupBy !== null && query.groupBy.kind !== 'fields') {
    return notes.report('U704', `GROUP BY ${query.groupBy.kind.toUpperCase()} is not supported`, query.groupBy.span);
  }
  const groupBy = (query.groupBy?.items ?? []).map((item) => groupValue(item, scope));
  if (groupBy.includes(null)) return null;
  const groups = groupBy.filter((value) => value !== null);
  const outputs = planOutputs(query.select, scope, groups);
  if (outputs === null) return null;
  const value = (source: FieldPath | SoqlFunction): Value | null => groupedValue(source, scope, groups, outputs);
  const having = query.having === null ? null : planCondition<Value>(query.having, {scope, clause: 'HAVING', value, semiJoin: noSemiJoin});
  if (query.having !== null && having === null) return null;
  const groupOrder: PlannedOrder<Value>[] = [];
  for (const order of query.orderBy) {
    const ordered = value(order.field);
    if (ordered === null) return null;
    groupOrder.push({value: ordered, descending: order.descending, nullsFirst: order.nulls !== 'last'});
  }
  const specs = outputs.map((output) => output.spec);
  return {
    groupBy: groups,
    having,
    groupOrder,
    result: resultDescriptor(specs),
    outputs: outputs.map((output, index) => ({index: index + 1, value: output.value})),
  };
}

interface Output {
  readonly spec: FieldSpec;
  readonly value: Value;
}

function planOutputs(items: readonly SelectItem[], scope: Scope, groups: readonly RowValue[]): Output[] | null {
  const {notes} = scope;
  const outputs: Output[] = [];
  const aliases = new Set<string>();
  let unnamed = 0;
  for (const item of items) {
    if (item.kind !== 'field' && item.kind !== 'function')
      return notes.report('E717', 'A grouped query selects fields and functions alone', item.span);
    const source = item.kind === 'field' ? item.field : item.call;
    const value = groupedValue(source, scope, groups, []);
    if (value === null) return null;
    const implied = item.kind === 'field' ? (item.field.parts.at(-1)?.text ?? '') : `expr${unnamed}`;
    if (item.kind === 'function' && item.alias === null) unnamed++;
    const name = item.alias?.text ?? implied;
    if (aliases.has(name.toLowerCase())) return notes.report('E718', `duplicate alias: ${name}`, item.span);
    aliases.add(name.toLowerCase());
    outputs.push({spec: {...outputType(value), name}, value});
  }
  return outputs;
}

/** A function of the rows of a group, or one of the values by which they are grouped. */
function groupedValue(
  source: FieldPath | SoqlFunction,
  scope: Scope,
  groups: readonly RowValue[],
  outputs: readonly Output[],
): Value | null {
  const {notes} = scope;
  if (source.kind === 'function' && isAggregateFunction(source.name.text)) return aggregate(source, scope);
  const alias =
    source.kind === 'field' && source.parts.length === 1
      ? outputs.find((output) => output.spec.name.toLowerCase() === source.parts[0]?.text.toLowerCase())
      : undefined;
  if (alias !== undefined) return alias.value;
  const value = scope.rowValue(source);
  if (value === null) return null;
  if (!groups.some((group) => isSameValue(group, value))) {
    return notes.report('E719', `Field must be grouped or aggregated: ${nameOf(source)}`, source.span);
  }
  return value;
}

function nameOf(source: FieldPath | SoqlFunction): string {
  return source.kind === 'field' ? source.parts.map((part) => part.text).join('.') : source.name.text;
}

function isSameValue(left: RowValue, right: RowValue): boolean {
  if (left.kind !== right.kind) return false;
  if (left.kind === 'field' && right.kind === 'field') {
    return (
      left.field === right.field &&
      left.hops.length === right.hops.length &&
      left.hops.every((hop, at) => hop.lookup === right.hops[at]?.lookup)
    );
  }
  if (left.kind === 'field' || right.kind === 'field') return false;
  if (left.kind === 'date function' && right.kind === 'date function' && (left.name !== right.name || left.inUserZone !== right.inUserZone))
    return false;
  return isSameValue(left.argument, right.argument);
}

function groupValue(item: FieldPath | SoqlFunction, scope: Scope): RowValue | null {
  const value = scope.rowValue(item);
  if (value?.kind === 'field' && !isGroupable(value.field)) {
    return scope.notes.report('E720', `field '${value.field.name}' can not be grouped in a query call`, item.span);
  }
  return value;
}

/** Describe's `groupable` (SOQL and SOSL Reference, "GROUP BY": "Considerations"). */
export function isGroupable(field: FieldDescriptor): boolean {
  switch (field.type) {
    case 'Double':
    case 'Currency':
    case 'Percent':
    case 'Datetime':
    case 'Time':
    case 'LongTextArea':
    case 'RichTextArea':
    case 'MultiPicklist':
    case 'EncryptedString':
    case 'Base64':
    case 'Address':
    case 'Location':
    case 'AnyType':
      return false;
    default:
      return field.autoNumber === null;
  }
}

function aggregate(call: SoqlFunction, scope: Scope): AggregateRef | null {
  const name = call.name.text.toUpperCase() as AggregateFunction;
  const [source, ...more] = call.arguments;
  if (source === undefined) {
    if (name === 'COUNT') return {kind: 'aggregate', name, argument: null};
    return scope.notes.report('E721', `${name} takes one field`, call.span);
  }
  if ((source.kind !== 'field' && source.kind !== 'function') || more.length > 0)
    return scope.notes.report('E721', `${name} takes one field`, call.span);
  const argument = scope.rowValue(source);
  if (argument === null) return null;
  if (!isAggregatable(name, argument)) return refuseAggregate(scope, name, nameOf(source), call.span);
  return {kind: 'aggregate', name, argument};
}

function refuseAggregate(scope: Scope, name: string, field: string, span: Span): null {
  return scope.notes.report('E722', `field ${field} does not support aggregate operator ${name}`, span);
}

function isAggregatable(name: AggregateFunction, value: RowValue): boolean {
  if (value.kind !== 'field') return name === 'COUNT' || name === 'COUNT_DISTINCT';
  const kind = valueKindOf(value.field);
  const {type} = value.field;
  if (kind === null || type === 'LongTextArea' || type === 'RichTextArea') return false;
  if (name === 'SUM' || name === 'AVG') return kind === 'decimal' || kind === 'integer';
  if (name === 'MIN' || name === 'MAX') return kind !== 'boolean' && type !== 'MultiPicklist';
  return true;
}

function outputType(value: Value): Omit<FieldSpec, 'name'> {
  switch (value.kind) {
    case 'field':
      return fieldType(value.field);
    case 'label':
      return {type: 'String'};
    case 'date function':
      return {type: value.name === 'DAY_ONLY' ? 'Date' : 'Integer'};
    case 'aggregate':
      if (value.name === 'COUNT' || value.name === 'COUNT_DISTINCT') return {type: 'Integer'};
      if (value.name === 'MIN' || value.name === 'MAX') return value.argument === null ? {type: 'Integer'} : outputType(value.argument);
      return {type: 'Double'};
  }
}

function fieldType(field: FieldDescriptor): Omit<FieldSpec, 'name'> {
  // References give their Id; the relationship itself isn't part of the result.
  return {type: field.type, valueType: field.valueType, relationshipName: null, picklist: field.picklist};
}

function resultDescriptor(specs: readonly FieldSpec[]): SObjectDescriptor {
  const fields = [idField('Aggregate Result'), ...specs].map(buildField);
  return {
    name: 'AggregateResult',
    key: 'aggregateresult',
    label: 'Aggregate Result',
    labelPlural: 'Aggregate Result',
    kind: 'standard',
    keyPrefix: null,
    fields,
    fieldsByKey: new Map(fields.map((field) => [field.key, field])),
    refusedFields: new Set(),
    lookupFilters: [],
    parentsByKey: new Map(),
    childRelationships: [],
    sharingModel: 'Read',
    nameField: null,
    recordTypes: [],
    fieldSets: [],
    validationRules: [],
    publishBehavior: null,
    description: null,
  };
}
