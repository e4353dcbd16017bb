import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {RecordRights} from '../../../src/data/soql/user-record-access.ts';
import {SObject} from '../../../src/apex/runtime/sobject.ts';
import {faultOf, Fixture, valueOf} from '../fixture.ts';

const USER = '0055g0000000001AAA';
const READ_ONLY: RecordRights = {read: true, edit: false, delete: false, transfer: false, all: false};

function org(): {readonly fixture: Fixture; readonly leadId: string} {
  const fixture = new Fixture({}, {userId: USER, rightsOf: () => READ_ONLY});
  return {fixture, leadId: fixture.insert('Lead', {LastName: 'A'})};
}

test('a query that names a user and records gives a row for each record', () => {
  const {fixture, leadId} = org();
  const [row] = fixture.query(
    `SELECT RecordId, HasReadAccess, HasEditAccess, MaxAccessLevel FROM UserRecordAccess WHERE UserId = '${USER}' AND RecordId = '${leadId}'`,
  );
  assert.deepEqual(
    ['RecordId', 'HasReadAccess', 'HasEditAccess', 'MaxAccessLevel'].map((field) => valueOf(row!, field)),
    [leadId, true, false, 'Read'],
  );
});

for (const [what, where] of [
  ['no user', `RecordId = '00Q5g0000000001AAA'`],
  ['no record', `UserId = '${USER}'`],
  ['two users', `UserId IN ('${USER}', '0055g0000000002AAA') AND RecordId = '00Q5g0000000001AAA'`],
] as const) {
  test(`a query that names ${what} is refused`, () => {
    const {fixture} = org();
    assert.match(
      faultOf(() => fixture.query(`SELECT RecordId FROM UserRecordAccess WHERE ${where}`)),
      /A query of UserRecordAccess needs/,
    );
  });
}

test('a record tells what the running user may do with it', () => {
  const {fixture} = org();
  const [lead] = fixture.query('SELECT Id, UserRecordAccess.HasEditAccess, UserRecordAccess.HasReadAccess FROM Lead');
  const [access] = [...(lead?.parents?.values() ?? [])];
  assert.ok(access instanceof SObject);
  assert.deepEqual([valueOf(access, 'HasEditAccess'), valueOf(access, 'HasReadAccess')], [false, true]);
});
