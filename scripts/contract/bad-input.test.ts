/**
 * What never reaches the gate, through all four doors: each is refused with a code, nothing is stored, nothing moves. What does reach it is tested in Apex
 * (`BadInputTest`, `EveryDoorTest`).
 */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ADMINISTRATOR, openOrg} from 'local-org';
import {connectLocally, create, query} from '../demo/connection.ts';
import {createUser, preparePlayground, PROPOSER} from '../demo/playground.ts';

const LEAD_PROPOSER = 'lead-proposer@lifecycle-gate.test';
const DATA = '/services/data/v66.0';
const TOO_LONG = 'x'.repeat(81);
const RECORD = {
  Submitted_Lead_ID__c: '<lead>',
  Recommended_Status__c: 'Aware',
  Confidence__c: 0.84,
  Reason__c: 'A reply',
  Proposal_ID__c: 'p',
};
const FIELDS = {AI_Recommended_Status__c: 'Aware', AI_Status_Confidence__c: 0.84, AI_Status_Reason__c: 'A reply', AI_Proposal_ID__c: 'p'};
const ENTRY = {leadId: '<lead>', recommendedStatus: 'Aware', confidence: 0.84, reason: 'A reply', proposalId: 'p'};

type Json = Readonly<Record<string, unknown>>;

interface Case {
  readonly what: string;
  /** Text is sent as it is. `<lead>`, `<gone>` and `<user>` stand for Ids. */
  readonly body: unknown;
  readonly status: number;
  /** Has to occur in the answer. */
  readonly code: string;
  readonly path?: string;
}

interface Door {
  readonly method: 'POST' | 'PATCH';
  readonly path: string;
  readonly user: string;
  readonly cases: readonly Case[];
}

const NO_JSON: Case = {what: 'no JSON', body: '{"proposals":[', status: 400, code: 'JSON_PARSER_ERROR'};
const entries = (...proposals: readonly unknown[]): Json => ({proposals});
const inputs = (...given: readonly Json[]): Json => ({inputs: given});
const without = (record: Json, name: string): Json => Object.fromEntries(Object.entries(record).filter(([key]) => key !== name));

