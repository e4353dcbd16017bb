import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RestOrg, type Answer} from '../rest-org.ts';

const rest = new RestOrg();
const note = (values: object, type = 'Note__c'): object => ({attributes: {type}, ...values});

interface Result {
  readonly id?: string;
  readonly success: boolean;
  readonly created?: boolean;
  readonly errors: readonly {readonly statusCode: string; readonly message: string; readonly fields: readonly string[]}[];
}

function post(records: readonly object[], allOrNone = false): readonly Result[] {
  return results(rest.request('POST', 'composite/sobjects', {allOrNone, records}));
}

function results({status, body}: Answer): readonly Result[] {
  assert.equal(status, 200, JSON.stringify(body));
  return body as readonly Result[];
}

const successes = (answer: readonly Result[]): boolean[] => answer.map((result) => result.success);
const codes = (answer: readonly Result[]): (string | undefined)[] => answer.map((result) => result.errors[0]?.statusCode);

describe('collections', () => {
  it('save the good records beside the bad', () => {
    const answer = post([note({Text__c: 'a'}), note({Text__c: 'refuse'}), note({Text__c: 'b'})]);
    assert.deepEqual(successes(answer), [true, false, true]);
    assert.deepEqual(answer[1], {
      success: false,
      errors: [{statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no such text', fields: ['Text__c']}],
    });
    assert.deepEqual([rest.stored(answer[0]?.id ?? '', 'Text__c'), rest.stored(answer[2]?.id ?? '', 'Text__c')], ['a', 'b']);
  });

  it('save all records or none where they are asked to', () => {
    const answer = post([note({Text__c: 'kept?', Key__c: 'all-or-none'}), note({Text__c: 'refuse'})], true);
    assert.deepEqual(codes(answer), ['ALL_OR_NONE_OPERATION_ROLLED_BACK', 'FIELD_CUSTOM_VALIDATION_EXCEPTION']);
    assert.deepEqual(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'all-or-none'"), []);
  });

  it('take records of several objects, in their order', () => {
    const answer = post([note({Key__c: 'x'}, 'Parent__c'), note({Text__c: 'a'})]);
    assert.deepEqual(successes(answer), [true, true]);
    assert.equal(rest.query(`SELECT Id FROM Parent__c WHERE Id = '${answer[0]?.id ?? ''}'`).length, 1);
  });

  it('change records by their Ids', () => {
    const id = rest.note();
    const answer = results(rest.request('PATCH', 'composite/sobjects', {records: [note({id, Text__c: 'changed'}), note({Text__c: 'x'})]}));
    assert.deepEqual(answer[0], {id, success: true, errors: []});
    assert.deepEqual(codes(answer), [undefined, 'MISSING_ARGUMENT']);
    assert.equal(rest.stored(id, 'Text__c'), 'changed');
  });

  it('upsert records by an external id', () => {
    const id = rest.note({Key__c: 'here'});
    const answer = results(
      rest.request('PATCH', 'composite/sobjects/Note__c/Key__c', {
        records: [note({Key__c: 'here', Text__c: 'changed'}), note({Key__c: 'there', Text__c: 'new'}), note({Text__c: 'no key'})],
      }),
    );
    assert.deepEqual(
      answer.map((result) => result.created),
      [false, true, undefined],
    );
    assert.equal(answer[0]?.id, id);
    assert.equal(answer[2]?.errors[0]?.statusCode, 'MISSING_ARGUMENT');
  });

  it('refuse all records of an upsert that share a value', () => {
    const answer = results(
      rest.request('PATCH', 'composite/sobjects/Note__c/Key__c', {
        records: [note({Key__c: 'twice', Text__c: 'a'}), note({Key__c: 'twice', Text__c: 'b'})],
      }),
    );
    assert.deepEqual(codes(answer), ['DUPLICATE_VALUE', 'DUPLICATE_VALUE']);
  });

  it('delete records by their Ids', () => {
    const [first, second] = [rest.note(), rest.note()];
    const answer = results(rest.request('DELETE', `composite/sobjects?ids=${first},${second}`));
    assert.deepEqual(successes(answer), [true, true]);
    assert.equal(rest.request('GET', `sobjects/Note__c/${first}`).status, 404);
  });

  it('take at most 200 records', () => {
    const {status, body} = rest.request('POST', 'composite/sobjects', {records: new Array(201).fill(note({Text__c: 'x'}))});
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /EXCEEDED_ID_LIMIT.*201/);
  });

  it('need the object of each record', () => {
    const {status, body} = rest.request('POST', 'composite/sobjects', {records: [{Text__c: 'x'}]});
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /INVALID_INPUT/);
  });

  it('need a list', () => {
    assert.equal(rest.request('POST', 'composite/sobjects', {records: {}}).status, 400);
  });
});
