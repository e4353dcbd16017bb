import {Decimal} from '../../apex/runtime/decimal.ts';
import type {FieldDescriptor} from '../descriptor.ts';
import {minuteOf, orderKey, type KeyRange} from '../tables/ordered-index.ts';
import type {Comparable} from './comparable.ts';
import type {Operand} from './operands.ts';
import type {PlannedComparison} from './planned-query.ts';

/** The ranges of an ordered index outside of which a comparison can't be true; null where empty values meet it, or where it says nothing about order. */
export function keyRanges(
  field: FieldDescriptor,
  operator: PlannedComparison<unknown>['operator'],
  operand: Operand,
): readonly KeyRange[] | null {
  const key = (value: Comparable | null): number | null => keyOf(field, value);
  if (operand.kind === 'many') {
    if (operator !== 'in' && operator !== '=') return null;
    const keys = operand.values.map(key);
    return keys.every((each) => each !== null) ? keys.map((each) => ({from: each, to: each})) : null;
  }
  const [from, to] = operand.kind === 'period' ? [key(operand.from), key(operand.to)] : [key(operand.value), key(operand.value)];
  if (from === null || to === null) return null;
  switch (operator) {
    case '=':
    case 'in':
      return [{from, to}];
    case '<':
    case '<=':
      return [{from: -Infinity, to}];
    case '>':
    case '>=':
      return [{from, to: Infinity}];
    default:
      return null;
  }
}

function keyOf({valueType}: FieldDescriptor, value: Comparable | null): number | null {
  if (typeof value === 'number' && valueType === 'Datetime') return minuteOf(value);
  return typeof value === 'number' || value instanceof Decimal ? orderKey(value) : null;
}
