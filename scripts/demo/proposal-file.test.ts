import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, test} from 'node:test';
import {FileError} from './json-file.ts';
import {readLeads} from './lead-file.ts';
import {readProposal, readProposals} from './proposal-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'proposal-file-'));
after(() => {
  rmSync(folder, {recursive: true});
});

function file(content: string): string {
  const path = join(folder, 'file.json');
  writeFileSync(path, content);
  return path;
}

test('the example of the contract becomes the fields of a proposal', () => {
  const entry = readProposal(0, {
    leadId: '@Lead09',
    recommendedStatus: 'Aware',
    confidence: 0.84,
    reason: 'Recent reply, click, and active sequence',
    proposalId: 'run_2026_04_03_001',
  });
  assert.deepEqual(entry, {
    index: 0,
    proposalId: 'run_2026_04_03_001',
    leadId: '@Lead09',
    fields: {Recommended_Status__c: 'Aware', Confidence__c: 0.84, Reason__c: 'Recent reply, click, and active sequence'},
  });
});

for (const [what, entry, message] of [
  ['no object', 7, /has to be an object, found number 7/],
  ['no proposal id', {confidence: 1}, /needs a text in "proposalId"/],
  ['a blank proposal id', {proposalId: ' '}, /needs a text in "proposalId"/],
  ['a proposal id that is too long', {proposalId: 'x'.repeat(81)}, /81 characters, at most 80/],
  ['a lead id that is no text', {proposalId: 'a', leadId: 5}, /leadId has to be a text/],
  ['a confidence in words', {proposalId: 'a', confidence: 'high'}, /confidence has to be a number, found string "high"/],
  ['a time without its zone', {proposalId: 'a', evaluatedAt: '2026-04-03T09:30:00'}, /evaluatedAt has to be an instant with its time zone/],
  ['a day that does not exist', {proposalId: 'a', evaluatedAt: '2026-13-03T09:30:00Z'}, /evaluatedAt has to be an instant/],
  ['evidence that is no list', {proposalId: 'a', evidence: {}}, /evidence has to be a list of objects/],
  ['a property that nobody knows', {proposalId: 'a', confidense: 1}, /"confidense" is no property of a proposal/],
  ['a property of every object', {proposalId: 'a', constructor: 1}, /"constructor" is no property of a proposal/],
] as const) {
  test(`an entry with ${what} is rejected with the reason`, () => {
    const answer = readProposal(0, entry);
    assert.match(typeof answer === 'string' ? answer : 'it was read', message);
  });
}

test('what the gate judges is left to the gate', () => {
  assert.equal(typeof readProposal(0, {proposalId: 'a', confidence: 1.7, recommendedStatus: 'Warm', reason: null}), 'object');
});

test('good entries go through beside bad ones, each with its position', () => {
  const {proposals, rejected} = readProposals(file('{"proposals": [{"proposalId": "a"}, 5, {"proposalId": "b"}]}'), 0);
  assert.deepEqual(
    proposals.map(({index}) => index),
    [0, 2],
  );
  assert.deepEqual(
    rejected.map(({index}) => index),
    [1],
  );
});

test('a file that is not JSON is refused with its place', () => {
  assert.throws(() => readProposals(file('{"proposals": [\n  {"proposalId": "a",}\n]}'), 0), /file\.json:2:\d+: is not JSON/);
});

test('a file that ends too early is refused with its place', () => {
  assert.throws(() => readProposals(file('{"proposals": ['), 0), /file\.json:1:16: is not JSON/);
});

test('a file without its list is refused with what was found', () => {
  assert.throws(() => readProposals(file('[]'), 0), /expected a JSON object with a list in "proposals", found a list/);
});

test('a file that is not there is refused by its name', () => {
  assert.throws(() => readProposals(join(folder, 'missing.json'), 0), FileError);
});

test('leads need a reference each', () => {
  const lead = {attributes: {type: 'Lead', referenceId: 'A'}, LastName: 'x'};
  const {leads, rejected} = readLeads(file(JSON.stringify({records: [lead, lead, {LastName: 'y'}]})), 0);
  assert.deepEqual(
    leads.map(({fields}) => fields),
    [{LastName: 'x'}],
  );
  assert.deepEqual(
    rejected.map(({index}) => index),
    [1, 2],
  );
});
