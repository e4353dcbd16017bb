import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {InaccessibleFault} from '../../../src/data/soql/query-access.ts';
import type {QueryOptions} from '../../../src/data/soql/query-engine.ts';
import type {RecordAccess} from '../../../src/security/record-access.ts';
import {customField, customObject, everything, faultOf, Fixture} from '../fixture.ts';

const source = {
  objects: [
    customObject('Proposal__c', [
      customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Proposals'}),
      customField('Secret__c', {}),
    ]),
  ],
};

const user: Partial<QueryOptions> = {access: 'user'};

/** Rights with exceptions. */
function without(hidden: readonly string[]): RecordAccess {
  return {
    ...everything,
    canAccessObject: (object) => !hidden.includes(object.name),
    canAccessField: (object, field) => !hidden.includes(`${object.name}.${field.name}`),
  };
}

function org(access: RecordAccess): Fixture {
  const fixture = new Fixture(source, {access});
  const leadId = fixture.insert('Lead', {LastName: 'Mine', OwnerId: '0055g0000000001AAA'});
  fixture.insert('Lead', {LastName: 'Theirs', OwnerId: '0055g0000000002AAA'});
  fixture.insert('Proposal__c', {Name: 'P', Lead__c: leadId, Secret__c: 's'});
  return fixture;
}

suite('user mode', () => {
  const secret = org(without(['Proposal__c.Secret__c']));

  for (const query of [
    'SELECT Secret__c FROM Proposal__c',
    "SELECT Id FROM Proposal__c WHERE Secret__c = 'x'",
    'SELECT Id FROM Proposal__c ORDER BY Secret__c',
    'SELECT COUNT(Id), Secret__c FROM Proposal__c GROUP BY Secret__c',
    'SELECT Id, (SELECT Secret__c FROM Proposals__r) FROM Lead',
    "SELECT Id FROM Lead WHERE Id IN (SELECT Lead__c FROM Proposal__c WHERE Secret__c = 'x')",
  ]) {
    test(`a field without rights doesn't exist: ${query}`, () => {
      assert.match(
        faultOf(() => secret.query(query, {}, user)),
        /^System\.QueryException: No such column 'Secret__c' on entity 'Proposal__c'\./,
      );
    });
  }

  test('nor does an object', () => {
    assert.match(
      faultOf(() => org(without(['Proposal__c'])).query('SELECT Id FROM Proposal__c', {}, user)),
      /sObject type 'Proposal__c' is not supported\./,
    );
  });

  test('fields of parents need their own rights, and the lookup', () => {
    const query = 'SELECT Lead__r.City FROM Proposal__c';
    assert.match(
      faultOf(() => org(without(['Lead.City'])).query(query, {}, user)),
      /No such column 'City' on entity 'Lead'/,
    );
    assert.throws(() => org(without(['Proposal__c.Lead__c'])).query(query, {}, user), InaccessibleFault);
    assert.equal(org(everything).query(query, {}, user).length, 1);
  });

  test('the exception lists what is hidden', () => {
    const query = 'SELECT Secret__c, Lead__c FROM Proposal__c';
    assert.throws(
      () => org(without(['Proposal__c.Secret__c', 'Proposal__c.Lead__c'])).query(query, {}, user),
      (error: unknown) =>
        error instanceof InaccessibleFault &&
        [...error.fields].map(([object, fields]) => [object.name, [...fields]].flat().join()).join() === 'Proposal__c,Secret__c,Lead__c',
    );
  });

  test('what the query says has the last word', () => {
    assert.equal(secret.query('SELECT Secret__c FROM Proposal__c WITH SYSTEM_MODE', {}, user).length, 1);
    assert.match(
      faultOf(() => secret.query('SELECT Secret__c FROM Proposal__c WITH USER_MODE')),
      /No such column/,
    );
    assert.equal(secret.query('SELECT Secret__c FROM Proposal__c').length, 1);
  });

  test('SECURITY_ENFORCED checks what is selected', () => {
    assert.equal(
      faultOf(() => secret.query('SELECT Secret__c FROM Proposal__c WITH SECURITY_ENFORCED')),
      'System.QueryException: Insufficient permissions: secure query included inaccessible field',
    );
    assert.equal(secret.query('SELECT Id FROM Proposal__c WITH SECURITY_ENFORCED').length, 1);
  });
});

