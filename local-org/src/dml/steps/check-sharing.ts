import {goodRows, refuse, type SaveRequest} from '../save-request.ts';

/** Changing a row needs edit access to it, deleting one full access. Asked in user mode, for API writes and in `with sharing` classes. */
export function checkSharing(request: SaveRequest): void {
  const {environment, object, operation, enforcesSharing} = request;
  if (!enforcesSharing || operation === 'insert') return;
  const mayWrite = environment.access.rowFilter(object, operation === 'update' ? 'edit' : 'delete');
  if (mayWrite === null) return;
  for (const row of goodRows(request)) {
    const stored = row.before ?? row.record;
    if (mayWrite((field) => stored.slots[field.index])) continue;
    refuse(row, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');
  }
}
