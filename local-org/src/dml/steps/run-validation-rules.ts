import {goodRows, refuse, type SaveRequest} from '../save-request.ts';

/** Custom validation rules: every active rule of the object speaks, so that a record shows all its errors at once. */
export function runValidationRules({environment, object, rows, ...request}: SaveRequest): void {
  for (const row of goodRows({environment, object, rows, ...request})) {
    for (const {message, field} of environment.rules.check(object, row.record, row.before)) {
      refuse(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === null ? [] : [field]);
    }
  }
}
