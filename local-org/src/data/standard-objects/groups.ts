import {checkbox, email, lookup, picklist, text} from '../schema/field-spec.ts';
import {audited, type ObjectSpec} from '../schema/object-spec.ts';

/** Object Reference, "Group": public groups, queues and role groups. */
export const group: ObjectSpec = {
  name: 'Group',
  label: 'Group',
  labelPlural: 'Groups',
  keyPrefix: '00G',
  sharingModel: 'Read',
  fields: [
    text('Name', 40, {isNameField: true, required: true}),
    text('DeveloperName', 80, {label: 'Developer Name'}),
    lookup('RelatedId', ['User', 'UserRole'], {readOnly: true}),
    picklist(
      'Type',
      [
        'Regular',
        'Role',
        'RoleAndSubordinates',
        'RoleAndSubordinatesInternal',
        'Organization',
        'Case',
        'Queue',
        'Manager',
        'ManagerAndSubordinatesInternal',
      ],
      {length: 40, isNillable: false, isDefaultedOnCreate: true, isUpdateable: false, default: 'Regular'},
    ),
    email('Email'),
    text('Description', 255),
    lookup('OwnerId', ['Organization', 'User'], {readOnly: true, isNillable: false, isDefaultedOnCreate: true, deleteConstraint: null}),
    checkbox('DoesSendEmailToMembers', {label: 'Send Email to Members'}),
    checkbox('DoesIncludeBosses', {label: 'Include Bosses', defaultValue: 'true'}),
  ],
  systemFields: audited,
};

/** Object Reference, "GroupMember". */
export const groupMember: ObjectSpec = {
  name: 'GroupMember',
  label: 'Group Member',
  labelPlural: 'Group Members',
  keyPrefix: '011',
  sharingModel: 'Read',
  fields: [
    lookup('GroupId', 'Group', {required: true, isUpdateable: false, childRelationshipName: 'GroupMembers', deleteConstraint: 'Cascade'}),
    lookup('UserOrGroupId', ['Group', 'User'], {required: true, isUpdateable: false, relationshipName: null, deleteConstraint: 'Cascade'}),
  ],
  systemFields: ['modstamp'],
};

/** Object Reference, "QueueSobject": the objects that a queue may own. */
export const queueSobject: ObjectSpec = {
  name: 'QueueSobject',
  label: 'Queue Sobject',
  labelPlural: 'Queue Sobjects',
  keyPrefix: '03g',
  sharingModel: 'Read',
  fields: [
    lookup('QueueId', 'Group', {required: true, isUpdateable: false, childRelationshipName: 'QueueSobjects', deleteConstraint: 'Cascade'}),
    picklist('SobjectType', [], {length: 40, required: true, isUpdateable: false, label: 'Sobject Type'}),
    lookup('CreatedById', 'User', {readOnly: true, isSystem: true, isNillable: false, isDefaultedOnCreate: true, deleteConstraint: null}),
  ],
  systemFields: ['modstamp'],
};
