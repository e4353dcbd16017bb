/**
 * Converting leads (Apex Developer Guide, "Converting Leads"; Salesforce Help, "Lead Conversion"): an account, a contact and, unless it
 * isn't wanted, an opportunity; then the lead itself, through its triggers and validation rules, as in an org that requires validation for
 * converted leads.
 */
import {ApexDate} from '../apex/runtime/date.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {SObject} from '../apex/runtime/sobject.ts';
import type {Records} from '../data/records.ts';
import type {DmlError} from './dml-engine.ts';
import {moveActivities} from './move-activities.ts';
import {saveAll, type Attempts, type SavedRow} from './save-chunk.ts';
import type {SaveEnvironment} from './save-environment.ts';

export interface LeadConversion {
  readonly leadId: string | null;
  readonly convertedStatus: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly opportunityName: string | null;
  readonly doNotCreateOpportunity: boolean;
  readonly overwriteLeadSource: boolean;
  readonly ownerId: string | null;
}

export interface ConversionResult {
  readonly leadId: string | null;
  readonly accountId: string | null;
  readonly contactId: string | null;
  readonly opportunityId: string | null;
  readonly errors: readonly DmlError[];
}

/** Lead fields that go to the account and the contact (Salesforce Help, "Lead Conversion Field Mapping", without addresses' geocodes). */
const ACCOUNT_FIELDS: Readonly<Record<string, string>> = {
  ...sameNames(['annualrevenue', 'industry', 'numberofemployees', 'phone', 'fax', 'website', 'rating']),
  ...addressNames('billing'),
  company: 'name',
  leadsource: 'accountsource',
};
const CONTACT_FIELDS: Readonly<Record<string, string>> = {
  ...sameNames(['salutation', 'firstname', 'lastname', 'title', 'email', 'phone', 'mobilephone', 'fax', 'leadsource', 'description']),
  ...sameNames(['donotcall', 'hasoptedoutofemail', 'hasoptedoutoffax']),
  ...addressNames('mailing'),
};

function sameNames(names: readonly string[]): Record<string, string> {
  return Object.fromEntries(names.map((name) => [name, name]));
}

function addressNames(prefix: string): Record<string, string> {
  return Object.fromEntries(['street', 'city', 'state', 'postalcode', 'country'].map((name) => [name, prefix + name]));
}

export class LeadConverter {
  readonly #environment: SaveEnvironment;
  readonly #attempts: Attempts;
  readonly #records: Records;

  constructor(rt: Runtime, environment: SaveEnvironment, attempts: Attempts) {
    this.#environment = environment;
    this.#attempts = attempts;
    this.#records = rt.org.records;
  }

  /** All of one conversion or nothing of it. */
  convert(conversion: LeadConversion): ConversionResult {
    const undo = this.#attempts.mark();
    const result = this.#tryToConvert(conversion);
    if (result.errors.length > 0) undo();
    return result;
  }

  #tryToConvert(conversion: LeadConversion): ConversionResult {
    const refused = (errors: readonly DmlError[]): ConversionResult => ({
      leadId: conversion.leadId,
      accountId: null,
      contactId: null,
      opportunityId: null,
      errors,
    });
    const lead = this.#lead(conversion.leadId);
    const refusal = this.#refusal(conversion, lead);
    if (lead === null || refusal !== null) return refused(refusal === null ? [] : [refusal]);
    const ownerId = conversion.ownerId ?? text(lead, 'ownerid');
    const account = this.#account(conversion, lead, ownerId);
    if (account.errors.length > 0) return refused(account.errors);
    const contact = this.#contact(conversion, lead, ownerId, account.id);
    if (contact.errors.length > 0) return refused(contact.errors);
    const opportunity = this.#opportunity(conversion, lead, ownerId, account.id);
    if (opportunity.errors.length > 0) return refused(opportunity.errors);
    const ids = {accountId: account.id, contactId: contact.id, opportunityId: opportunity.id};
    const closed = this.#closeLead(conversion, lead, ids);
    if (closed.errors.length > 0) return refused(closed.errors);
    moveActivities(this.#records, this.#environment.rows, lead.id ?? '', ids.contactId, ids.opportunityId ?? ids.accountId);
    return {leadId: lead.id, ...ids, errors: []};
  }

