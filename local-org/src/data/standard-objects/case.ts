import {
  checkbox,
  datetime,
  email,
  longTextArea,
  lookup,
  phone,
  picklist,
  picklistValues,
  text,
  type FieldSpec,
} from '../schema/field-spec.ts';
import {recordSystemFields, type ObjectSpec} from '../schema/object-spec.ts';
import {caseOrigins, casePriorities, caseReasons, caseStatuses, caseTypes} from './value-sets.ts';

const statuses: FieldSpec['picklist'] = {
  isRestricted: false,
  values: picklistValues(caseStatuses, 'New').map((value) => (value.value === 'Closed' ? {...value, isClosed: true} : value)),
};

/** Object Reference, "Case". Entitlements, assets and products are left out. */
export const case_: ObjectSpec = {
  name: 'Case',
  label: 'Case',
  labelPlural: 'Cases',
  keyPrefix: '500',
  sharingModel: 'ReadWrite',
  fields: [
    text('CaseNumber', 30, {isNameField: true, isNillable: false, isIdLookup: true, autoNumber: {format: '{00000000}', start: 1000}}),
    lookup('ContactId', 'Contact', {childRelationshipName: 'Cases'}),
    lookup('AccountId', 'Account', {childRelationshipName: 'Cases', deleteConstraint: 'Restrict'}),
    lookup('ParentId', 'Case', {label: 'Parent Case ID', childRelationshipName: 'Cases'}),
    text('SuppliedName', 80, {label: 'Name'}),
    email('SuppliedEmail', {label: 'Email Address'}),
    text('SuppliedPhone', 40, {label: 'Phone'}),
    text('SuppliedCompany', 80, {label: 'Company'}),
    picklist('Type', caseTypes, {label: 'Case Type', standardValueSet: 'CaseType'}),
    {...picklist('Status', [], {isDefaultedOnCreate: true, standardValueSet: 'CaseStatus'}), picklist: statuses},
    picklist('Reason', caseReasons, {label: 'Case Reason', standardValueSet: 'CaseReason'}),
    picklist('Origin', caseOrigins, {label: 'Case Origin', standardValueSet: 'CaseOrigin'}),
    text('Subject', 255),
    picklist('Priority', casePriorities, {isDefaultedOnCreate: true, default: 'Medium', standardValueSet: 'CasePriority'}),
    longTextArea('Description', 32_000),
    checkbox('IsClosed', {label: 'Closed', readOnly: true}),
    datetime('ClosedDate', {readOnly: true, label: 'Date/Time Closed'}),
    checkbox('IsEscalated', {label: 'Escalated'}),
    lookup('OwnerId', ['Group', 'User'], {required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    checkbox('IsClosedOnCreate', {readOnly: true, label: 'Closed When Created'}),
    phone('ContactPhone', {readOnly: true}),
    phone('ContactMobile', {readOnly: true}),
    email('ContactEmail', {readOnly: true}),
    phone('ContactFax', {readOnly: true}),
    longTextArea('Comments', 4000, {label: 'Internal Comments'}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: recordSystemFields.filter((group) => group !== 'activity'),
};
