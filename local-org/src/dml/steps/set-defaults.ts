import {goodRows, type SaveRequest} from '../save-request.ts';

/** New records get the defaults of the fields that were not set; a field that was set to null stays empty. Checkboxes are never empty. */
export function setDefaults({environment, object, operation, ...request}: SaveRequest): void {
  for (const {record} of goodRows({environment, object, operation, ...request})) {
    for (const field of object.fields) {
      const value = record.slots[field.index];
      if (value === undefined && operation === 'insert') record.slots[field.index] = environment.defaultValue(field, record);
      if (field.type === 'Boolean' && field.formula === null) record.slots[field.index] ??= false;
    }
  }
}
