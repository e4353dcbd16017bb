/** Fields and rows that the platform lets nobody write. */
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';
import {givenFields, unableToWrite} from './check-rights.ts';

export function checkWritable(request: SaveRequest): void {
  for (const row of goodRows(request)) {
    if (request.origin === 'api') checkReadOnlyFields(request, row);
    if (request.operation === 'update') checkConvertedLead(row);
  }
}

/** An API write that names a read-only field is refused; Apex can't name one, and the ones in a queried record are passed over. */
function checkReadOnlyFields({operation}: SaveRequest, row: SaveRow): void {
  const readOnly = givenFields(row).filter((field) => (operation === 'insert' ? !field.isCreateable : !field.isUpdateable));
  if (readOnly.length === 0) return;
  const names = readOnly.map((field) => field.name);
  refuse(row, 'INVALID_FIELD_FOR_INSERT_UPDATE', unableToWrite(names), names);
}

/** "View and Edit Converted Leads" is a user permission that the embedded org gives to nobody. */
function checkConvertedLead(row: SaveRow): void {
  const {descriptor} = row.record;
  const isConverted = descriptor.name === 'Lead' ? descriptor.fieldsByKey.get('isconverted') : undefined;
  if (isConverted === undefined || row.before?.slots[isConverted.index] !== true) return;
  refuse(row, 'CANNOT_UPDATE_CONVERTED_LEAD', 'cannot reference converted lead');
}
