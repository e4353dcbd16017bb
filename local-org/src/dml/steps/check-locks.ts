import {goodRows, refuse, type SaveRequest} from '../save-request.ts';

/**
 * "Salesforce admins can edit locked records" (Apex Reference Guide, "Approval Class"), and nobody else can, code in system mode included: who may modify all data, or
 * all records of the object (Salesforce Help, "Record Locking").
 */
export function checkLocks(request: SaveRequest): void {
  const {environment, object, origin} = request;
  if (origin === 'platform') return;
  for (const row of goodRows(request)) {
    const {id} = row.record;
    if (id === null || !environment.isLocked(id) || environment.mayEditLocked(object)) continue;
    refuse(row, 'ENTITY_IS_LOCKED', 'the entity is locked for editing');
  }
}
