/** WHERE and HAVING: what is compared, and with values of which type. */
import {ApexDate} from '../../apex/runtime/date.ts';
import {Decimal} from '../../apex/runtime/decimal.ts';
import {normalizeId} from '../../apex/runtime/id.ts';
import type {Bind, Condition, FieldPath, SoqlFunction, SoqlLiteral, SoqlQuery, SoqlValue} from '../../apex/syntax/soql-ast.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import {valueKindOf, type Comparable, type ValueKind} from './comparable.ts';
import {periodOf} from './date-periods.ts';
import type {AggregateRef, Comparand, PlannedComparison, PlannedCondition, RowValue} from './planned-query.ts';
import {words, type PlanNotes} from './problems.ts';
import type {Scope} from './resolve.ts';

export interface ConditionReader<Value extends RowValue | AggregateRef> {
  readonly scope: Scope;
  readonly clause: 'WHERE' | 'HAVING';
  value(source: FieldPath | SoqlFunction): Value | null;
  /** Plans the query of a semi-join. */
  semiJoin(query: SoqlQuery, left: FieldDescriptor, span: Span): Comparand | null;
}

export function planCondition<Value extends RowValue | AggregateRef>(
  condition: Condition,
  reader: ConditionReader<Value>,
  isUnderOr = false,
): PlannedCondition<Value> | null {
  switch (condition.kind) {
    case 'and':
    case 'or': {
      const parts = condition.conditions.map((part) => planCondition(part, reader, isUnderOr || condition.kind === 'or'));
      return parts.includes(null) ? null : {kind: condition.kind, conditions: parts.filter((part) => part !== null)};
    }
    case 'not': {
      const inner = planCondition(condition.condition, reader, isUnderOr);
      return inner === null ? null : {kind: 'not', condition: inner};
    }
    case 'comparison':
      return planComparison(condition, reader, isUnderOr);
  }
}

type Comparison = Extract<Condition, {kind: 'comparison'}>;

function planComparison<Value extends RowValue | AggregateRef>(
  condition: Comparison,
  reader: ConditionReader<Value>,
  isUnderOr: boolean,
): PlannedComparison<Value> | null {
  const left = reader.value(condition.left);
  if (left === null) return null;
  const {notes} = reader.scope;
  const compared = comparedField(left);
  const valueKind = compared === null ? null : valueKindOf(compared);
  if (compared === null || valueKind === null) return refuseFilter(notes, compared?.name ?? '', condition.span);
  if (left.kind === 'field' && !isFilterable(left.field)) return refuseFilter(notes, left.field.name, condition.span);
  if (!isOperatorAllowed(condition.operator, compared, valueKind, notes, condition.span)) return null;
  const isMultiSelect = compared.type === 'MultiPicklist';
  if (condition.right.kind === 'subquery') {
    if (isUnderOr) return notes.report('E709', "Semi join sub-selects are not allowed with the 'OR' operator", condition.right.span);
    const right = reader.semiJoin(condition.right.query, compared, condition.right.span);
    return right === null ? null : {kind: 'comparison', left, operator: condition.operator, valueKind, isMultiSelect, right};
  }
  const right = comparand(condition.right, condition, compared, valueKind, notes);
  return right === null ? null : {kind: 'comparison', left, operator: condition.operator, valueKind, isMultiSelect, right};
}

function refuseFilter(notes: PlanNotes, name: string, span: Span): null {
  return notes.report('E706', `field '${name}' can not be filtered in a query call`, span);
}

/** The field by whose type values are compared; functions give whole numbers (or days), `COUNT` too. */
function comparedField(value: RowValue | AggregateRef): FieldDescriptor | null {
  switch (value.kind) {
    case 'field':
      return value.field;
    case 'label':
      return value.argument.field;
    case 'date function':
      return value.name === 'DAY_ONLY' ? {...value.argument.field, valueType: 'Date'} : {...value.argument.field, valueType: 'Integer'};
    case 'aggregate': {
      const inner = value.argument === null ? null : comparedField(value.argument);
      if (value.name === 'MIN' || value.name === 'MAX') return inner;
      const valueType = value.name === 'SUM' || value.name === 'AVG' ? 'Decimal' : 'Integer';
      return {...(inner ?? countField), name: value.name, valueType};
    }
  }
}

const countField = {name: 'COUNT', type: 'Integer', valueType: 'Integer'} as FieldDescriptor;

/** Describe's `filterable` (SOQL and SOSL Reference, "fieldExpression"): not long text, files and compound fields. */
export function isFilterable(field: FieldDescriptor): boolean {
  return field.type !== 'LongTextArea' && field.type !== 'RichTextArea' && field.type !== 'EncryptedString' && valueKindOf(field) !== null;
}

