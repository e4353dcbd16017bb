import {SObject} from '../../apex/runtime/sobject.ts';
import {UnsupportedError} from '../../apex/runtime/unsupported.ts';
import type {LookupFilter} from '../../data/descriptor.ts';
import {bindLookupFilter, passesFilter} from '../../data/lookup-filter.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

/** What the platform says where the filter has no message of its own (Salesforce Help, article 000384756). */
const DEFAULT_MESSAGE = 'Value does not exist or does not match filter criteria.';

/**
 * Required lookup filters "function similarly to validation rules when you save a record", values that don't change included, and before them (observed: x2od.com,
 * "Filtered Lookups, Validation Rules, and Order of Execution").
 */
export function checkLookupFilters(request: SaveRequest): void {
  for (const filter of request.object.lookupFilters) {
    for (const row of goodRows(request)) checkFilter(request, row, filter);
  }
}

function checkFilter({environment, object}: SaveRequest, row: SaveRow, filter: LookupFilter): void {
  const lookup = object.fieldsByKey.get(filter.field.toLowerCase());
  const id = lookup === undefined ? null : row.record.slots[lookup.index];
  if (lookup === undefined || typeof id !== 'string') return;
  const target = environment.schema.objectByPrefix(id.slice(0, 3));
  const stored = target === null ? undefined : environment.rows.get(target, id);
  if (target === null || stored === undefined) return;
  const bound = bindLookupFilter(filter, object, target);
  if (typeof bound === 'string')
    throw new UnsupportedError(`U404 The lookup filter of ${object.name}.${lookup.name} is not supported: ${bound}.`);
  const pointedTo = new SObject(target, stored.slots.slice(), null);
  environment.formulas.fillComputed(pointedTo);
  environment.formulas.fillComputed(row.record);
  const passes = passesFilter(bound, ({of, field}) => (of === 'source' ? row.record : pointedTo).slots[field.index]);
  if (!passes) refuse(row, 'FIELD_FILTER_VALIDATION_EXCEPTION', filter.errorMessage ?? DEFAULT_MESSAGE, [lookup.name]);
}
