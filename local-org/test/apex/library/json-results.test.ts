import assert from 'node:assert/strict';
import {test} from 'node:test';
import {DatabaseResult} from '../../../src/apex/library/Database/results.ts';
import {deserializeResult} from '../../../src/apex/library/json/deserialize-result.ts';
import {parseJson, type JsonNode} from '../../../src/apex/library/json/json-tree.ts';
import {fakeRuntime} from './fake-runtime.ts';

const rt = fakeRuntime();

function read(text: string, type: string): DatabaseResult {
  const result = deserializeResult(rt, parseJson(text) as ReadonlyMap<string, JsonNode>, type);
  assert.ok(result instanceof DatabaseResult);
  return result;
}

test('tests make successful results from JSON', () => {
  const {result, typeName} = read('{"success":true,"id":"001D000000IqhSL","created":true}', 'Database.UpsertResult');
  assert.equal(typeName, 'Database.UpsertResult');
  assert.deepEqual(result, {index: 0, id: '001D000000IqhSLIAZ', isSuccess: true, isCreated: true, errors: []});
});

test('tests make failed results with their errors', () => {
  const text = '{"success":false,"errors":[{"message":"no","statusCode":"REQUIRED_FIELD_MISSING","fields":["Name"]}]}';
  const {result} = read(text, 'Database.SaveResult');
  assert.equal(result.isSuccess, false);
  assert.deepEqual(result.errors, [{statusCode: 'REQUIRED_FIELD_MISSING', message: 'no', fields: ['Name']}]);
});

test('other classes of the platform are not read', () => {
  assert.equal(deserializeResult(rt, new Map(), 'System.HttpRequest'), null);
});
