import {currency, integer, longTextArea, lookup, phone, picklist, text, url} from '../schema/field-spec.ts';
import {recordSystemFields, type ObjectSpec} from '../schema/object-spec.ts';
import {addressFields} from './addresses.ts';
import {accountTypes, industries, leadSources, ratings} from './value-sets.ts';

/** Object Reference, "Account" (business accounts; person accounts are not supported). */
export const account: ObjectSpec = {
  name: 'Account',
  label: 'Account',
  labelPlural: 'Accounts',
  keyPrefix: '001',
  sharingModel: 'ReadWrite',
  fields: [
    lookup('MasterRecordId', 'Account', {readOnly: true, relationshipName: 'MasterRecord'}),
    text('Name', 255, {label: 'Account Name', isNameField: true, required: true}),
    picklist('Type', accountTypes, {label: 'Account Type', standardValueSet: 'AccountType'}),
    lookup('ParentId', 'Account', {label: 'Parent Account ID', childRelationshipName: 'ChildAccounts'}),
    ...addressFields('Billing'),
    ...addressFields('Shipping'),
    phone('Phone', {label: 'Account Phone'}),
    phone('Fax', {label: 'Account Fax'}),
    text('AccountNumber', 40),
    url('Website'),
    url('PhotoUrl', {readOnly: true, label: 'Photo URL'}),
    text('Sic', 20, {label: 'SIC Code'}),
    picklist('Industry', industries, {standardValueSet: 'Industry'}),
    currency('AnnualRevenue'),
    integer('NumberOfEmployees', {label: 'Employees'}),
    picklist('Ownership', ['Public', 'Private', 'Subsidiary', 'Other'], {standardValueSet: 'AccountOwnership'}),
    text('TickerSymbol', 20),
    longTextArea('Description', 32_000, {label: 'Account Description'}),
    picklist('Rating', ratings, {label: 'Account Rating', standardValueSet: 'AccountRating'}),
    text('Site', 80, {label: 'Account Site'}),
    lookup('OwnerId', 'User', {required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    text('Jigsaw', 20, {label: 'Data.com Key'}),
    text('JigsawCompanyId', 20, {label: 'Jigsaw Company ID', readOnly: true}),
    picklist('AccountSource', leadSources, {standardValueSet: 'AccountSource'}),
    text('DunsNumber', 9, {label: 'D-U-N-S Number'}),
    text('Tradestyle', 255),
    text('NaicsCode', 8, {label: 'NAICS Code'}),
    text('NaicsDesc', 120, {label: 'NAICS Description'}),
    text('YearStarted', 4),
    text('SicDesc', 80, {label: 'SIC Description'}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: recordSystemFields,
};
