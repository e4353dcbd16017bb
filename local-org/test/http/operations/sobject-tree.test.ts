import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RestOrg} from '../rest-org.ts';

const rest = new RestOrg();
const note = (referenceId: string, values: object, type = 'Note__c'): object => ({attributes: {type, referenceId}, ...values});
const plant = (...records: readonly object[]): ReturnType<RestOrg['request']> => rest.request('POST', 'composite/tree/Note__c', {records});

describe('a tree', () => {
  it('answers with the Ids by reference', () => {
    const {status, body} = plant(note('one', {Text__c: 'a'}), note('two', {Text__c: 'b'}));
    const {hasErrors, results} = body as {hasErrors: boolean; results: readonly {referenceId: string; id: string}[]};
    assert.deepEqual([status, hasErrors, results.map((result) => result.referenceId)], [201, false, ['one', 'two']]);
    assert.equal(rest.stored(results[1]?.id ?? '', 'Text__c'), 'b');
  });

  it('saves nothing where a record is refused, and says which', () => {
    const {status, body} = plant(note('good', {Text__c: 'a', Key__c: 'tree'}), note('bad', {Text__c: 'refuse'}));
    const errors = [{statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: 'no such text', fields: ['Text__c']}];
    assert.deepEqual({status, body}, {status: 400, body: {hasErrors: true, results: [{referenceId: 'bad', errors}]}});
    assert.deepEqual(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'tree'"), []);
  });

  it('needs a reference for each record', () => {
    const {status, body} = plant({attributes: {type: 'Note__c'}, Text__c: 'x'});
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /reference ID/);
  });

  it('takes no reference twice', () => {
    assert.match(JSON.stringify(plant(note('a', {Text__c: 'x'}), note('a', {Text__c: 'y'})).body), /Duplicate ReferenceId/);
  });

  it('holds records of its object alone', () => {
    assert.match(JSON.stringify(plant(note('a', {}, 'Parent__c')).body), /have to be of type Note__c/);
  });
});
