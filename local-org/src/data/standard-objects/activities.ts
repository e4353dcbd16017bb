import {
  checkbox,
  date,
  datetime,
  integer,
  longTextArea,
  lookup,
  picklist,
  picklistValues,
  text,
  type FieldSpec,
} from '../schema/field-spec.ts';
import {audited, type ObjectSpec} from '../schema/object-spec.ts';
import {eventSubjects, priorities, taskStatuses, taskSubjects} from './value-sets.ts';

/** Objects that tasks and events are about, besides custom objects that allow activities, which the schema adds. */
export const activityTargets = ['Account', 'Campaign', 'Case', 'Opportunity'] as const;

function whoAndWhat(children: string): FieldSpec[] {
  return [
    lookup('WhoId', ['Contact', 'Lead'], {label: 'Name ID', childRelationshipName: children, deleteConstraint: 'Cascade'}),
    lookup('WhatId', activityTargets, {label: 'Related To ID', childRelationshipName: children, deleteConstraint: 'Cascade'}),
  ];
}

function subject(values: readonly string[]): FieldSpec {
  return {name: 'Subject', type: 'Combobox', length: 255, picklist: {isRestricted: false, values: picklistValues(values)}};
}

const statuses: FieldSpec['picklist'] = {
  isRestricted: false,
  values: picklistValues(taskStatuses, 'Not Started').map((value) => (value.value === 'Completed' ? {...value, isClosed: true} : value)),
};

/** Object Reference, "Task". Recurrence is left out. */
export const task: ObjectSpec = {
  name: 'Task',
  label: 'Task',
  labelPlural: 'Tasks',
  keyPrefix: '00T',
  sharingModel: 'Private',
  fields: [
    ...whoAndWhat('Tasks'),
    {...subject(taskSubjects), standardValueSet: 'TaskSubject'},
    date('ActivityDate', {label: 'Due Date Only'}),
    {...picklist('Status', [], {required: true, isDefaultedOnCreate: true, standardValueSet: 'TaskStatus'}), picklist: statuses},
    picklist('Priority', priorities, {required: true, isDefaultedOnCreate: true, default: 'Normal', standardValueSet: 'TaskPriority'}),
    checkbox('IsHighPriority', {label: 'High Priority', readOnly: true}),
    lookup('OwnerId', ['Group', 'User'], {label: 'Assigned To ID', required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    longTextArea('Description', 32_000),
    lookup('AccountId', 'Account', {readOnly: true, deleteConstraint: null}),
    checkbox('IsClosed', {label: 'Closed', readOnly: true}),
    checkbox('IsArchived', {label: 'Archived', readOnly: true}),
    integer('CallDurationInSeconds', {label: 'Call Duration'}),
    picklist('CallType', ['Internal', 'Inbound', 'Outbound'], {length: 40}),
    text('CallDisposition', 255, {label: 'Call Result'}),
    text('CallObject', 255, {label: 'Call Object Identifier'}),
    picklist('Type', ['Call', 'Meeting', 'Other'], {length: 40, standardValueSet: 'TaskType'}),
    datetime('ReminderDateTime', {label: 'Reminder Date/Time'}),
    checkbox('IsReminderSet', {label: 'Reminder Set', isDefaultedOnCreate: true}),
    checkbox('IsRecurrence', {label: 'Create Recurring Series of Tasks', isUpdateable: false}),
    picklist('TaskSubtype', ['Task', 'Email', 'ListEmail', 'Cadence', 'Call', 'LinkedIn'], {
      length: 40,
      isUpdateable: false,
      default: 'Task',
    }),
    datetime('CompletedDateTime', {label: 'Completed Date/Time', readOnly: true}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: ['deleted', ...audited],
};

/** Object Reference, "Event". Recurrence and attendees are left out. */
export const event: ObjectSpec = {
  name: 'Event',
  label: 'Event',
  labelPlural: 'Events',
  keyPrefix: '00U',
  sharingModel: 'Private',
  fields: [
    ...whoAndWhat('Events'),
    {...subject(eventSubjects), standardValueSet: 'EventSubject'},
    text('Location', 255),
    picklist('Type', ['Email', 'Meeting', 'Other', 'Call'], {length: 40, standardValueSet: 'EventType'}),
    checkbox('IsAllDayEvent', {label: 'All-Day Event'}),
    datetime('ActivityDateTime', {label: 'Due Date Time'}),
    date('ActivityDate', {label: 'Due Date Only'}),
    integer('DurationInMinutes', {label: 'Duration'}),
    datetime('StartDateTime'),
    datetime('EndDateTime'),
    date('EndDate', {readOnly: true}),
    longTextArea('Description', 32_000),
    lookup('AccountId', 'Account', {readOnly: true, deleteConstraint: null}),
    lookup('OwnerId', ['Calendar', 'User'], {label: 'Assigned To ID', required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    checkbox('IsPrivate', {label: 'Private'}),
    picklist('ShowAs', ['Busy', 'OutOfOffice', 'Free'], {label: 'Show Time As', length: 40, default: 'Busy'}),
    checkbox('IsChild', {readOnly: true}),
    checkbox('IsGroupEvent', {readOnly: true}),
    picklist('GroupEventType', ['0', '1', '2', '3'], {length: 40, readOnly: true}),
    checkbox('IsArchived', {label: 'Archived', readOnly: true}),
    checkbox('IsRecurrence', {label: 'Create Recurring Series of Events', isUpdateable: false}),
    datetime('ReminderDateTime', {label: 'Reminder Date/Time'}),
    checkbox('IsReminderSet', {label: 'Reminder Set', isDefaultedOnCreate: true}),
    picklist('EventSubtype', ['Event'], {length: 40, isUpdateable: false, default: 'Event'}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: ['deleted', ...audited],
};
