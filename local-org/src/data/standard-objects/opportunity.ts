import {
  checkbox,
  currency,
  date,
  double,
  integer,
  longTextArea,
  lookup,
  percent,
  picklist,
  picklistValues,
  text,
  type FieldSpec,
} from '../schema/field-spec.ts';
import {recordSystemFields, type ObjectSpec} from '../schema/object-spec.ts';
import {forecastCategories, leadSources, opportunityStageFacts, opportunityStages, opportunityTypes} from './value-sets.ts';

const stages: FieldSpec['picklist'] = {
  isRestricted: false,
  values: picklistValues(opportunityStages).map((value) => {
    const [probability, forecastCategory] = opportunityStageFacts[value.value as (typeof opportunityStages)[number]];
    return {
      ...value,
      isClosed: value.value.startsWith('Closed'),
      stage: {isWon: value.value === 'Closed Won', probability, forecastCategory},
    };
  }),
};

/** Object Reference, "Opportunity". */
export const opportunity: ObjectSpec = {
  name: 'Opportunity',
  label: 'Opportunity',
  labelPlural: 'Opportunities',
  keyPrefix: '006',
  sharingModel: 'ReadWrite',
  fields: [
    lookup('AccountId', 'Account', {childRelationshipName: 'Opportunities', deleteConstraint: 'Cascade'}),
    text('Name', 120, {isNameField: true, required: true}),
    longTextArea('Description', 32_000),
    {...picklist('StageName', [], {label: 'Stage', required: true, standardValueSet: 'OpportunityStage'}), picklist: stages},
    currency('Amount', {scale: 2}),
    percent('Probability', {label: 'Probability (%)', isDefaultedOnCreate: true}),
    currency('ExpectedRevenue', {label: 'Expected Amount', readOnly: true, scale: 2}),
    double('TotalOpportunityQuantity', 18, 2, {label: 'Quantity'}),
    date('CloseDate', {required: true}),
    picklist('Type', opportunityTypes, {label: 'Opportunity Type', standardValueSet: 'OpportunityType'}),
    text('NextStep', 255),
    picklist('LeadSource', leadSources, {standardValueSet: 'LeadSource'}),
    checkbox('IsClosed', {label: 'Closed', readOnly: true}),
    checkbox('IsWon', {label: 'Won', readOnly: true}),
    picklist('ForecastCategory', ['Omitted', 'Pipeline', 'BestCase', 'Forecast', 'Closed'], {
      length: 40,
      readOnly: true,
      isNillable: false,
      isDefaultedOnCreate: true,
    }),
    picklist('ForecastCategoryName', forecastCategories, {label: 'Forecast Category', isDefaultedOnCreate: true}),
    lookup('CampaignId', 'Campaign', {childRelationshipName: 'Opportunities'}),
    checkbox('HasOpportunityLineItem', {label: 'Has Line Item', readOnly: true}),
    lookup('Pricebook2Id', 'Pricebook2', {label: 'Price Book ID', childRelationshipName: 'Opportunities'}),
    lookup('OwnerId', 'User', {required: true, isDefaultedOnCreate: true, deleteConstraint: null}),
    integer('FiscalQuarter', {readOnly: true}),
    integer('FiscalYear', {readOnly: true}),
    text('Fiscal', 6, {label: 'Fiscal Period', readOnly: true}),
    lookup('ContractId', 'Contract', {childRelationshipName: 'Opportunities'}),
    lookup('ContactId', 'Contact', {isUpdateable: false}),
    checkbox('HasOpenActivity', {readOnly: true}),
    checkbox('HasOverdueTask', {readOnly: true}),
    lookup('RecordTypeId', 'RecordType', {feature: 'RecordTypes', deleteConstraint: null}),
  ],
  systemFields: recordSystemFields,
};
