/** Before and after triggers, and what `addError` left on their records. */
import type {TriggerEvent} from '../../apex/syntax/ast.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import {isComputed} from './save-rows.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

export function runBeforeTriggers(request: SaveRequest): void {
  if (request.operation !== 'undelete') runTriggers(request, `before ${request.operation}`);
}

export function runAfterTriggers(request: SaveRequest): void {
  runTriggers(request, `after ${request.operation}`);
}

function runTriggers(request: SaveRequest, event: TriggerEvent): void {
  const {environment, object} = request;
  const rows = goodRows(request);
  if (rows.length === 0 || !environment.triggers.has(object, event)) return;
  for (const {record, before} of rows) {
    environment.formulas.fillComputed(record);
    if (before !== null) fillComputedBefore(request, before);
  }
  environment.triggers.run(object, event, rows);
  for (const row of rows) collectErrors(row, request.operation === 'delete' ? row.before : row.record);
}

/** Sums are calculated whenever they are asked for; what a master summed up to before, its details have kept. */
function fillComputedBefore({environment, earlier}: SaveRequest, before: SObject): void {
  environment.formulas.fillComputed(before);
  const master = earlier?.get(before.id ?? '');
  if (master === undefined) return;
  for (const field of before.descriptor.fields) if (isComputed(field)) before.slots[field.index] = master.slots[field.index];
}

/** Errors are attached to Trigger.new, in delete triggers to Trigger.old. */
function collectErrors(row: SaveRow, record: SObject | null): void {
  for (const {message, field} of record?.errors ?? []) {
    refuse(row, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, field === null ? [] : [field.name]);
  }
}
