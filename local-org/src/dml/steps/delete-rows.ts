/** Deleting and restoring rows, with what hangs on them (Apex Developer Guide, "Deleting Records" and "Restoring Deleted Records"). */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import {goodRows, refuse, type SaveRequest} from '../save-request.ts';
import {idOf} from './save-rows.ts';

export function deleteRows(request: SaveRequest): void {
  for (const row of goodRows(request)) {
    const id = idOf(row.record);
    const blocker = restrictingChild(request, request.object, id);
    if (blocker === null) removeTree(request, request.object, id);
    else
      refuse(
        row,
        'DELETE_FAILED',
        `Your attempt to delete ${request.object.label} could not be completed because it is associated with ${blocker}.`,
      );
  }
}

interface Reference {
  readonly child: SObjectDescriptor;
  readonly field: FieldDescriptor;
}

function references({environment}: SaveRequest, object: SObjectDescriptor): Reference[] {
  return object.childRelationships.flatMap((relationship) => {
    const child = environment.schema.object(relationship.childObject);
    const field = child?.fieldsByKey.get(relationship.field.toLowerCase());
    return child === null || field === undefined || child.kind === 'signature only' ? [] : [{child, field}];
  });
}

function restrictingChild(request: SaveRequest, object: SObjectDescriptor, id: string): string | null {
  for (const {child, field} of references(request, object)) {
    const ids = request.environment.rows.findByReference(child, field, id);
    if (ids.length === 0) continue;
    if (field.deleteConstraint === 'Restrict')
      return `the following ${child.labelPlural}: ${ids.map((each) => each.slice(0, 15)).join(', ')}`;
    if (!cascades(field)) continue;
    const deeper = ids.map((each) => restrictingChild(request, child, each)).find((found) => found !== null);
    if (deeper !== undefined) return deeper;
  }
  return null;
}

function removeTree(request: SaveRequest, object: SObjectDescriptor, id: string): void {
  const {rows} = request.environment;
  rows.setDeleted(object, id, true);
  for (const {child, field} of references(request, object)) {
    for (const childId of rows.findByReference(child, field, id)) {
      if (cascades(field)) removeTree(request, child, childId);
      else if (field.deleteConstraint === 'SetNull') clearReference(request, child, field, childId);
    }
  }
}

/** Rows that go with their parent do so without triggers of their own; rows whose lookup is emptied aren't saved again either. */
function clearReference(request: SaveRequest, child: SObjectDescriptor, field: FieldDescriptor, id: string): void {
  const slots = request.environment.rows.get(child, id)?.slots.slice();
  if (slots === undefined) return;
  slots[field.index] = null;
  request.environment.rows.update(child, id, slots);
}

function cascades(field: FieldDescriptor): boolean {
  return field.isMasterDetail || field.deleteConstraint === 'Cascade';
}

export function restoreRows(request: SaveRequest): void {
  for (const row of goodRows(request)) request.environment.rows.setDeleted(request.object, idOf(row.record), false);
}
