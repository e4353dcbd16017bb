/** `Database.LeadConvert`, its result, and `Database.convertLead` (Apex Reference Guide, "LeadConvert Class"). */
import type {ConversionResult, LeadConversion} from '../../../dml/lead-conversion.ts';
import {nullPointer} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import {AccessLevel} from '../System/AccessLevel.ts';
import {DmlOptions} from './DmlOptions.ts';
import {errorList} from './results.ts';

type Property = Exclude<keyof LeadConvert, keyof PlatformObject | 'conversion'>;

class LeadConvert extends PlatformObject {
  override readonly typeName = 'Database.LeadConvert';
  leadId: string | null = null;
  convertedStatus: string | null = null;
  accountId: string | null = null;
  contactId: string | null = null;
  opportunityId: string | null = null;
  opportunityName: string | null = null;
  ownerId: string | null = null;
  doNotCreateOpportunity: boolean | null = false;
  overwriteLeadSource: boolean | null = false;
  sendNotificationEmail: boolean | null = false;

  conversion(): LeadConversion {
    const {leadId, convertedStatus, accountId, contactId, opportunityId, opportunityName, ownerId} = this;
    return {
      leadId,
      convertedStatus,
      accountId,
      contactId,
      opportunityId,
      opportunityName,
      ownerId,
      doNotCreateOpportunity: this.doNotCreateOpportunity ?? false,
      overwriteLeadSource: this.overwriteLeadSource ?? false,
    };
  }
}

export class LeadConvertResult extends PlatformObject {
  override readonly typeName = 'Database.LeadConvertResult';
  readonly result: ConversionResult;

  constructor(result: ConversionResult) {
    super();
    this.result = result;
  }

  override jsonMembers(rt: Runtime): readonly (readonly [string, unknown])[] {
    const {opportunityId, leadId, errors, contactId, accountId} = this.result;
    return [
      ['success', errors.length === 0],
      ['opportunityId', opportunityId],
      ['leadId', leadId],
      ['errors', errorList(rt, errors)],
      ['contactId', contactId],
      ['accountId', accountId],
    ];
  }
}

/** Getter, setter and property of one value: `getLeadId()`, `setLeadId(Id)`, `LeadId`. */
function property(key: Property, name: string, type: 'Id' | 'String' | 'Boolean'): [string, Implementation][] {
  const get: Implementation = (_rt: Runtime, self: LeadConvert) => self[key];
  const set: Implementation = (_rt: Runtime, self: LeadConvert, value: never) => {
    self[key] = value;
  };
  return [
    [`${type === 'Boolean' ? 'is' : 'get'}${name}()`, get],
    [`set${name}(${type})`, set],
    [`get ${name}`, get],
    [`set ${name}`, set],
  ];
}

const leadConvert = defineClass('Database.LeadConvert', {
  '<init>()': () => new LeadConvert(),
  ...Object.fromEntries([
    ...property('leadId', 'LeadId', 'Id'),
    ...property('convertedStatus', 'ConvertedStatus', 'String'),
    ...property('accountId', 'AccountId', 'Id'),
    ...property('contactId', 'ContactId', 'Id'),
    ...property('opportunityId', 'OpportunityId', 'Id'),
    ...property('opportunityName', 'OpportunityName', 'String'),
    ...property('ownerId', 'OwnerId', 'Id'),
    ...property('doNotCreateOpportunity', 'DoNotCreateOpportunity', 'Boolean'),
    ...property('overwriteLeadSource', 'OverwriteLeadSource', 'Boolean'),
    ...property('sendNotificationEmail', 'SendNotificationEmail', 'Boolean'),
  ]),
});

function resultProperty(key: 'leadId' | 'accountId' | 'contactId' | 'opportunityId', name: string): [string, Implementation][] {
  const get: Implementation = (_rt: Runtime, self: LeadConvertResult) => self.result[key];
  return [
    [`get${name}()`, get],
    [`get ${name}`, get],
  ];
}

const isSuccess = (_rt: Runtime, self: LeadConvertResult) => self.result.errors.length === 0;
const getErrors = (rt: Runtime, self: LeadConvertResult) => errorList(rt, self.result.errors);

const leadConvertResult = defineClass('Database.LeadConvertResult', {
  ...Object.fromEntries([
    ...resultProperty('leadId', 'LeadId'),
    ...resultProperty('accountId', 'AccountId'),
    ...resultProperty('contactId', 'ContactId'),
    ...resultProperty('opportunityId', 'OpportunityId'),
  ]),
  'isSuccess()': isSuccess,
  'get Success': isSuccess,
  'getErrors()': getErrors,
  'get Errors': getErrors,
});

export const leadConvertClasses: readonly ClassDefinition[] = [leadConvert, leadConvertResult];

export const convertLeadMembers: Readonly<Record<string, Implementation>> = Object.fromEntries(
  ['Database.LeadConvert', 'List<Database.LeadConvert>'].flatMap((first) =>
    ['', ',Boolean', ',Database.DMLOptions'].flatMap((option) =>
      ['', ',AccessLevel'].map((level): [string, Implementation] => [
        `convertLead(${first}${option}${level})`,
        (rt: Runtime, what: unknown, ...rest: unknown[]) => convert(rt, what, rest),
      ]),
    ),
  ),
);

function convert(rt: Runtime, what: unknown, rest: readonly unknown[]): unknown {
  if (what === null) throw nullPointer();
  const conversions = (what instanceof ApexList ? what.elements : [what]).filter((each) => each instanceof LeadConvert);
  const option = rest.find((argument) => typeof argument === 'boolean' || argument instanceof DmlOptions);
  const allOrNone = option instanceof DmlOptions ? (option.allOrNone ?? true) : (option ?? true);
  if (rest.some((argument) => argument instanceof AccessLevel && argument.mode === 'user')) {
    throw new UnsupportedError('U312 Database.convertLead in user mode is not supported.');
  }
  const results = rt.tx.dml.convertLeads(
    conversions.map((each) => each.conversion()),
    allOrNone,
  );
  if (!(what instanceof ApexList)) return new LeadConvertResult(first(results));
  return new ApexList(
    rt.types.list(rt.types.get('Database.LeadConvertResult')),
    results.map((result) => new LeadConvertResult(result)),
  );
}

function first([result]: readonly ConversionResult[]): ConversionResult {
  if (result === undefined) throw new Error('Converting one lead gave no result.');
  return result;
}
