import {checkbox, lookup, picklist, text} from '../schema/field-spec.ts';
import type {ObjectSpec} from '../schema/object-spec.ts';

const computed = {readOnly: true} as const;

/** Object Reference, "UserRecordAccess": what a user may do with a record. Nobody stores its rows; they are worked out when they are asked for. */
export const userRecordAccess: ObjectSpec = {
  name: 'UserRecordAccess',
  label: 'User Record Access',
  labelPlural: 'User Record Access',
  keyPrefix: null,
  sharingModel: 'ReadWrite',
  fields: [
    lookup('UserId', 'User', {...computed, isNillable: false, relationshipName: null, deleteConstraint: null}),
    text('RecordId', 18, {...computed, isNillable: false, isCaseSensitive: true}),
    checkbox('HasReadAccess', computed),
    checkbox('HasEditAccess', computed),
    checkbox('HasDeleteAccess', computed),
    checkbox('HasTransferAccess', computed),
    checkbox('HasAllAccess', computed),
    picklist('MaxAccessLevel', ['None', 'Read', 'Edit', 'Delete', 'Transfer', 'All'], {...computed, length: 40}),
  ],
  systemFields: [],
};