function isOperatorAllowed(
  operator: Comparison['operator'],
  field: FieldDescriptor,
  kind: ValueKind,
  notes: PlanNotes,
  span: Span,
): boolean {
  const isMulti = field.type === 'MultiPicklist';
  if (operator === 'includes' || operator === 'excludes') {
    if (!isMulti) notes.report('E707', `Invalid operator on field '${field.name}': ${operator} is for multi-select picklists`, span);
    return isMulti;
  }
  if (operator === 'like' && kind !== 'text' && kind !== 'exact text') {
    notes.report('E707', `invalid operator on ${kind} field '${field.name}': LIKE`, span);
    return false;
  }
  const isOrder = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (isOrder && (kind === 'boolean' || isMulti || (kind === 'id' && field.type === 'Reference' && field.referenceTo.length === 0))) {
    notes.report('E707', `invalid operator on ${kind} field '${field.name}': ${operator}`, span);
    return false;
  }
  return true;
}

function comparand(
  right: Exclude<SoqlValue, {kind: 'subquery'}>,
  condition: Comparison,
  field: FieldDescriptor,
  kind: ValueKind,
  notes: PlanNotes,
): Comparand | null {
  const {operator} = condition;
  const wantsList = operator === 'in' || operator === 'not in' || operator === 'includes' || operator === 'excludes';
  if (right.kind === 'list') {
    if (!wantsList) return notes.report('E708', `A list of values can't follow ${operator}`, right.span);
    const items = right.values.map((item) => single(item, operator, field, kind, notes, 'scalar'));
    return items.includes(null) ? null : {kind: 'list', items: items.filter((item) => item !== null)};
  }
  if (wantsList && right.kind !== 'bind')
    return notes.report('E708', `${operator.toUpperCase()} needs a list of values in parentheses`, right.span);
  return single(right, operator, field, kind, notes, wantsList ? 'collection' : 'scalar');
}

function single(
  right: SoqlLiteral | Bind,
  operator: Comparison['operator'],
  field: FieldDescriptor,
  kind: ValueKind,
  notes: PlanNotes,
  use: 'scalar' | 'collection',
): Comparand | null {
  if (right.kind === 'bind') {
    notes.noteBind(right.index, {kind: use, valueType: field.valueType});
    return {kind: 'bind', index: right.index};
  }
  if (right.kind === 'null') return {kind: 'value', value: null};
  if (right.kind === 'date literal') return dateLiteral(right, field, kind, notes);
  if (right.kind === 'string' && operator === 'like') return {kind: 'value', value: right.pattern};
  if (right.kind === 'string' && right.value === '' && kind !== 'boolean') return {kind: 'value', value: null};
  const value = literalValue(right, kind);
  if (value !== undefined) return {kind: 'value', value};
  if (kind === 'id' && right.kind === 'string') return notes.report('E710', `invalid ID field: ${right.value}`, right.span);
  return notes.report('E710', words.wrongType(field, kind === 'text' || kind === 'exact text' || kind === 'id'), right.span);
}

function dateLiteral(
  literal: Extract<SoqlLiteral, {kind: 'date literal'}>,
  field: FieldDescriptor,
  kind: ValueKind,
  notes: PlanNotes,
): Comparand | null {
  if (kind !== 'date' && kind !== 'datetime') {
    return notes.report('E710', words.wrongType(field, kind === 'text' || kind === 'exact text' || kind === 'id'), literal.span);
  }
  if (periodOf(literal.name, literal.n, new ApexDate(0)) === null) {
    return notes.report('E711', `${literal.name}${literal.n === null ? '' : `:${literal.n}`} is no date literal`, literal.span);
  }
  return {kind: 'period', name: literal.name, n: literal.n ?? Number.NaN};
}

/** Undefined where the literal is of another type than the field. */
function literalValue(literal: SoqlLiteral, kind: ValueKind): Comparable | undefined {
  switch (kind) {
    case 'text':
      return literal.kind === 'string' ? literal.value.toUpperCase() : undefined;
    case 'exact text':
      return literal.kind === 'string' ? literal.value : undefined;
    case 'id':
      return literal.kind === 'string' ? (normalizeId(literal.value) ?? undefined) : undefined;
    case 'boolean':
      return literal.kind === 'boolean' ? literal.value : undefined;
    case 'integer':
      return literal.kind === 'number' ? Number(literal.text) : undefined;
    case 'decimal':
      return literal.kind === 'number' ? (Decimal.parse(literal.text) ?? undefined) : undefined;
    case 'date':
      return literal.kind === 'date' ? ApexDate.parseIso(literal.text)?.days : undefined;
    case 'datetime':
      return literal.kind === 'datetime' ? instantOf(literal.text) : undefined;
    case 'time':
      return literal.kind === 'time' ? timeOf(literal.text) : undefined;
  }
}

/** `2026-11-22T10:00:00Z`, `2026-11-22T10:00:00.000+01:00`. */
function instantOf(text: string): number | undefined {
  const epoch = Date.parse(text.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
  return Number.isNaN(epoch) ? undefined : epoch;
}

function timeOf(text: string): number | undefined {
  const epoch = instantOf(`1970-01-01T${text.endsWith('Z') ? text : `${text}Z`}`);
  return epoch;
}
