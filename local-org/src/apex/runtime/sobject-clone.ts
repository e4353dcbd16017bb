/** `SObject.clone` and its flags (Apex Reference Guide, "SObject Class", clone(preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber)). */
import {ApexList} from './list.ts';
import {SObject} from './sobject.ts';

export interface CloneOptions {
  readonly preserveId: boolean;
  /** Whether parent records are copied too; else clone and original share them. */
  readonly isDeepClone: boolean;
  readonly preserveReadonlyTimestamps: boolean;
  readonly preserveAutonumber: boolean;
}

const readonlyTimestamps: ReadonlySet<string> = new Set(['createdbyid', 'createddate', 'lastmodifiedbyid', 'lastmodifieddate']);

/** A writable copy without errors. What the original hasn't queried stays unknown in the copy. */
export function cloneRecord(record: SObject, options: CloneOptions): SObject {
  const {descriptor} = record;
  const cleared = new Set<number>(record.cleared);
  if (!options.preserveId) cleared.add(0);
  for (const field of descriptor.fields) {
    if (!options.preserveReadonlyTimestamps && readonlyTimestamps.has(field.key)) cleared.add(field.index);
    if (!options.preserveAutonumber && field.autoNumber !== null) cleared.add(field.index);
  }
  const slots = record.slots.slice();
  for (const index of cleared) slots[index] = undefined;
  const order = record.populated().filter((key) => typeof key === 'string' || !cleared.has(key));
  const copy = new SObject(descriptor, slots, order);
  copy.isQueried = record.isQueried;
  copy.cleared = cleared;
  copy.nulled = record.nulled && new Set(record.nulled);
  copy.cloneSource = record.id;
  copy.parents = options.isDeepClone ? cloneParents(record, options) : record.parents && new Map(record.parents);
  copy.children = options.isDeepClone ? cloneChildren(record, options) : record.children && new Map(record.children);
  return copy;
}

function cloneParents(record: SObject, options: CloneOptions): Map<number, SObject | null> | null {
  if (record.parents === null) return null;
  return new Map([...record.parents].map(([index, parent]) => [index, parent && cloneRecord(parent, {...options, preserveId: true})]));
}

function cloneChildren(record: SObject, options: CloneOptions): Map<string, ApexList> | null {
  if (record.children === null) return null;
  return new Map([...record.children].map(([key, rows]) => [key, cloneRows(rows, options)]));
}

function cloneRows(rows: ApexList, options: CloneOptions): ApexList {
  const copies = rows.elements.map((row) => (row instanceof SObject ? cloneRecord(row, {...options, preserveId: true}) : row));
  return new ApexList(rows.type, copies);
}
