import {isOrdered, type KeyRange} from '../tables/ordered-index.ts';
import type {Table} from '../tables/table.ts';
import {ownComparisons} from './candidates.ts';
import {keyRanges} from './key-ranges.ts';
import type {Operands} from './operands.ts';
import type {PlannedRows} from './planned-query.ts';

const ALL: KeyRange = {from: -Infinity, to: Infinity};

/**
 * For `ORDER BY … LIMIT`: Ids in the order of the first field that the query orders by, those with about the same value at a time, so that whoever has enough rows
 * can stop. Null where there is no index for it, or where rows with an empty field, which have their place in the order too, may be among those that are wanted.
 */
export function readInOrder(table: Table, {where, orderBy}: PlannedRows, operands: Operands): Iterable<ReadonlySet<string>> | null {
  const [first] = orderBy;
  if (!table.isLarge || first?.value.kind !== 'field' || first.value.hops.length > 0 || !isOrdered(first.value.field)) return null;
  const {field} = first.value;
  const ranges = ownComparisons(where)
    .filter(({left}) => left.field === field)
    .flatMap((comparison) => hull(keyRanges(field, comparison.operator, operands.of(comparison)) ?? []));
  const index = table.orderedIndex(field);
  if (ranges.length === 0 && index.size < table.size) return null;
  return index.read(narrowest(ranges), first.descending ? 'descending' : 'ascending');
}

/** From the lowest to the highest of them. */
function hull(ranges: readonly KeyRange[]): readonly KeyRange[] {
  if (ranges.length === 0) return [];
  return [{from: Math.min(...ranges.map(({from}) => from)), to: Math.max(...ranges.map(({to}) => to))}];
}

/** What several ranges have in common. */
function narrowest(ranges: readonly KeyRange[]): KeyRange {
  return ranges.reduce((common, {from, to}) => ({from: Math.max(common.from, from), to: Math.min(common.to, to)}), ALL);
}
