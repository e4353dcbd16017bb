import {base64, checkbox, datetime, integer, longTextArea, lookup, picklist, phone, text, textArea, double} from '../schema/field-spec.ts';
import {audited, type ObjectSpec} from '../schema/object-spec.ts';
import {addressFields} from './addresses.ts';

const fixed = {readOnly: true, isNillable: false, isDefaultedOnCreate: true} as const;

/** Object Reference, "Organization". One row: the org itself. */
export const organization: ObjectSpec = {
  name: 'Organization',
  label: 'Organization',
  labelPlural: 'Organizations',
  keyPrefix: '00D',
  sharingModel: 'Read',
  fields: [
    text('Name', 80, {isNameField: true, required: true, isCreateable: false}),
    text('Division', 80, {isCreateable: false}),
    ...addressFields(''),
    phone('Phone', {isCreateable: false}),
    phone('Fax', {isCreateable: false}),
    text('PrimaryContact', 80, {isCreateable: false}),
    picklist('DefaultLocaleSidKey', [], {length: 40, isNillable: false, isCreateable: false, label: 'Locale'}),
    picklist('TimeZoneSidKey', [], {length: 40, isNillable: false, isCreateable: false, label: 'Time Zone'}),
    picklist('LanguageLocaleKey', [], {length: 40, isNillable: false, isCreateable: false, label: 'Language'}),
    integer('FiscalYearStartMonth', {isCreateable: false}),
    checkbox('UsesStartDateAsFiscalYearName', {isCreateable: false, label: 'Fiscal Year Name by Start'}),
    picklist('DefaultAccountAccess', ['None', 'Read', 'Edit'], {length: 40, readOnly: true}),
    picklist('DefaultContactAccess', ['None', 'Read', 'Edit', 'ControlledByParent'], {length: 40, readOnly: true}),
    picklist('DefaultOpportunityAccess', ['None', 'Read', 'Edit'], {length: 40, readOnly: true}),
    picklist('DefaultLeadAccess', ['None', 'Read', 'Edit', 'ReadEditTransfer'], {length: 40, readOnly: true}),
    picklist('DefaultCaseAccess', ['None', 'Read', 'Edit', 'ReadEditTransfer'], {length: 40, readOnly: true}),
    datetime('TrialExpirationDate', {readOnly: true}),
    picklist('OrganizationType', ['Team Edition', 'Professional Edition', 'Enterprise Edition', 'Developer Edition', 'Unlimited Edition'], {
      length: 40,
      readOnly: true,
      label: 'Edition',
    }),
    text('NamespacePrefix', 15, {readOnly: true}),
    text('InstanceName', 5, {readOnly: true}),
    checkbox('IsSandbox', fixed),
    checkbox('IsReadOnly', fixed),
  ],
  systemFields: audited,
};

/** Object Reference, "RecordType". */
export const recordType: ObjectSpec = {
  name: 'RecordType',
  label: 'Record Type',
  labelPlural: 'Record Types',
  keyPrefix: '012',
  sharingModel: 'Read',
  fields: [
    text('Name', 80, {isNameField: true, required: true}),
    text('DeveloperName', 80, {label: 'Record Type Name', required: true}),
    text('NamespacePrefix', 15, {readOnly: true}),
    text('Description', 255),
    lookup('BusinessProcessId', 'BusinessProcess', {relationshipName: null}),
    picklist('SobjectType', [], {length: 40, label: 'SObject Type Name', required: true, isUpdateable: false}),
    checkbox('IsActive', {label: 'Active'}),
  ],
  systemFields: audited,
};

/** Object Reference, "LeadStatus": the values of Lead.Status, one row each. */
export const leadStatus: ObjectSpec = {
  name: 'LeadStatus',
  label: 'Lead Status Value',
  labelPlural: 'Lead Status Values',
  keyPrefix: '01J',
  sharingModel: 'Read',
  fields: [
    text('MasterLabel', 255, {readOnly: true}),
    text('ApiName', 255, {...fixed, isNameField: true}),
    integer('SortOrder', {readOnly: true}),
    checkbox('IsDefault', fixed),
    checkbox('IsConverted', fixed),
  ],
  systemFields: audited,
};

