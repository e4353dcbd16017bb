import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {getField, getParent, type SObject} from '../../../src/apex/runtime/sobject.ts';
import {customField, customObject, faultOf, Fixture, valueOf} from '../fixture.ts';

const source = {
  objects: [
    customObject('Proposal__c', [
      customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Proposals'}),
      customField('Kind__c', {
        type: 'Picklist',
        valueSet: {
          restricted: true,
          sorted: false,
          valueSetName: null,
          controllingField: null,
          valueSettings: [],
          values: [{fullName: 'a', label: 'First', default: false, isActive: true, line: 1}],
        },
      }),
    ]),
  ],
};

function org(): {fixture: Fixture; userId: string; queueId: string; leadId: string; orphanId: string} {
  const fixture = new Fixture(source);
  const profileId = fixture.insert('Profile', {Name: 'Admin'});
  const managerId = fixture.insert('User', {LastName: 'Boss', Name: 'Boss', ProfileId: profileId});
  const userId = fixture.insert('User', {LastName: 'Worker', Name: 'Worker', Username: 'w@x', ManagerId: managerId, ProfileId: profileId});
  const queueId = fixture.insert('Group', {Name: 'Inbound', Type: 'Queue'});
  const leadId = fixture.insert('Lead', {LastName: 'Smith', OwnerId: userId});
  const orphanId = fixture.insert('Lead', {LastName: 'Queued', OwnerId: queueId});
  fixture.insert('Proposal__c', {Name: 'P2', Lead__c: leadId, Kind__c: 'a'});
  fixture.insert('Proposal__c', {Name: 'P1', Lead__c: leadId});
  fixture.insert('Proposal__c', {Name: 'P3'});
  return {fixture, userId, queueId, leadId, orphanId};
}

const lookup = (record: SObject, key: string) => record.descriptor.fieldsByKey.get(key)!.index;
const parentOf = (record: SObject, key: string) => getParent(record, lookup(record, key));

suite('parents', () => {
  const {fixture, userId, leadId} = org();

  test('their fields are read over several relationships', () => {
    const [record] = fixture.query(
      "SELECT Lead__r.LastName, Lead__r.Owner.Name, Lead__r.Owner.Profile.Name FROM Proposal__c WHERE Name = 'P1'",
    );
    const lead = parentOf(record!, 'lead__c')!;
    const owner = parentOf(lead, 'ownerid')!;
    assert.equal(valueOf(lead, 'LastName'), 'Smith');
    assert.equal(valueOf(owner, 'Name'), 'Worker');
    assert.equal(valueOf(parentOf(owner, 'profileid')!, 'Name'), 'Admin');
  });

  test('a polymorphic parent is a Name, which tells its type', () => {
    const owners = fixture.query('SELECT Owner.Name, Owner.Type, Owner.Username FROM Lead').map((record) => parentOf(record, 'ownerid')!);
    assert.deepEqual(
      owners.map((owner) => [owner.descriptor.name, valueOf(owner, 'Name'), valueOf(owner, 'Type'), valueOf(owner, 'Username')]),
      [
        ['Name', 'Worker', 'User', 'w@x'],
        ['Name', 'Inbound', 'Queue', null],
      ],
    );
  });

  test('selecting a field of a parent selects the lookup and the Id of the parent', () => {
    const [record] = fixture.query("SELECT Lead__r.LastName FROM Proposal__c WHERE Name = 'P1'");
    assert.equal(valueOf(record!, 'Lead__c'), leadId);
    assert.equal(parentOf(record!, 'lead__c')?.id, leadId);
  });

  test('an empty lookup has no parent, and a parent that was not selected is unknown', () => {
    const [record] = fixture.query("SELECT Lead__r.LastName FROM Proposal__c WHERE Name = 'P3'");
    assert.equal(parentOf(record!, 'lead__c'), null);
    assert.match(
      faultOf(() => parentOf(record!, 'ownerid')),
      /without querying the requested field: Proposal__c\.Owner$/,
    );
  });

  test('a field that was not selected is unknown, the Id is always there', () => {
    const [record] = fixture.query("SELECT LastName FROM Lead WHERE LastName = 'Smith'");
    assert.equal(record?.id, leadId);
    assert.equal(
      faultOf(() => getField(record, lookup(record, 'status'))),
      'System.SObjectException: SObject row was retrieved via SOQL without querying the requested field: Lead.Status',
    );
  });

  test('conditions and order reach parents, whose absence is null', () => {
    assert.deepEqual(fixture.values("SELECT Name FROM Proposal__c WHERE Lead__r.LastName != 'Smith'", 'Name'), ['P3']);
    assert.deepEqual(fixture.values("SELECT Name FROM Proposal__c WHERE Lead__r.Owner.Username = 'W@X' ORDER BY Name", 'Name'), [
      'P1',
      'P2',
    ]);
    assert.deepEqual(
      fixture.values('SELECT Name FROM Proposal__c WHERE Lead__r.IsConverted = false ORDER BY Lead__r.LastName NULLS LAST, Name', 'Name'),
      ['P1', 'P2', 'P3'],
    );
  });

  test('TYPEOF gives each type its own fields', () => {
    const [first, second] = fixture.query('SELECT TYPEOF Owner WHEN User THEN Username, Manager.Name ELSE Name END FROM Lead');
    const user = parentOf(first!, 'ownerid')!;
    assert.equal(user.descriptor.name, 'User');
    assert.equal(user.id, userId);
    assert.equal(valueOf(parentOf(user, 'managerid')!, 'Name'), 'Boss');
    const queue = parentOf(second!, 'ownerid')!;
    assert.deepEqual([queue.descriptor.name, valueOf(queue, 'Name')], ['Name', 'Inbound']);
  });

  test('labels of picklists', () => {
    assert.deepEqual(fixture.values("SELECT toLabel(Kind__c) FROM Proposal__c WHERE Name = 'P2'", 'Kind__c'), ['First']);
    assert.deepEqual(fixture.values("SELECT Name FROM Proposal__c WHERE toLabel(Kind__c) = 'first'", 'Name'), ['P2']);
  });
});

