/** Deleting and restoring rows, with what hangs on them (Apex Developer Guide, "Deleting Records" and "Restoring Deleted Records"). */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type {StoredRow} from '../save-environment.ts';
import {goodRows, refuse, type Merger, type SaveRequest, type SaveRow} from '../save-request.ts';
import {idOf} from './save-rows.ts';

export function deleteRows(request: SaveRequest): void {
  for (const row of goodRows(request)) {
    const id = idOf(row.record);
    if (request.mergedInto !== undefined) {
      mergeRow(request, row, request.mergedInto);
      continue;
    }
    const blocker = restrictingChildren(request, request.object, id);
    if (blocker === null) removeRow(request, request.object, id);
    else
      refuse(
        row,
        'DELETE_FAILED',
        `Your attempt to delete ${nameOf(request, request.object, id)} could not be completed because ${blocker}`,
      );
  }
}

/** The rows that a deletion took along, and the lookups that it emptied. */
interface Deletion {
  readonly cascaded: {readonly object: SObjectDescriptor; readonly id: string}[];
  readonly cleared: {readonly object: SObjectDescriptor; readonly field: FieldDescriptor; readonly id: string}[];
}

/** By the stored row that was deleted first: a deletion that is undone loses its entry together with that row. */
const deletions = new WeakMap<StoredRow, Deletion>();

function removeRow(request: SaveRequest, object: SObjectDescriptor, id: string): void {
  const {rows} = request.environment;
  const deletion: Deletion = {cascaded: [], cleared: []};
  removeTree(request, object, id, deletion);
  const removed = rows.get(object, id);
  if (removed !== undefined) deletions.set(removed, deletion);
}

function removeTree(request: SaveRequest, object: SObjectDescriptor, id: string, deletion: Deletion): void {
  const {rows} = request.environment;
  const children = references(request, object).map((reference) => ({
    ...reference,
    ids: rows.findByReference(reference.child, reference.field, id),
  }));
  if (object.fieldsByKey.has('isdeleted')) rows.setDeleted(object, id, true);
  else rows.remove(object, id);
  for (const {child, field, ids} of children) {
    for (const childId of ids) {
      if (cascades(field)) {
        deletion.cascaded.push({object: child, id: childId});
        removeTree(request, child, childId, deletion);
      } else if (field.deleteConstraint === 'SetNull') {
        deletion.cleared.push({object: child, field, id: childId});
        setReference(request, child, field, childId, null);
      }
    }
  }
}

const MASTER = 'masterrecordid';

/** What hangs on a merged row goes over to the master, without triggers of its own; after delete triggers see where to (`Trigger.old`). */
function mergeRow(request: SaveRequest, {record, before}: SaveRow, {masterId, reparented}: Merger): void {
  const {object, environment} = request;
  const id = idOf(record);
  for (const {child, field} of references(request, object)) {
    if (field.key === MASTER) continue;
    for (const childId of environment.rows.findByReference(child, field, id)) {
      setReference(request, child, field, childId, masterId);
      reparented.push(childId);
    }
  }
  const master = object.fieldsByKey.get(MASTER);
  if (master !== undefined) {
    setReference(request, object, master, id, masterId);
    if (before !== null) before.slots[master.index] = masterId;
  }
  environment.rows.setDeleted(object, id, true);
}

/** Rows that go with their parent do so without triggers of their own; rows whose lookup changes so aren't saved again either. */
function setReference(
  {environment}: SaveRequest,
  object: SObjectDescriptor,
  field: FieldDescriptor,
  id: string,
  value: string | null,
): void {
  const slots = environment.rows.get(object, id)?.slots.slice();
  if (slots === undefined) return;
  slots[field.index] = value;
  environment.rows.update(object, id, slots);
}

/** With a row come back what was deleted along with it, and the lookups to it that nobody has filled meanwhile. */
export function restoreRows(request: SaveRequest): void {
  const {environment, object} = request;
  const {rows} = environment;
  for (const row of goodRows(request)) {
    const id = idOf(row.record);
    const stored = rows.get(object, id);
    const deletion = stored === undefined ? undefined : deletions.get(stored);
    rows.setDeleted(object, id, false);
    for (const child of deletion?.cascaded ?? []) {
      if (rows.get(child.object, child.id)?.isDeleted === true) rows.setDeleted(child.object, child.id, false);
    }
    for (const lookup of deletion?.cleared ?? []) {
      if (rows.get(lookup.object, lookup.id)?.slots[lookup.field.index] === null) {
        setReference(request, lookup.object, lookup.field, lookup.id, id);
      }
    }
    row.record.slots.splice(0, Infinity, ...(rows.get(object, id)?.slots ?? []));
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

/** `it is associated with the following cases.: 00001005`, or null where nothing stands in the way. */
function restrictingChildren(request: SaveRequest, object: SObjectDescriptor, id: string): string | null {
  for (const {child, field} of references(request, object)) {
    const ids = request.environment.rows.findByReference(child, field, id);
    if (ids.length === 0) continue;
    if (field.deleteConstraint === 'Restrict') {
      const names = ids.map((each) => nameOf(request, child, each)).join(', ');
      return `it is associated with the following ${child.labelPlural.toLowerCase()}.: ${names}\n`;
    }
    if (!cascades(field)) continue;
    const deeper = ids.map((each) => restrictingChildren(request, child, each)).find((found) => found !== null);
    if (deeper !== undefined) return deeper;
  }
  return null;
}

function nameOf({environment}: SaveRequest, object: SObjectDescriptor, id: string): string {
  const name = object.nameField === null ? null : environment.rows.get(object, id)?.slots[object.nameField.index];
  return typeof name === 'string' ? name : id;
}

function cascades(field: FieldDescriptor): boolean {
  return field.isMasterDetail || field.deleteConstraint === 'Cascade';
}
