/** What one user may see and change: the questions that queries and DML ask before they touch rows. */
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';

export type ObjectAction = 'create' | 'read' | 'edit' | 'delete';
export type FieldAction = 'read' | 'create' | 'edit';

/** Values of a stored row by field; `undefined` where the row never had one. */
export type RowReader = (field: FieldDescriptor) => unknown;

export interface RecordAccess {
  /** Object permission (CRUD) of the user; system mode never asks. */
  canAccessObject(object: SObjectDescriptor, action: ObjectAction): boolean;
  /** Field-level security of the user; fields without it (Id, required ones, system fields) are always readable. */
  canAccessField(object: SObjectDescriptor, field: FieldDescriptor, action: FieldAction): boolean;
  /**
   * Which rows sharing shows to the user. Null where no row is hidden (public object, View All, an object without sharing), so that the
   * common case costs nothing.
   */
  rowFilter(object: SObjectDescriptor, action: 'read' | 'edit' | 'delete'): ((row: RowReader) => boolean) | null;
}
