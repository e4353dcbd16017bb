/**
 * Conditions as functions over rows. SOQL's logic has two values: a comparison with an empty field is true or false, never unknown
 * (`!=` and `NOT IN` find empty fields, `<` and `LIKE` don't).
 */
import {areEqual, comparable, comparableKey, compare, type Comparable, type ValueKind} from './comparable.ts';
import type {Operand, Operands} from './operands.ts';
import type {PlannedComparison, PlannedCondition} from './planned-query.ts';

export type Predicate<Row> = (row: Row) => boolean;

/** @param read the Apex value of what stands on the left */
export function predicate<Value, Row>(
  condition: PlannedCondition<Value>,
  operands: Operands,
  read: (value: Value, row: Row) => unknown,
): Predicate<Row> {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.conditions.map((part) => predicate(part, operands, read));
      return (row) => parts.every((part) => part(row));
    }
    case 'or': {
      const parts = condition.conditions.map((part) => predicate(part, operands, read));
      return (row) => parts.some((part) => part(row));
    }
    case 'not': {
      const inner = predicate(condition.condition, operands, read);
      return (row) => !inner(row);
    }
    case 'comparison': {
      const operand = operands.of(condition);
      const {left, valueKind, isMultiSelect} = condition;
      const test = isMultiSelect ? selectionTester(condition.operator, valueKind, operand) : tester(condition.operator, valueKind, operand);
      return (row) => test(comparable(valueKind, read(left, row)));
    }
  }
}

type Test = (value: Comparable | null) => boolean;

function tester(operator: PlannedComparison<unknown>['operator'], kind: ValueKind, operand: Operand): Test {
  if (operand.kind === 'period') return periodTester(operator, operand.from, operand.to);
  const values = operand.kind === 'many' ? operand.values : [operand.value];
  switch (operator) {
    case '=':
    case 'in':
      return equalToAny(values);
    case '!=':
    case 'not in':
      return negate(equalToAny(values));
    case '<':
      return ordered(values, (order) => order < 0);
    case '<=':
      return ordered(values, (order) => order <= 0);
    case '>':
      return ordered(values, (order) => order > 0);
    case '>=':
      return ordered(values, (order) => order >= 0);
    case 'like': {
      const patterns = values.map((value) => (typeof value === 'string' ? likePattern(value, kind === 'exact text') : null));
      return (value) => typeof value === 'string' && patterns.some((pattern) => pattern?.test(value) === true);
    }
    case 'includes':
      return includesAny(values);
    case 'excludes':
      return negate(includesAny(values));
  }
}

/** `= 'A;B'` finds "AAA and BBB selected (exact match)" (SOQL and SOSL Reference, "Query Multi-Select Picklists"), in whichever order. */
function selectionTester(operator: PlannedComparison<unknown>['operator'], kind: ValueKind, operand: Operand): Test {
  if (operand.kind === 'period' || operator === 'includes' || operator === 'excludes') return tester(operator, kind, operand);
  const sorted: Operand =
    operand.kind === 'many' ? {...operand, values: operand.values.map(inAnyOrder)} : {...operand, value: inAnyOrder(operand.value)};
  const test = tester(operator, kind, sorted);
  return (value) => test(inAnyOrder(value));
}

function inAnyOrder(value: Comparable | null): Comparable | null {
  return typeof value === 'string' ? value.split(';').sort().join(';') : value;
}

function negate(test: Test): Test {
  return (value) => !test(value);
}

function equalToAny(values: readonly (Comparable | null)[]): Test {
  const [only = null] = values;
  if (values.length === 1) return (value) => areEqual(value, only);
  const keys = new Set(values.map(comparableKey));
  return (value) => keys.has(comparableKey(value));
}

function ordered(values: readonly (Comparable | null)[], isIn: (order: number) => boolean): Test {
  const [bound = null] = values;
  return (value) => value !== null && bound !== null && isIn(compare(value, bound));
}

function periodTester(operator: PlannedComparison<unknown>['operator'], from: Comparable, to: Comparable): Test {
  const isIn: Test = (value) => value !== null && compare(value, from) >= 0 && compare(value, to) < 0;
  switch (operator) {
    case '=':
      return isIn;
    case '!=':
      return negate(isIn);
    case '<':
      return (value) => value !== null && compare(value, from) < 0;
    case '<=':
      return (value) => value !== null && compare(value, to) < 0;
    case '>':
      return (value) => value !== null && compare(value, to) >= 0;
    case '>=':
      return (value) => value !== null && compare(value, from) >= 0;
    default:
      return () => false;
  }
}

/** `%` is any text, `_` any one character; a backslash takes away their meaning. Case doesn't matter, save for fields that tell it. */
export function likePattern(pattern: string, isExact: boolean): RegExp {
  const source = (isExact ? pattern : pattern.toUpperCase()).replaceAll(/\\[%_\\]|[%_]|[\\^$.*+?()[\]{}|/]/g, (part) => {
    if (part === '%') return '.*';
    if (part === '_') return '.';
    const text = part.length === 2 ? part.charAt(1) : part;
    return /[\\^$.*+?()[\]{}|/]/.test(text) ? `\\${text}` : text;
  });
  return new RegExp(`^${source}$`, 'su');
}

/** `INCLUDES ('A;B', 'C')`: both A and B, or C. */
function includesAny(values: readonly (Comparable | null)[]): Test {
  const wanted = values.map((value) => (typeof value === 'string' ? value.split(';') : []));
  return (value) => {
    const selected = new Set(typeof value === 'string' ? value.split(';') : []);
    return wanted.some((all) => all.length > 0 && all.every((item) => selected.has(item)));
  };
}
