/** What a user may do with one record: object permissions and sharing together. */
import {isNeverDeleted} from '../data/allowed-dml.ts';
import type {Schema} from '../data/descriptor.ts';
import type {RecordRights} from '../data/soql/user-record-access.ts';
import type {Tables} from '../data/tables/tables.ts';
import type {Security} from './security.ts';

const NOTHING: RecordRights = {read: false, edit: false, delete: false, transfer: false, all: false};

/** Nothing for records that aren't there. Who may delete a record may give it away too; teams and transfer permissions aren't modelled. */
export function recordRights(schema: Schema, tables: Tables, security: Security, userId: string, recordId: string): RecordRights {
  const object = schema.objectByPrefix(recordId.slice(0, 3));
  const row = object === null ? undefined : tables.get(object, recordId);
  if (object === null || row === undefined || row.isDeleted) return NOTHING;
  const access = security.of(userId);
  const may = (action: 'read' | 'edit' | 'delete'): boolean => {
    const isShared = access.rowFilter(object, action);
    return access.canAccessObject(object, action) && (isShared === null || isShared((field) => row.slots[field.index]));
  };
  const [read, edit, mayDelete] = [may('read'), may('edit'), may('delete') && !isNeverDeleted(object)];
  return {read, edit, delete: mayDelete, transfer: mayDelete, all: read && edit && mayDelete};
}