suite('sharing', () => {
  const mine: RecordAccess = {
    ...everything,
    rowFilter: (object) => {
      const owner = object.fieldsByKey.get('ownerid');
      return owner === undefined || object.name !== 'Lead' ? null : (row) => row(owner) === '0055g0000000001AAA';
    },
  };
  const fixture = org(mine);
  const names = (options: Partial<QueryOptions>) =>
    fixture
      .query('SELECT LastName FROM Lead', {}, options)
      .map((record) => record.slots[record.descriptor.fieldsByKey.get('lastname')!.index]);

  test('binds the code that asks for it, and user mode', () => {
    assert.deepEqual(names({withSharing: false}), ['Mine', 'Theirs']);
    assert.deepEqual(names({withSharing: true}), ['Mine']);
    assert.deepEqual(names({access: 'user'}), ['Mine']);
  });

  test('USING SCOPE mine gives the rows that the user owns', () => {
    assert.equal(fixture.query('SELECT Id FROM Lead USING SCOPE mine').length, 1);
  });
});

suite('limits', () => {
  const used = (query: string, options: Partial<QueryOptions> = {}) => {
    const fixture = org(everything);
    fixture.query(query, {}, options);
    return Object.fromEntries(fixture.used);
  };

  test('a query counts one, and its rows', () => assert.deepEqual(used('SELECT Id FROM Lead'), {Queries: 1, QueryRows: 2}));

  test('subqueries count apart, and their rows too', () => {
    assert.deepEqual(used('SELECT Id, (SELECT Id FROM Proposals__r) FROM Lead'), {Queries: 1, AggregateQueries: 1, QueryRows: 3});
  });

  test('groups count as rows', () => assert.deepEqual(used('SELECT COUNT(Id) FROM Lead'), {Queries: 1, QueryRows: 1}));

  test('a semi-join counts nothing of its own', () => {
    assert.deepEqual(used('SELECT Id FROM Lead WHERE Id IN (SELECT Lead__c FROM Proposal__c)'), {Queries: 1, QueryRows: 1});
  });

  test('queries of the API count nothing', () => assert.deepEqual(used('SELECT Id FROM Lead', {origin: 'api'}), {}));
});

test('FOR UPDATE locks the rows that it finds, in the order of their Ids', () => {
  const fixture = org(everything);
  const ids = fixture.query('SELECT Id FROM Lead').map((record) => record.id);
  fixture.query("SELECT Id FROM Lead WHERE LastName IN ('Theirs', 'Mine') FOR UPDATE");
  assert.deepEqual(fixture.locked, ids);
});

test('dynamic queries are planned once, and their errors are those of the platform', () => {
  const fixture = org(everything);
  assert.equal(fixture.engine.planText('SELECT Id FROM Lead'), fixture.engine.planText('SELECT Id FROM Lead'));
  assert.match(
    faultOf(() => fixture.query('SELECT Foo FROM Lead')),
    /^System\.QueryException: No such column 'Foo' on entity 'Lead'/,
  );
  assert.match(
    faultOf(() => fixture.query('SELECT FROM Lead')),
    /^System\.QueryException: /,
  );
});

test('where the object is hidden, the exception lists every field that the query names', () => {
  assert.throws(
    () => org(without(['Proposal__c'])).query("SELECT Name FROM Proposal__c WHERE Secret__c = 'x'", {}, user),
    (error: unknown) =>
      error instanceof InaccessibleFault &&
      [...error.fields.values()]
        .flatMap((fields) => [...fields])
        .sort()
        .join() === 'Name,Secret__c',
  );
});
