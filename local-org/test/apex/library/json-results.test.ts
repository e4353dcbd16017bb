import assert from 'node:assert/strict';
import {test} from 'node:test';
import {LeadConvertResult} from '../../../src/apex/library/Database/LeadConvert.ts';
import {EmptyRecycleBinResult, MergeResult} from '../../../src/apex/library/Database/merge.ts';
import {DatabaseResult} from '../../../src/apex/library/Database/results.ts';
import {deserializeResult} from '../../../src/apex/library/json/deserialize-result.ts';
import {parseJson, type JsonNode} from '../../../src/apex/library/json/json-tree.ts';
import {output} from '../../run-apex.ts';
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

test('what is no Id stays in a result', () => {
  assert.equal(read('{"success":true,"id":"null"}', 'Database.SaveResult').result.id, 'null');
});

test('results of merges, conversions and the recycle bin are read too', () => {
  const members = parseJson(
    '{"success":true,"id":"001D000000IqhSL","leadid":"00Q000000000001","mergedRecordIds":["001D000000IqhSM"],"updatedRelatedIds":["003D000000IqhSM"]}',
  ) as ReadonlyMap<string, JsonNode>;
  const merged = deserializeResult(rt, members, 'Database.MergeResult');
  assert.ok(merged instanceof MergeResult);
  assert.deepEqual(
    [merged.masterId, merged.result.id, merged.outcome.reparentedIds],
    ['001D000000IqhSLIAZ', '001D000000IqhSM', ['003D000000IqhSM']],
  );
  const converted = deserializeResult(rt, members, 'Database.LeadConvertResult');
  assert.ok(converted instanceof LeadConvertResult);
  assert.equal(converted.result.leadId, '00Q000000000001EAA');
  const emptied = deserializeResult(rt, members, 'Database.EmptyRecycleBinResult');
  assert.ok(emptied instanceof EmptyRecycleBinResult);
  assert.equal(emptied.result.id, '001D000000IqhSLIAZ');
});

test('results are written with the members by which they are read', () => {
  assert.deepEqual(
    output(
      `System.debug(JSON.serialize(Database.upsert(new Contact(), false)));
       Account a = new Account(Name = 'a'); insert a; System.debug(JSON.serialize(Database.delete(a)) == '{"success":true,"id":"' + a.Id + '","errors":[]}');`,
    ),
    [
      '{"success":false,"id":null,"errors":[{"statusCode":"REQUIRED_FIELD_MISSING","message":"Required fields are missing: [LastName]","fields":["LastName"]}],"created":false}',
      'true',
    ],
  );
});

test('other classes of the platform are not read', () => {
  assert.equal(deserializeResult(rt, new Map(), 'System.HttpRequest'), null);
});
