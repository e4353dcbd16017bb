import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Row} from './connection.ts';
import {brokenInvariants, type RunRecord} from './invariants.ts';

const LEAD = '00Q000000000001AAA';
const BASELINE: Row = {Lead_ID__c: LEAD, Version__c: 0, To_Status__c: 'Working', Cause__c: 'Baseline', Hash__c: 'h0'};
const PROMOTION: Row = {
  Lead_ID__c: LEAD,
  Version__c: 1,
  From_Status__c: 'Working',
  To_Status__c: 'Aware',
  Cause__c: 'AI Promotion',
  Proposal_ID__c: 'p',
  Previous_Hash__c: 'h0',
  Hash__c: 'h1',
};
const PROPOSAL: Row = {
  State__c: 'Promoted',
  Decision_Code__c: 'PROMOTED',
  Decision_Summary__c: 'Promoted.',
  Decision_Trace__c: '[{"code":"INVALID_PAYLOAD"}]',
};

function run(changes: {lead?: Row; proposal?: Row; ledger?: readonly Row[]; entries?: number} = {}): RunRecord {
  return {
    leads: new Map([[LEAD, {Name: 'Lead 01', Status: 'Aware', Lifecycle_Version__c: 1, ...changes.lead}]]),
    proposals: new Map([['p', {...PROPOSAL, ...changes.proposal}]]),
    ledger: changes.ledger ?? [BASELINE, PROMOTION],
    decisions: [],
    entries: changes.entries ?? 0,
    rejected: 0,
  };
}

test('a run that kept its promises has nothing broken', () => {
  assert.deepEqual(brokenInvariants(run()), []);
});

for (const [what, changes, message] of [
  ['a lead without any ledger row', {ledger: []}, /has no ledger row/],
  ['a status that the ledger does not have', {lead: {Status: 'Engaged'}}, /is Engaged, its newest ledger row says Aware/],
  ['a version without its row', {lead: {Lifecycle_Version__c: 2}}, /is at version 2 with 2 ledger rows/],
  ['a gap in the versions', {ledger: [BASELINE, {...PROMOTION, Version__c: 2}]}, /ledger version 2 in place 1/],
  ['a row that starts elsewhere', {ledger: [BASELINE, {...PROMOTION, From_Status__c: 'Unaware'}]}, /starts from Unaware/],
  ['a broken chain', {ledger: [BASELINE, {...PROMOTION, Previous_Hash__c: 'other'}]}, /doesn't continue the chain/],
  ['a promotion without its row', {ledger: [{...BASELINE, To_Status__c: 'Aware'}]}, /promoted without one ledger row/],
  ['a row without its promotion', {proposal: {State__c: 'Blocked'}}, /has a promotion by p, which was not promoted/],
  ['a proposal that was not decided', {proposal: {State__c: 'Received'}}, /proposal p was not decided/],
  ['a decision without a code', {proposal: {Decision_Code__c: null}}, /has no code/],
  ['a decision without its checks', {proposal: {Decision_Trace__c: '[]'}}, /doesn't list its checks/],
  ['a trace that is not JSON', {proposal: {Decision_Trace__c: 'x'}}, /doesn't list its checks/],
  ['an entry that got lost', {entries: 1}, /of 1 entries 0 were decided or rejected/],
] as const) {
  test(`${what} is found`, () => {
    assert.match(brokenInvariants(run(changes)).join('\n'), message);
  });
}
