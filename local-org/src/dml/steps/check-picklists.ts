import {perObject} from '../per-object.ts';
import {goodRows, refuse, type SaveRequest} from '../save-request.ts';

const restrictedPicklists = perObject(({fields}) =>
  fields.flatMap((field) =>
    field.picklist?.isRestricted === true
      ? [{field, values: new Set(field.picklist.values.filter((value) => value.isActive).map((value) => value.value.toLowerCase()))}]
      : [],
  ),
);

/** A restricted picklist takes its values alone (active ones, by API name, whatever the case); a value that was there before may stay. */
export function checkPicklists(request: SaveRequest): void {
  const restricted = restrictedPicklists(request.object);
  if (restricted.length === 0) return;
  for (const row of goodRows(request)) {
    for (const {field, values} of restricted) {
      const value = row.record.slots[field.index];
      if (typeof value !== 'string' || value === row.before?.slots[field.index]) continue;
      const wrong = (field.type === 'MultiPicklist' ? value.split(';') : [value]).find((part) => !values.has(part.toLowerCase()));
      if (wrong === undefined) continue;
      const message = `${field.label}: bad value for restricted picklist field: ${wrong}`;
      refuse(row, 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [field.name]);
    }
  }
}
