/**
 * Rows that `Database.emptyRecycleBin` took out of the recycle bin. Queries with ALL ROWS still find them for a while (observed), but nothing brings
 * them back.
 */
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {RowStore, StoredRow} from './save-environment.ts';

/** By the row that was written when it left the bin: undoing that puts the earlier one back. */
const gone = new WeakSet<StoredRow>();

export function isInRecycleBin(row: StoredRow | undefined): boolean {
  return row?.isDeleted === true && !gone.has(row);
}

/** @returns whether the row was in the recycle bin */
export function takeFromRecycleBin(rows: RowStore, object: SObjectDescriptor, id: string): boolean {
  if (!isInRecycleBin(rows.get(object, id))) return false;
  rows.setDeleted(object, id, true);
  const row = rows.get(object, id);
  if (row !== undefined) gone.add(row);
  return true;
}
