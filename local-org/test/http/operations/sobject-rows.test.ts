import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OTHER, RestOrg} from '../rest-org.ts';

const rest = new RestOrg();

function error(status: number, errorCode: string, message: string, fields?: readonly string[]): unknown {
  return {status, body: [{errorCode, message, ...(fields === undefined ? {} : {fields})}]};
}

describe('creating a record', () => {
  it('answers with its Id', () => {
    const {status, body} = rest.request('POST', 'sobjects/Note__c', {Text__c: 'x'});
    const {id} = body as {id: string};
    assert.deepEqual({status, body}, {status: 201, body: {id, success: true, errors: []}});
    assert.equal(rest.stored(id, 'Text__c'), 'x');
  });

  it('belongs to the user who asks', () => {
    const id = rest.note();
    const [owner] = rest.query(`SELECT Owner.Name FROM Note__c WHERE Id = '${id}'`);
    assert.equal((owner?.['Owner'] as {Name: string}).Name, 'user@example.com');
  });

  it('is refused without a required field', () => {
    assert.deepEqual(
      rest.request('POST', 'sobjects/Note__c', {}),
      error(400, 'REQUIRED_FIELD_MISSING', 'Required fields are missing: [Text__c]', ['Text__c']),
    );
  });

  it('is refused by the error of a trigger', () => {
    assert.deepEqual(
      rest.request('POST', 'sobjects/Note__c', {Text__c: 'refuse'}),
      error(400, 'FIELD_CUSTOM_VALIDATION_EXCEPTION', 'no such text', ['Text__c']),
    );
  });

  it('is refused where a trigger exceeds a limit', () => {
    const {status, body} = rest.request('POST', 'sobjects/Note__c', {Text__c: 'limit'});
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /System\.LimitException: Too many SOQL queries: 101/);
  });

  it('is refused for a field that the object lacks', () => {
    assert.deepEqual(
      rest.request('POST', 'sobjects/Note__c', {Text__c: 'x', Nothing__c: 1}),
      error(400, 'INVALID_FIELD', "No such column 'Nothing__c' on sobject of type Note__c"),
    );
  });

  it('is refused for a field that the user may not see', () => {
    assert.deepEqual(
      rest.request('POST', 'sobjects/Note__c', {Text__c: 'x', Hidden__c: 'y'}),
      error(400, 'INVALID_FIELD', "No such column 'Hidden__c' on sobject of type Note__c", []),
    );
  });

  it('is refused for a body that is not JSON', () => {
    const {status, body} = rest.request('POST', 'sobjects/Note__c', '{"Text__c":');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /JSON_PARSER_ERROR/);
  });

  it('knows no object that the org lacks', () => {
    assert.deepEqual(rest.request('POST', 'sobjects/Nothing__c', {}), error(404, 'NOT_FOUND', 'The requested resource does not exist'));
  });

  it('names a parent by its external id', () => {
    rest.request('POST', 'sobjects/Parent__c', {Key__c: 'p1'});
    const id = rest.note({Parent__r: {Key__c: 'p1'}});
    const [found] = rest.query(`SELECT Parent__r.Key__c FROM Note__c WHERE Id = '${id}'`);
    assert.equal((found?.['Parent__r'] as {Key__c: string}).Key__c, 'p1');
  });
});

