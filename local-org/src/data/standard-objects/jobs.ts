import {datetime, integer, lookup, picklist, text} from '../schema/field-spec.ts';
import type {ObjectSpec} from '../schema/object-spec.ts';

const fixed = {readOnly: true, isNillable: false, isDefaultedOnCreate: true} as const;

/** Object Reference, "AsyncApexJob". */
export const asyncApexJob: ObjectSpec = {
  name: 'AsyncApexJob',
  label: 'Apex Job',
  labelPlural: 'Apex Jobs',
  keyPrefix: '707',
  sharingModel: 'Read',
  fields: [
    picklist(
      'JobType',
      [
        'Future',
        'SharingRecalculation',
        'ScheduledApex',
        'BatchApex',
        'BatchApexWorker',
        'TestRequest',
        'TestWorker',
        'ApexToken',
        'Queueable',
      ],
      {...fixed, length: 40},
    ),
    lookup('ApexClassId', 'ApexClass', {readOnly: true, label: 'Class ID', deleteConstraint: null}),
    picklist('Status', ['Queued', 'Processing', 'Aborted', 'Completed', 'Failed', 'Preparing', 'Holding'], {...fixed, length: 40}),
    integer('JobItemsProcessed', {...fixed, label: 'Batches Processed'}),
    integer('TotalJobItems', {readOnly: true, label: 'Total Batches'}),
    integer('NumberOfErrors', {readOnly: true, label: 'Failures'}),
    datetime('CompletedDate', {readOnly: true}),
    text('MethodName', 255, {readOnly: true, label: 'Apex Method'}),
    text('ExtendedStatus', 255, {readOnly: true, label: 'Status Detail'}),
    lookup('ParentJobId', 'AsyncApexJob', {readOnly: true, relationshipName: null, label: 'Apex Job ID'}),
    text('LastProcessed', 15, {readOnly: true}),
    integer('LastProcessedOffset', {readOnly: true}),
    lookup('CronTriggerId', 'CronTrigger', {readOnly: true, deleteConstraint: null}),
  ],
  systemFields: ['created'],
};

/** Object Reference, "CronTrigger". */
export const cronTrigger: ObjectSpec = {
  name: 'CronTrigger',
  label: 'Scheduled Jobs',
  labelPlural: 'Scheduled Jobs',
  keyPrefix: '08e',
  sharingModel: 'Read',
  fields: [
    lookup('CronJobDetailId', 'CronJobDetail', {
      readOnly: true,
      label: 'Job ID',
      childRelationshipName: 'CronTriggers',
      deleteConstraint: null,
    }),
    datetime('NextFireTime', {readOnly: true, label: 'Next Run Time'}),
    datetime('PreviousFireTime', {readOnly: true, label: 'Last Run Time'}),
    picklist('State', ['WAITING', 'ACQUIRED', 'EXECUTING', 'COMPLETE', 'ERROR', 'DELETED', 'PAUSED', 'BLOCKED', 'PAUSED_BLOCKED'], {
      readOnly: true,
      length: 40,
      label: 'Job State',
    }),
    datetime('StartTime', {readOnly: true, label: 'Started'}),
    datetime('EndTime', {readOnly: true, label: 'End'}),
    text('CronExpression', 255, {readOnly: true}),
    text('TimeZoneSidKey', 40, {readOnly: true, label: 'TimeZone'}),
    lookup('OwnerId', 'User', {readOnly: true, relationshipName: null, deleteConstraint: null}),
    integer('TimesTriggered', {readOnly: true, label: 'Number Of Times Job Ran'}),
    lookup('LastModifiedById', 'User', {...fixed, isSystem: true, deleteConstraint: null}),
  ],
  systemFields: ['created'],
};

/** Object Reference, "CronJobDetail". */
export const cronJobDetail: ObjectSpec = {
  name: 'CronJobDetail',
  label: 'Cron Job',
  labelPlural: 'Cron Jobs',
  keyPrefix: '08a',
  sharingModel: 'Read',
  fields: [
    text('Name', 255, {...fixed, label: 'Job Name', isNameField: true}),
    picklist('JobType', ['7'], {readOnly: true, length: 40, label: 'Job Type'}),
  ],
  systemFields: [],
};