  #lead(id: string | null): SObject | null {
    const object = this.#records.object('Lead');
    const row = id === null ? undefined : this.#environment.rows.get(object, id);
    return row === undefined || row.isDeleted ? null : new SObject(object, row.slots.slice(), null);
  }

  #refusal(conversion: LeadConversion, lead: SObject | null): DmlError | null {
    if (conversion.leadId === null) return missing('leadId is required', 'LeadId');
    if (conversion.convertedStatus === null) return missing('convertedStatus is required...', 'ConvertedStatus');
    if (conversion.contactId !== null && conversion.accountId === null)
      return missing('accountId is required if contactId is specified', 'AccountId');
    if (lead === null) return {statusCode: 'INVALID_CROSS_REFERENCE_KEY', message: 'invalid cross reference id', fields: []};
    if (slot(lead, 'isconverted') === true) {
      return {statusCode: 'CANNOT_UPDATE_CONVERTED_LEAD', message: 'cannot reference converted lead', fields: []};
    }
    const [status] = this.#records.find('LeadStatus', 'apiname', conversion.convertedStatus);
    const isConverted = status !== undefined && this.#records.value('LeadStatus', status, 'isconverted') === true;
    if (isConverted) return null;
    return {
      statusCode: 'INVALID_STATUS',
      message: `invalid convertedStatus: ${conversion.convertedStatus}`,
      fields: ['Status'],
    };
  }

  #account(conversion: LeadConversion, lead: SObject, ownerId: string | null): SavedRow {
    if (conversion.accountId !== null) return existing(lead, conversion.accountId);
    return this.#insert('Account', {...mapped(lead, ACCOUNT_FIELDS), ownerid: ownerId});
  }

  #contact(conversion: LeadConversion, lead: SObject, ownerId: string | null, accountId: string | null): SavedRow {
    if (conversion.contactId !== null) return this.#existingContact(conversion, lead, conversion.contactId);
    return this.#insert('Contact', {...mapped(lead, CONTACT_FIELDS), accountid: accountId, ownerid: ownerId});
  }

  /** What the contact holds stays as it is, save its lead source where that is wanted. */
  #existingContact({overwriteLeadSource}: LeadConversion, lead: SObject, contactId: string): SavedRow {
    if (!overwriteLeadSource) return existing(lead, contactId);
    const contact = recordOf(this.#records, 'Contact', {leadsource: slot(lead, 'leadsource')});
    contact.id = contactId;
    return this.#save('update', contact);
  }

  #opportunity(conversion: LeadConversion, lead: SObject, ownerId: string | null, accountId: string | null): SavedRow {
    if (conversion.opportunityId !== null) return existing(lead, conversion.opportunityId);
    if (conversion.doNotCreateOpportunity) return existing(lead, null);
    const stage = this.#records.object('Opportunity').fieldsByKey.get('stagename')?.picklist?.values[0]?.value ?? null;
    return this.#insert('Opportunity', {
      name: conversion.opportunityName ?? text(lead, 'company'),
      accountid: accountId,
      ownerid: ownerId,
      stagename: stage,
      closedate: endOfQuarter(this.#environment.now),
      leadsource: slot(lead, 'leadsource'),
    });
  }

  #insert(objectName: string, values: Readonly<Record<string, unknown>>): SavedRow {
    return this.#save('insert', recordOf(this.#records, objectName, values));
  }

  #closeLead(
    conversion: LeadConversion,
    lead: SObject,
    ids: {readonly accountId: string | null; readonly contactId: string | null; readonly opportunityId: string | null},
  ): SavedRow {
    const today = new ApexDate(Math.floor(this.#environment.now / 86_400_000));
    const record = recordOf(this.#records, 'Lead', {
      status: conversion.convertedStatus,
      isconverted: true,
      converteddate: today,
      convertedaccountid: ids.accountId,
      convertedcontactid: ids.contactId,
      convertedopportunityid: ids.opportunityId,
    });
    record.id = lead.id;
    return this.#save('update', record);
  }

  #save(operation: 'insert' | 'update', record: SObject): SavedRow {
    const settings = {
      environment: this.#environment,
      operation,
      object: record.descriptor,
      access: 'system',
      enforcesSharing: false,
      origin: 'platform',
    } as const;
    const [saved] = saveAll(settings, [{index: 0, input: record}], this.#attempts);
    if (saved === undefined) throw new Error(`Saving one ${record.descriptor.name} gave no result.`);
    return saved;
  }
}

function missing(message: string, field: string): DmlError {
  return {statusCode: 'REQUIRED_FIELD_MISSING', message, fields: [field]};
}

function existing(input: SObject, id: string | null): SavedRow {
  return {index: 0, input, id, errors: [], uuid: null};
}

function mapped(lead: SObject, fields: Readonly<Record<string, string>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([from, to]) => [to, slot(lead, from)]));
}

function recordOf(records: Records, objectName: string, values: Readonly<Record<string, unknown>>): SObject {
  const object = records.object(objectName);
  const record = new SObject(object);
  for (const [key, value] of Object.entries(values)) {
    const field = object.fieldsByKey.get(key);
    if (field === undefined || value === undefined || value === null) continue;
    record.slots[field.index] = value;
    record.markPopulated(field.index);
  }
  return record;
}

function slot(record: SObject, key: string): unknown {
  const field = record.descriptor.fieldsByKey.get(key);
  return field === undefined ? null : (record.slots[field.index] ?? null);
}

function text(record: SObject, key: string): string | null {
  const value = slot(record, key);
  return typeof value === 'string' ? value : null;
}

/** The platform closes a new opportunity at the end of the current quarter. */
function endOfQuarter(now: number): ApexDate {
  const date = new Date(now);
  const month = Math.floor(date.getUTCMonth() / 3) * 3 + 3;
  return ApexDate.of(date.getUTCFullYear(), month + 1, 0);
}