const DOORS: Readonly<Record<string, Door>> = {
  'a record': {
    method: 'POST',
    path: `${DATA}/sobjects/AI_Proposal__c`,
    user: PROPOSER,
    cases: [
      NO_JSON,
      {what: 'a list', body: [RECORD], status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'a confidence in words', body: {...RECORD, Confidence__c: 'high'}, status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'a confidence that is no number', body: {...RECORD, Confidence__c: 'NaN'}, status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'a confidence that no field holds', body: {...RECORD, Confidence__c: 1e9}, status: 400, code: 'NUMBER_OUTSIDE_VALID_RANGE'},
      {what: 'a time without its zone', body: {...RECORD, Evaluated_At__c: '2026-04-03 10:00'}, status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'an unknown field', body: {...RECORD, Reasons__c: 'A reply'}, status: 400, code: 'INVALID_FIELD'},
      {what: 'no proposal id', body: without(RECORD, 'Proposal_ID__c'), status: 400, code: 'REQUIRED_FIELD_MISSING'},
      {what: 'a proposal id that does not fit', body: {...RECORD, Proposal_ID__c: TOO_LONG}, status: 400, code: 'STRING_TOO_LONG'},
      {what: 'a run that does not fit', body: {...RECORD, Run_ID__c: TOO_LONG}, status: 400, code: 'STRING_TOO_LONG'},
      {what: 'a lookup that is no Id', body: {...RECORD, Lead__c: 'the lead'}, status: 400, code: 'MALFORMED_ID'},
      {what: 'a lookup to another object', body: {...RECORD, Lead__c: '<user>'}, status: 400, code: 'FIELD_INTEGRITY_EXCEPTION'},
      {
        what: '201 records in one request',
        path: `${DATA}/composite/sobjects`,
        body: {
          records: Array.from({length: 201}, (_, at) => ({attributes: {type: 'AI_Proposal__c'}, ...RECORD, Proposal_ID__c: String(at)})),
        },
        status: 400,
        code: 'EXCEEDED_ID_LIMIT',
      },
    ],
  },
  'the fields of a lead': {
    method: 'PATCH',
    path: `${DATA}/sobjects/Lead/<lead>`,
    user: LEAD_PROPOSER,
    cases: [
      NO_JSON,
      {what: 'a confidence in words', body: {...FIELDS, AI_Status_Confidence__c: 'high'}, status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'a flag in words', body: {...FIELDS, AI_Requires_Review__c: 'perhaps'}, status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'an unknown field', body: {...FIELDS, AI_Reason__c: 'A reply'}, status: 400, code: 'INVALID_FIELD'},
      {what: 'no proposal id', body: without(FIELDS, 'AI_Proposal_ID__c'), status: 400, code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION'},
      {
        what: 'a status that does not fit',
        body: {...FIELDS, AI_Recommended_Status__c: TOO_LONG.repeat(4)},
        status: 400,
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      },
      {
        what: 'a canonical field beside them',
        body: {...FIELDS, Lifecycle_Version__c: 7},
        status: 400,
        code: 'INVALID_FIELD_FOR_INSERT_UPDATE',
      },
      {what: 'a deleted lead', path: `${DATA}/sobjects/Lead/<gone>`, body: FIELDS, status: 404, code: 'ENTITY_IS_DELETED'},
    ],
  },
  REST: {
    method: 'POST',
    path: '/services/apexrest/lifecycle/v1/proposals',
    user: PROPOSER,
    cases: [
      {...NO_JSON, code: 'INVALID_JSON'},
      {what: 'nothing', body: '', status: 400, code: 'INVALID_JSON'},
      {what: 'a number that is none', body: '{"proposals":[{"confidence":NaN}]}', status: 400, code: 'INVALID_JSON'},
      {what: 'a proposal alone', body: ENTRY, status: 400, code: 'INVALID_REQUEST'},
      {what: 'null', body: {proposals: null}, status: 400, code: 'INVALID_REQUEST'},
      {what: 'an empty list', body: entries(), status: 400, code: 'NO_PROPOSALS'},
      {what: '201 proposals', body: entries(...Array.from({length: 201}, () => ENTRY)), status: 400, code: 'TOO_MANY_PROPOSALS'},
      {what: 'an entry that is no object', body: entries('p'), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'a confidence in words', body: entries({...ENTRY, confidence: 'high'}), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'a confidence that is no number', body: entries({...ENTRY, confidence: 'NaN'}), status: 200, code: 'INVALID_PAYLOAD'},
      {
        what: 'a time without its zone',
        body: entries({...ENTRY, evaluatedAt: '2026-04-03T10:00:00'}),
        status: 200,
        code: 'INVALID_PAYLOAD',
      },
      {what: 'an unknown property', body: entries({...ENTRY, reasons: ['A reply']}), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'no proposal id', body: entries(without(ENTRY, 'proposalId')), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'a proposal id that does not fit', body: entries({...ENTRY, proposalId: TOO_LONG}), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'evidence that is no list', body: entries({...ENTRY, evidence: 'A reply'}), status: 200, code: 'INVALID_PAYLOAD'},
    ],
  },
  'an action': {
    method: 'POST',
    path: `${DATA}/actions/custom/apex/ProposeLeadStatus`,
    user: PROPOSER,
    cases: [
      NO_JSON,
      {what: 'no proposal id', body: inputs(without(ENTRY, 'proposalId')), status: 400, code: 'REQUIRED_FIELD_MISSING'},
      {what: 'no confidence', body: inputs({...ENTRY, confidence: null}), status: 400, code: 'REQUIRED_FIELD_MISSING'},
      {what: 'no reason', body: inputs(without(ENTRY, 'reason')), status: 400, code: 'REQUIRED_FIELD_MISSING'},
      {what: 'an object for a text', body: inputs({...ENTRY, reason: {text: 'A reply'}}), status: 400, code: 'JSON_PARSER_ERROR'},
      {what: 'a proposal id that does not fit', body: inputs({...ENTRY, proposalId: TOO_LONG}), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'a confidence that no field holds', body: inputs({...ENTRY, confidence: 1e9}), status: 200, code: 'INVALID_PAYLOAD'},
      {what: 'evidence that is no JSON', body: inputs({...ENTRY, evidence: 'A reply'}), status: 200, code: 'INVALID_PAYLOAD'},
    ],
  },
};

suite('bad input that never reaches the gate', () => {
  const org = openOrg({directories: [join(import.meta.dirname, '../..')]});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  createUser(administrator, LEAD_PROPOSER, 'Minimum Access - Salesforce', 'Lifecycle_Lead_Proposer');
  const newLead = (): string => create(administrator, 'Lead', {LastName: 'Example', Company: 'Example', Status: 'Working'});
  const lead = newLead();
  const gone = newLead();
  administrator.request('DELETE', `sobjects/Lead/${gone}`);
  const user = String(query(administrator, `SELECT Id FROM User WHERE Username = '${PROPOSER}'`)[0]?.['Id']);
  const withIds = (text: string): string => text.replaceAll('<lead>', lead).replaceAll('<gone>', gone).replaceAll('<user>', user);

  const before = state();
  for (const [name, door] of Object.entries(DOORS)) {
    for (const {what, body, status, code, path = door.path} of door.cases) {
      test(`${what} through ${name} is answered with ${code}, and changes nothing`, () => {
        const text = typeof body === 'string' ? body : JSON.stringify(body);
        const answer = org.handle({method: door.method, path: withIds(path), body: withIds(text), user: door.user});
        assert.equal(answer.status, status, answer.body);
        assert.match(answer.body, new RegExp(`"${code}"`), answer.body);
        assert.deepEqual(state(), before);
      });
    }
  }

  /** Everything that a proposal could have changed. */
  function state(): unknown {
    return [
      query(administrator, 'SELECT Id FROM AI_Proposal__c'),
      query(administrator, 'SELECT Id, Status, Lifecycle_Version__c, Lifecycle_Hash__c, AI_Proposal_ID__c FROM Lead'),
      query(administrator, 'SELECT Id FROM Lead_Status_Change__c'),
    ];
  }
});
