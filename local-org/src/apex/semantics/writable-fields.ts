/** Fields of records that Apex code cannot write. */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';

/**
 * Whether `record.field = value` compiles. Formula and system fields don't ("Field is not writeable: Lead.CreatedDate"); the Id does, and so
 * does everything of custom metadata records and events, which Apex builds in memory. What is known by its type alone is let pass.
 */
export function isWritableField(object: SObjectDescriptor, field: FieldDescriptor): boolean {
  if (field.key === 'id') return true;
  switch (object.kind) {
    case 'standard':
    case 'custom':
    case 'hierarchy setting':
    case 'list setting':
      return field.formula === null && field.summary === null && field.autoNumber === null && !field.isSystem;
    case 'custom metadata':
    case 'platform event':
    case 'signature only':
      return true;
  }
}
