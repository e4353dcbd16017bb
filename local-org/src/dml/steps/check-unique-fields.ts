import type {FieldDescriptor} from '../../data/descriptor.ts';
import {fieldKey, type FieldKey} from '../../data/tables/field-key.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

/** Unique fields: no second row with the same value, stored or in the same chunk. Empty values are never duplicates. */
export function checkUniqueFields(request: SaveRequest): void {
  for (const field of request.object.fields) {
    if (field.isUnique) checkUniqueField(request, field);
  }
}

function checkUniqueField(request: SaveRequest, field: FieldDescriptor): void {
  const {environment, object} = request;
  const inChunk = new Map<FieldKey, SaveRow>();
  for (const row of goodRows(request)) {
    const value = row.record.slots[field.index];
    const key = fieldKey(field, value);
    if (key === null) continue;
    const stored = environment.rows.findByKey(object, field, value).find((id) => id !== row.record.id);
    const earlier = inChunk.get(key);
    if (stored !== undefined) refuseDuplicate(row, field, stored.slice(0, 15));
    else if (earlier !== undefined) refuseDuplicate(row, field, earlier.record.id?.slice(0, 15) ?? '<unknown>');
    else inChunk.set(key, row);
  }
}

function refuseDuplicate(row: SaveRow, field: FieldDescriptor, id: string): void {
  refuse(row, 'DUPLICATE_VALUE', `duplicate value found: ${field.name} duplicates value on record with id: ${id}`, [field.name]);
}