describe('reading a record', () => {
  it('answers with the fields that the user may see', () => {
    const id = rest.note({Key__c: 'read'});
    const {status, body} = rest.request('GET', `sobjects/Note__c/${id}`);
    const record = body as Readonly<Record<string, unknown>>;
    assert.equal(status, 200);
    assert.deepEqual(record['attributes'], {type: 'Note__c', url: `/services/data/v66.0/sobjects/Note__c/${id}`});
    assert.deepEqual([record['Key__c'], 'Hidden__c' in record], ['read', false]);
  });

  it('answers with the fields that were asked for', () => {
    const id = rest.note();
    const {body} = rest.request('GET', `sobjects/Note__c/${id}?fields=Text__c`);
    assert.deepEqual(Object.keys(body as object).sort(), ['Id', 'Text__c', 'attributes']);
  });

  it('finds a record by its external id', () => {
    const id = rest.note({Key__c: 'by key'});
    assert.equal((rest.request('GET', 'sobjects/Note__c/Key__c/by%20key').body as {Id: string}).Id, id);
  });

  it('does not find what sharing hides', () => {
    const id = rest.note();
    assert.equal(rest.request('GET', `sobjects/Note__c/${id}`, undefined, OTHER).status, 404);
  });
});

describe('changing a record', () => {
  it('answers with nothing', () => {
    const id = rest.note();
    assert.deepEqual(rest.request('PATCH', `sobjects/Note__c/${id}`, {Text__c: 'new'}), {status: 204, body: null});
    assert.equal(rest.stored(id, 'Text__c'), 'new');
  });

  it('is refused where sharing hides the record', () => {
    const id = rest.note();
    assert.deepEqual(
      rest.request('PATCH', `sobjects/Note__c/${id}`, {Text__c: 'new'}, OTHER),
      error(403, 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []),
    );
  });

  it('is refused for read-only fields', () => {
    const {status, body} = rest.request('PATCH', `sobjects/Note__c/${rest.note()}`, {CreatedDate: '2026-01-01T00:00:00Z'});
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /INVALID_FIELD_FOR_INSERT_UPDATE.*Unable to create\/update fields: CreatedDate\./);
  });

  it('is refused for an Id that is none', () => {
    assert.deepEqual(
      rest.request('PATCH', 'sobjects/Note__c/nonsense', {}),
      error(400, 'MALFORMED_ID', 'Note ID: id value of incorrect type: nonsense', ['Id']),
    );
  });
});

describe('deleting a record', () => {
  it('answers with nothing, and once', () => {
    const id = rest.note();
    assert.deepEqual(rest.request('DELETE', `sobjects/Note__c/${id}`), {status: 204, body: null});
    assert.deepEqual(rest.request('DELETE', `sobjects/Note__c/${id}`), error(404, 'ENTITY_IS_DELETED', 'entity is deleted', []));
  });
});

describe('upserting a record by its external id', () => {
  it('creates the record, then changes it', () => {
    const {status, body} = rest.request('PATCH', 'sobjects/Note__c/Key__c/u1', {Text__c: 'first'});
    const {id} = body as {id: string};
    assert.deepEqual({status, body}, {status: 201, body: {id, success: true, errors: [], created: true}});
    const again = rest.request('PATCH', 'sobjects/Note__c/Key__c/u1', {Text__c: 'second'});
    assert.deepEqual(again, {status: 200, body: {id, success: true, errors: [], created: false}});
    assert.equal(rest.stored(id, 'Text__c'), 'second');
  });

  it('is refused for a field that is no external id', () => {
    assert.deepEqual(
      rest.request('PATCH', 'sobjects/Note__c/Text__c/x', {}),
      error(404, 'NOT_FOUND', 'Provided external ID field does not exist or is not accessible: Text__c'),
    );
  });

  it('lists the records that share a value', () => {
    const ids = ['a', 'b'].map(() => (rest.request('POST', 'sobjects/Parent__c', {Key__c: 'shared'}).body as {id: string}).id);
    assert.deepEqual(rest.request('PATCH', 'sobjects/Parent__c/Key__c/shared', {Name: 'x'}), {
      status: 300,
      body: ids.map((id) => `/services/data/v66.0/sobjects/Parent__c/${id}`),
    });
  });
});

describe('a user whom the org lacks', () => {
  it('has no session', () => {
    assert.equal(rest.request('GET', 'query?q=SELECT+Id+FROM+Note__c', undefined, 'nobody@example.com').status, 401);
  });
});
