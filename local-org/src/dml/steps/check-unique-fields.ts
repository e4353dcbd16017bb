import type {FieldDescriptor} from '../../data/descriptor.ts';
import {fieldKey, type FieldKey} from '../../data/tables/field-key.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';
import {storedForm} from '../stored-form.ts';

/** Unique fields: no second row with the same value, stored or in the same chunk. Empty values are never duplicates. */
export function checkUniqueFields(request: SaveRequest): void {
  for (const field of request.object.fields) {
    if (field.isUnique) checkUniqueField(request, field);
  }
}

function checkUniqueField(request: SaveRequest, field: FieldDescriptor): void {
  const {environment, object} = request;
  const inChunk = new Set<FieldKey>();
  for (const row of goodRows(request)) {
    const value = storedForm(field, row.record.slots[field.index]);
    const key = fieldKey(field, value);
    if (key === null) continue;
    const stored = environment.rows.findByKey(object, field, value).find((id) => id !== row.record.id);
    if (stored !== undefined) refuseDuplicate(request, row, field, stored);
    else if (inChunk.has(key)) refuse(row, 'DUPLICATE_VALUE', UNKNOWN);
    else inChunk.add(key);
  }
}

/** What is said of a record that has no Id yet, or that the user may not see. */
const UNKNOWN = 'duplicate value found: <unknown> duplicates value on record with id: <unknown>';

function refuseDuplicate(request: SaveRequest, row: SaveRow, field: FieldDescriptor, id: string): void {
  if (!isVisible(request, field, id)) {
    refuse(row, 'DUPLICATE_VALUE', UNKNOWN);
    return;
  }
  const message = `duplicate value found: ${field.name} duplicates value on record with id: ${id.slice(0, 15)}`;
  refuse(row, 'DUPLICATE_VALUE', message, [field.name]);
}

function isVisible({environment, object, access, enforcesSharing}: SaveRequest, field: FieldDescriptor, id: string): boolean {
  if (access === 'user') {
    if (!environment.access.canAccessObject(object, 'read') || !environment.access.canAccessField(object, field, 'read')) return false;
  }
  const sees = enforcesSharing ? environment.access.rowFilter(object, 'read') : null;
  const slots = environment.rows.get(object, id)?.slots ?? [];
  return sees === null || sees((each) => slots[each.index]);
}
