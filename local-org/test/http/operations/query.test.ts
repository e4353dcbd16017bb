import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OTHER, RestOrg, USER} from '../rest-org.ts';

const rest = new RestOrg();
rest.request('POST', 'sobjects/Parent__c', {Key__c: 'parent', Name: 'Parent'});
const id = rest.note({
  Key__c: 'k',
  Number__c: 1.5,
  Day__c: '2026-11-22',
  Moment__c: '2026-11-22T11:00:00+01:00',
  Parent__r: {Key__c: 'parent'},
});

const ask = (soql: string, user = USER): ReturnType<RestOrg['request']> =>
  rest.request('GET', `query?q=${encodeURIComponent(soql)}`, undefined, user);

describe('a query', () => {
  it('answers with all rows, each with its address', () => {
    assert.deepEqual(ask('SELECT Key__c, Number__c, Day__c, Moment__c, Flag__c FROM Note__c'), {
      status: 200,
      body: {
        totalSize: 1,
        done: true,
        records: [
          {
            attributes: {type: 'Note__c', url: `/services/data/v66.0/sobjects/Note__c/${id}`},
            Key__c: 'k',
            Number__c: 1.5,
            Day__c: '2026-11-22',
            Moment__c: '2026-11-22T10:00:00.000+0000',
            Flag__c: false,
          },
        ],
      },
    });
  });

  it('nests parents and children', () => {
    const [child] = rest.query('SELECT Parent__r.Name FROM Note__c');
    assert.equal((child?.['Parent__r'] as {Name: string}).Name, 'Parent');
    const [parent] = rest.query('SELECT Name, (SELECT Key__c FROM Notes__r) FROM Parent__c');
    const {totalSize, records} = parent?.['Notes__r'] as {totalSize: number; records: readonly {Key__c: string}[]};
    assert.deepEqual([totalSize, records[0]?.Key__c], [1, 'k']);
  });

  it('gives the Id only where it was selected, and the lookup never with its parent', () => {
    const [record] = rest.query('SELECT Id, Owner.Name FROM Note__c');
    assert.deepEqual(Object.keys(record ?? {}), ['attributes', 'Id', 'Owner']);
    assert.equal((record?.['Owner'] as {attributes: {type: string}}).attributes.type, 'User');
  });

  it('gives groups', () => {
    assert.deepEqual(rest.query('SELECT Text__c, COUNT(Id) notes FROM Note__c GROUP BY Text__c'), [
      {attributes: {type: 'AggregateResult'}, Text__c: 'text', notes: 1},
    ]);
  });

  it('counts', () => {
    assert.deepEqual(ask('SELECT COUNT() FROM Note__c'), {status: 200, body: {totalSize: 1, done: true, records: []}});
  });

  it('shows no rows that sharing hides', () => {
    assert.deepEqual(rest.query('SELECT Id FROM Note__c', OTHER), []);
  });

  it('knows no field that the user may not see', () => {
    const {status, body} = ask('SELECT Hidden__c FROM Note__c');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /INVALID_FIELD.*No such column 'Hidden__c'/);
  });

  it('is refused for an object that the org lacks', () => {
    const {status, body} = ask('SELECT Id FROM Nothing__c');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /INVALID_TYPE.*Nothing__c/);
  });

  it('is refused where it can not be read', () => {
    const {status, body} = ask('SELECT FROM Note__c');
    assert.equal(status, 400);
    assert.match(JSON.stringify(body), /MALFORMED_QUERY/);
  });

  it('takes no binds', () => {
    assert.match(JSON.stringify(ask('SELECT Id FROM Note__c WHERE Id = :noteId').body), /Bind variables only allowed in Apex code/);
  });

  it('has to be there', () => {
    assert.equal(rest.request('GET', 'query').status, 400);
  });
});
