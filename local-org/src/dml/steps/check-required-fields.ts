import type {FieldDescriptor} from '../../data/descriptor.ts';
import {perObject} from '../per-object.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';
import {storedForm} from '../stored-form.ts';

/** Required fields need a value; text of blanks alone counts as none. */
export function checkRequiredFields(request: SaveRequest): void {
  const required = requiredFields(request.object);
  for (const row of goodRows(request)) {
    const missing = required.filter((field) => isMissing(row, field)).map((field) => field.name);
    if (missing.length > 0) refuse(row, 'REQUIRED_FIELD_MISSING', `Required fields are missing: [${missing.join(', ')}]`, missing);
  }
}

const requiredFields = perObject(({fields}) => fields.filter(isRequired));

function isRequired(field: FieldDescriptor): boolean {
  return !field.isNillable && field.isCreateable && !field.isSystem && field.type !== 'Boolean';
}

function isMissing(row: SaveRow, field: FieldDescriptor): boolean {
  return storedForm(field, row.record.slots[field.index]) === null;
}
