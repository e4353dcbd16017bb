/**
 * "If the record contains a roll-up summary field or is part of a cross-object workflow, performs calculations and updates the roll-up summary field in
 * the parent record. Parent record goes through save procedure." (Apex Developer Guide, "Triggers and Order of Execution")
 */
import {SObject} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import {fieldKey} from '../../data/tables/field-key.ts';
import {goodRows, refuse, type SaveRequest, type SaveRow} from '../save-request.ts';

/** A master-detail field whose masters sum up over it. */
interface RollUp {
  readonly lookup: FieldDescriptor;
  readonly parent: SObjectDescriptor;
  readonly summaries: readonly FieldDescriptor[];
}

/** The masters of a request's rows as they were before the rows were saved, with their sums, by Id. */
const noted = new WeakMap<SaveRequest, ReadonlyMap<RollUp, ReadonlyMap<string, SObject>>>();

/** To be run before rows are written. */
export function noteRollUps(request: SaveRequest): void {
  const rollUps = rollUpsOver(request);
  if (rollUps.length === 0) return;
  const masters = rollUps.map((rollUp) => {
    const ids = new Set(goodRows(request).flatMap((row) => mastersOf(row, rollUp)));
    return [rollUp, new Map([...ids].map((id) => [id, masterOf(request, rollUp, id)]))] as const;
  });
  noted.set(request, new Map(masters));
}

/** Saves the masters whose sums have changed. What refuses a master refuses its details. */
export function saveRollUpParents(request: SaveRequest): void {
  for (const [rollUp, before] of noted.get(request) ?? []) {
    const isOpen = (id: string): boolean => request.environment.rows.get(rollUp.parent, id)?.isDeleted === false;
    const changed = [...before].filter(([id, earlier]) => isOpen(id) && !haveSameSums(rollUp, earlier, masterOf(request, rollUp, id)));
    for (const {input, errors} of request.saveParents(new Map(changed))) {
      for (const row of goodRows(request)) {
        if (!mastersOf(row, rollUp).includes(input.id ?? '')) continue;
        for (const error of errors) refuse(row, error.statusCode, error.message, error.fields);
      }
    }
  }
}

function rollUpsOver({environment, object}: SaveRequest): RollUp[] {
  return object.fields.flatMap((lookup) => {
    if (!lookup.isMasterDetail) return [];
    const parent = environment.schema.object(lookup.referenceTo[0] ?? '');
    const summaries = parent?.fields.filter(({summary}) => summary !== null && isOver(summary, object, lookup)) ?? [];
    return parent === null || summaries.length === 0 ? [] : [{lookup, parent, summaries}];
  });
}

function isOver(
  {childObject, foreignKey}: NonNullable<FieldDescriptor['summary']>,
  object: SObjectDescriptor,
  lookup: FieldDescriptor,
): boolean {
  return childObject.toLowerCase() === object.key && foreignKey.toLowerCase() === lookup.key;
}

/** The master that a row had, and the one that it has. */
function mastersOf({before, record}: SaveRow, {lookup}: RollUp): string[] {
  const ids = [before?.slots[lookup.index], record.slots[lookup.index]];
  return ids.filter((id) => typeof id === 'string');
}

function masterOf({environment}: SaveRequest, {parent}: RollUp, id: string): SObject {
  const record = new SObject(parent, environment.rows.get(parent, id)?.slots.slice());
  environment.formulas.fillComputed(record);
  return record;
}

function haveSameSums({summaries}: RollUp, left: SObject, right: SObject): boolean {
  return summaries.every((field) => fieldKey(field, left.slots[field.index]) === fieldKey(field, right.slots[field.index]));
}
