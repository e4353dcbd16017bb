import assert from 'node:assert/strict';
import {test} from 'node:test';
import {createAll, query, quoted, RequestError, type Connection} from './connection.ts';

/** An org that takes every record but those that name a field `Foo`, and refuses a request with one of them as a whole. */
function org(requests: number[]): Connection {
  return {
    request(_method, _path, body) {
      const {records} = body as {readonly records: readonly Record<string, unknown>[]};
      requests.push(records.length);
      if (records.some((record) => 'Foo' in record)) return {status: 400, body: [{errorCode: 'INVALID_FIELD', message: 'No such column'}]};
      return {status: 200, body: records.map((record) => ({id: String(record['Name']), success: true, errors: []}))};
    },
  };
}

test('records go in requests of 200', () => {
  const requests: number[] = [];
  createAll(
    org(requests),
    'Lead',
    Array.from({length: 450}, (_record, index) => ({Name: String(index)})),
  );
  assert.deepEqual(requests, [200, 200, 50]);
});

test('a record that the org cannot read takes no other one with it', () => {
  const results = createAll(org([]), 'Lead', [{Name: 'a'}, {Name: 'b'}, {Foo: 1}, {Name: 'c'}]);
  assert.deepEqual(
    results.map(({id, errors}) => id ?? errors[0]?.statusCode),
    ['a', 'b', 'INVALID_FIELD', 'c'],
  );
});

test('a refused query says what the org answered', () => {
  const connection: Connection = {request: () => ({status: 400, body: [{errorCode: 'MALFORMED_QUERY', message: 'unexpected token'}]})};
  assert.throws(() => query(connection, 'SELECT'), new RequestError('The query SELECT', connection.request('GET', '')));
});

test('quotes and backslashes are escaped in SOQL', () => {
  assert.equal(quoted(String.raw`O'Neil \ Co`), String.raw`'O\'Neil \\ Co'`);
});