/** Object Reference, "EmailTemplate". */
export const emailTemplate: ObjectSpec = {
  name: 'EmailTemplate',
  label: 'Email Template',
  labelPlural: 'Email Templates',
  keyPrefix: '00X',
  sharingModel: 'Read',
  fields: [
    text('Name', 80, {label: 'Email Template Name', isNameField: true, required: true}),
    text('DeveloperName', 80, {label: 'Template Unique Name', required: true}),
    text('NamespacePrefix', 15, {readOnly: true}),
    lookup('OwnerId', 'User', {isNillable: false, isDefaultedOnCreate: true, deleteConstraint: null}),
    lookup('FolderId', ['Folder', 'Organization', 'User'], {required: true}),
    lookup('BrandTemplateId', 'BrandTemplate', {label: 'Letterhead ID', relationshipName: null}),
    picklist('TemplateStyle', ['none', 'freeForm', 'formalLetter', 'promotionRight', 'promotionLeft', 'newsletter', 'products'], {
      length: 40,
      label: 'Style',
      isNillable: false,
      isDefaultedOnCreate: true,
      default: 'none',
    }),
    checkbox('IsActive', {label: 'Available For Use'}),
    picklist('TemplateType', ['text', 'html', 'custom', 'visualforce'], {length: 40, required: true}),
    picklist('Encoding', ['UTF-8', 'ISO-8859-1'], {length: 40}),
    text('Description', 4000),
    text('Subject', 255),
    longTextArea('HtmlValue', 384_000),
    longTextArea('Body', 384_000, {label: 'Email Body'}),
    integer('TimesUsed', {readOnly: true}),
    datetime('LastUsedDate', {readOnly: true}),
    double('ApiVersion', 18, 1, {label: 'API Version'}),
    longTextArea('Markup', 1_048_576),
    picklist('UiType', ['Aloha', 'SFX', 'SFX_Sample'], {length: 40, isUpdateable: false}),
    picklist('RelatedEntityType', [], {length: 40}),
    checkbox('IsBuilderContent', {readOnly: true}),
  ],
  systemFields: audited,
};

/** Object Reference, "CustomNotificationType". */
export const customNotificationType: ObjectSpec = {
  name: 'CustomNotificationType',
  label: 'Custom Notification Type',
  labelPlural: 'Custom Notification Types',
  keyPrefix: '0ML',
  sharingModel: 'Read',
  fields: [
    text('DeveloperName', 80, {isNameField: true, required: true}),
    picklist('Language', ['en_US'], {length: 40, isNillable: false, isDefaultedOnCreate: true, default: 'en_US'}),
    text('MasterLabel', 80, {label: 'Custom Notification Type Name', required: true}),
    text('NamespacePrefix', 15, {readOnly: true}),
    text('CustomNotifTypeName', 80, {required: true}),
    textArea('Description', 255),
    checkbox('Desktop'),
    checkbox('Mobile'),
    checkbox('IsSlack', {label: 'Slack'}),
  ],
  systemFields: ['deleted', ...audited],
};

/** Object Reference, "ApexClass". */
export const apexClass: ObjectSpec = {
  name: 'ApexClass',
  label: 'Apex Class',
  labelPlural: 'Apex Classes',
  keyPrefix: '01p',
  sharingModel: 'Read',
  fields: [
    text('NamespacePrefix', 15, {readOnly: true}),
    text('Name', 255, {...fixed, isNameField: true}),
    double('ApiVersion', 18, 1, fixed),
    picklist('Status', ['Inactive', 'Active', 'Deleted'], {...fixed, length: 40, default: 'Active'}),
    checkbox('IsValid', fixed),
    double('BodyCrc', 18, 0, {readOnly: true}),
    longTextArea('Body', 1_000_000, {readOnly: true}),
    integer('LengthWithoutComments', fixed),
  ],
  systemFields: audited,
};

/** Object Reference, "StaticResource". */
export const staticResource: ObjectSpec = {
  name: 'StaticResource',
  label: 'Static Resource',
  labelPlural: 'Static Resources',
  keyPrefix: '081',
  sharingModel: 'Read',
  fields: [
    text('NamespacePrefix', 15, {readOnly: true}),
    text('Name', 255, {isNameField: true, required: true, isCreateable: false, isUpdateable: false}),
    text('ContentType', 120, {readOnly: true, label: 'MIME Type', isNillable: false}),
    integer('BodyLength', {readOnly: true, label: 'Size', isNillable: false}),
    base64('Body', {readOnly: true}),
    text('Description', 255, {readOnly: true}),
    picklist('CacheControl', ['Private', 'Public'], {length: 40, readOnly: true, isNillable: false}),
  ],
  systemFields: audited,
};
