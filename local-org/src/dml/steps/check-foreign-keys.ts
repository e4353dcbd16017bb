import type {FieldDescriptor} from '../../data/descriptor.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

/** A lookup that changes must point to a row of one of its objects. Rows in the recycle bin don't count. */
export function checkForeignKeys(request: SaveRequest): void {
  const references = request.object.fields.filter((field) => field.type === 'Reference' && !field.isSystem);
  for (const row of goodRows(request)) {
    for (const field of references) {
      const id = row.record.slots[field.index];
      if (typeof id === 'string' && id !== row.before?.slots[field.index]) checkReference(request, row, field, id);
    }
  }
}

function checkReference({environment}: SaveRequest, row: SaveRow, field: FieldDescriptor, id: string): void {
  const target = environment.schema.objectByPrefix(id.slice(0, 3));
  if (target === null || !field.referenceTo.includes(target.name)) {
    refuse(row, 'FIELD_INTEGRITY_EXCEPTION', `${field.label}: id value of incorrect type: ${id}`, [field.name]);
    return;
  }
  const stored = environment.rows.get(target, id);
  if (stored === undefined) refuse(row, 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');
  else if (stored.isDeleted) refuse(row, 'ENTITY_IS_DELETED', 'entity is deleted');
}