suite('children', () => {
  test('a subquery gives the rows of each parent, with conditions, order and limit of its own', () => {
    const {fixture} = org();
    const [smith, queued] = fixture.query('SELECT LastName, (SELECT Name FROM Proposals__r ORDER BY Name) FROM Lead');
    const names = (record: SObject | undefined) =>
      record?.children?.get('proposals__r')?.elements.map((row) => valueOf(row as SObject, 'Name'));
    assert.deepEqual(names(smith), ['P1', 'P2']);
    assert.deepEqual(names(queued), []);
    const [one] = fixture.query("SELECT (SELECT Name FROM Proposals__r WHERE Name != 'P1' LIMIT 1) FROM Lead LIMIT 1");
    assert.deepEqual(names(one), ['P2']);
  });

  test('children of children', () => {
    const {fixture, leadId} = org();
    const accountId = fixture.insert('Account', {Name: 'Acme'});
    const contactId = fixture.insert('Contact', {LastName: 'C', AccountId: accountId});
    fixture.insert('Task', {Subject: 'Call', WhoId: contactId});
    fixture.insert('Task', {Subject: 'Other', WhoId: leadId});
    const [account] = fixture.query('SELECT (SELECT LastName, (SELECT Subject FROM Tasks) FROM Contacts) FROM Account');
    const contact = account?.children?.get('contacts')?.elements[0] as SObject;
    assert.deepEqual(
      contact.children?.get('tasks')?.elements.map((row) => valueOf(row as SObject, 'Subject')),
      ['Call'],
    );
  });

  test('semi-joins and anti-joins; empty lookups of the inner rows match nothing', () => {
    const {fixture} = org();
    assert.deepEqual(fixture.values('SELECT LastName FROM Lead WHERE Id IN (SELECT Lead__c FROM Proposal__c)', 'LastName'), ['Smith']);
    assert.deepEqual(fixture.values('SELECT LastName FROM Lead WHERE Id NOT IN (SELECT Lead__c FROM Proposal__c)', 'LastName'), ['Queued']);
    assert.deepEqual(
      fixture.values("SELECT Name FROM Proposal__c WHERE Lead__c IN (SELECT Id FROM Lead WHERE LastName = 'smith') ORDER BY Name", 'Name'),
      ['P1', 'P2'],
    );
  });
});
