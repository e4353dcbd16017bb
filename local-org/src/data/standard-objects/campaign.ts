import {checkbox, currency, date, double, integer, longTextArea, lookup, percent, picklist, text} from '../schema/field-spec.ts';
import {audited, recordSystemFields, type ObjectSpec} from '../schema/object-spec.ts';
import {campaignMemberStatuses, campaignStatuses, campaignTypes} from './value-sets.ts';

const counted = {readOnly: true, isNillable: false, isDefaultedOnCreate: true} as const;

/** Object Reference, "Campaign". Totals over the hierarchy are left out; those of the campaign itself stay 0. */
export const campaign: ObjectSpec = {
  name: 'Campaign',
  label: 'Campaign',
  labelPlural: 'Campaigns',
  keyPrefix: '701',
  sharingModel: 'ReadWrite',
  fields: [
    text('Name', 80, {isNameField: true, required: true}),
    lookup('ParentId', 'Campaign', {label: 'Parent Campaign ID', childRelationshipName: 'ChildCampaigns'}),
    picklist('Type', campaignTypes, {standardValueSet: 'CampaignType'}),
    picklist('Status', campaignStatuses, {default: 'Planned', standardValueSet: 'CampaignStatus'}),
    date('StartDate'),
    date('EndDate'),
    currency('ExpectedRevenue', {scale: 2}),
    currency('BudgetedCost'),
    currency('ActualCost'),
    percent('ExpectedResponse', {label: 'Expected Response (%)', precision: 10, scale: 2}),
    double('NumberSent', 18, 0, {label: 'Num Sent'}),
    checkbox('IsActive', {label: 'Active'}),
    longTextArea('Description', 32_000),
    integer('NumberOfLeads', {...counted, label: 'Leads in Campaign'}),
    integer('NumberOfConvertedLeads', {...counted, label: 'Converted Leads in Campaign'}),
    integer('NumberOfContacts', {...counted, label: 'Contacts in Campaign'}),
    integer('NumberOfResponses', {...counted, label: 'Responses in Campaign'}),
    integer('NumberOfOpportunities', {...counted, label: 'Opportunities in Campaign'}),
    integer('NumberOfWonOpportunities', {...counted, label: 'Won Opportunities in Campaign'}),
    currency('AmountAllOpportunities', {...counted, label: 'Value Opportunities in Campaign'}),
    currency('AmountWonOpportunities', {...counted, label: 'Value Won Opportunities in Campaign'}),
    lookup('OwnerId', 'User', {required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: recordSystemFields,
};

/** Object Reference, "CampaignMember". What it repeats of its lead or contact is left out. */
export const campaignMember: ObjectSpec = {
  name: 'CampaignMember',
  label: 'Campaign Member',
  labelPlural: 'Campaign Members',
  keyPrefix: '00v',
  sharingModel: 'ControlledByParent',
  fields: [
    lookup('CampaignId', 'Campaign', {
      required: true,
      isUpdateable: false,
      childRelationshipName: 'CampaignMembers',
      isMasterDetail: true,
      deleteConstraint: 'Cascade',
    }),
    lookup('LeadId', 'Lead', {childRelationshipName: 'CampaignMembers', deleteConstraint: 'Cascade'}),
    lookup('ContactId', 'Contact', {childRelationshipName: 'CampaignMembers', deleteConstraint: 'Cascade'}),
    picklist('Status', campaignMemberStatuses, {default: 'Sent', standardValueSet: 'CampaignMemberStatus'}),
    checkbox('HasResponded', {label: 'Responded', readOnly: true}),
    date('FirstRespondedDate', {readOnly: true}),
  ],
  systemFields: ['deleted', ...audited],
};
