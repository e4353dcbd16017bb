import type {FieldDescriptor} from '../../data/descriptor.ts';
import {perObject} from '../per-object.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

const lookups = perObject(({fields}) => fields.filter((field) => field.type === 'Reference' && !field.isSystem));

/**
 * A lookup that changes must point to a row of one of its objects, and where sharing counts to one that the user can see. Rows in the recycle
 * bin don't count. The codes are those that orgs answer with: a dangling owner is an invalid reference, any other dangling lookup is taken for
 * a row that one has no right to see.
 */
export function checkForeignKeys(request: SaveRequest): void {
  const references = lookups(request.object);
  for (const row of goodRows(request)) {
    for (const field of references) {
      const id = row.record.slots[field.index];
      if (typeof id === 'string' && id !== row.before?.slots[field.index]) checkReference(request, row, field, id);
    }
  }
}

function checkReference({environment, enforcesSharing}: SaveRequest, row: SaveRow, field: FieldDescriptor, id: string): void {
  const target = environment.schema.objectByPrefix(id.slice(0, 3));
  if (target === null || !field.referenceTo.includes(target.name)) {
    refuse(row, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return;
  }
  const stored = environment.rows.get(target, id);
  if (stored === undefined) {
    if (field.key === 'ownerid') refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
    else refuseAccess(row, id);
  } else if (stored.isDeleted) {
    refuse(row, 'ENTITY_IS_DELETED', 'entity is deleted');
  } else if (field.key === 'ownerid' && isInactiveUser(stored.slots, target.fieldsByKey.get('isactive'))) {
    const message = `operation performed with inactive user [${id.slice(0, 15)}] as owner of ${row.record.descriptor.label.toLowerCase()}`;
    refuse(row, 'INACTIVE_OWNER_OR_USER', message);
  } else if (enforcesSharing) {
    const isVisible = environment.access.rowFilter(target, 'read');
    if (isVisible !== null && !isVisible((each) => stored.slots[each.index])) refuseAccess(row, id);
  }
}

function isInactiveUser(slots: readonly unknown[], isActive: FieldDescriptor | undefined): boolean {
  return isActive !== undefined && slots[isActive.index] === false;
}

function refuseAccess(row: SaveRow, id: string): void {
  const message = `insufficient access rights on cross-reference id: ${id.slice(0, 15)}`;
  refuse(row, 'INSUFFICIENT_ACCESS_ON_CROSS_REFERENCE_ENTITY', message);
}
