import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {SObject} from '../../src/apex/runtime/sobject.ts';
import {FieldStripper, type AccessType} from '../../src/security/strip-inaccessible.ts';
import {customField, customObject} from '../data/fixture.ts';
import {test, TEXT, objectFiles, USERS} from '../dml/apex-project.ts';
import {objectPermission, permissionSet, SecurityFixture} from './security-fixture.ts';

const field = (name: string, editable: boolean): {field: string; readable: boolean; editable: boolean; line: number} => ({
  field: `Note__c.${name}`,
  readable: true,
  editable,
  line: 1,
});
const org = new SecurityFixture({
  objects: [customObject('Note__c', [customField('Open__c', {}), customField('Seen__c', {}), customField('Closed__c', {})])],
  permissionSets: [
    permissionSet('Notes', {
      objectPermissions: [objectPermission('Note__c', 'create', 'read', 'edit')],
      fieldPermissions: [field('Open__c', true), field('Seen__c', false)],
    }),
  ],
});
const user = org.userWith('Notes');

function strip(
  type: AccessType,
  values: Readonly<Record<string, unknown>>,
): {left: string[]; removed: unknown; isModified: boolean; record: SObject} {
  const stripper = new FieldStripper(org.access(user), type, ({descriptor}) => descriptor);
  const source = new SObject(org.object('Note__c'));
  for (const [name, value] of Object.entries(values)) {
    const {index} = org.field('Note__c', name);
    source.slots[index] = value;
    source.markPopulated(index);
  }
  source.isQueried = true;
  const {record, isModified} = stripper.strip(source);
  const left = record.populated().map((key) => (typeof key === 'number' ? (record.descriptor.fields[key]?.name ?? '') : key));
  return {left, removed: [...stripper.removed].map(([object, fields]) => [object, [...fields]]), isModified, record};
}

const all = {Id: 'a005g0000000001AAA', Open__c: 'a', Seen__c: 'b', Closed__c: 'c'};

describe('stripping a record of what is inaccessible', () => {
  it('leaves what may be read', () => {
    const {left, removed, isModified} = strip('READABLE', all);
    assert.deepEqual(
      {left, removed, isModified},
      {left: ['Id', 'Open__c', 'Seen__c'], removed: [['Note__c', ['Closed__c']]], isModified: true},
    );
  });

  it('leaves what may be written', () => {
    assert.deepEqual(strip('UPDATABLE', all).left, ['Id', 'Open__c']);
    assert.deepEqual(strip('CREATABLE', all).left, ['Id', 'Open__c']);
    assert.deepEqual(strip('UPSERTABLE', all).left, ['Id', 'Open__c']);
  });

  it('modifies nothing where all is accessible', () => {
    const {isModified, removed} = strip('READABLE', {Open__c: 'a'});
    assert.deepEqual({isModified, removed}, {isModified: false, removed: []});
  });

  it('makes a taken field look as if it had not been queried', () => {
    const {record} = strip('READABLE', all);
    assert.equal(record.slots[org.field('Note__c', 'Closed__c').index], undefined);
    assert.equal(record.isQueried, true);
  });
});

describe('Security.stripInaccessible', () => {
  const files = {
    ...objectFiles('Parent__c', {Open__c: TEXT, Closed__c: TEXT}),
    ...objectFiles('Hidden__c', {Text__c: TEXT}),
    ...objectFiles('Child__c', {
      Parent__c: '<type>Lookup</type><referenceTo>Parent__c</referenceTo><relationshipName>Children</relationshipName>',
      Hidden__c: '<type>Lookup</type><referenceTo>Hidden__c</referenceTo><relationshipName>Others</relationshipName>',
    }),
    'permissionsets/Parents.permissionset-meta.xml': `<PermissionSet><label>P</label>
      <fieldPermissions><field>Child__c.Hidden__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
      <fieldPermissions><field>Child__c.Parent__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
      <fieldPermissions><field>Parent__c.Open__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
      <objectPermissions><object>Child__c</object><allowRead>true</allowRead><allowCreate>true</allowCreate><allowEdit>true</allowEdit></objectPermissions>
      <objectPermissions><object>Parent__c</object><allowRead>true</allowRead></objectPermissions></PermissionSet>`,
  };
  const data =
    "Parent__c parent = new Parent__c(Open__c = 'o', Closed__c = 'c'); insert parent; Hidden__c hidden = new Hidden__c(Text__c = 't'); insert hidden; Child__c child = new Child__c(Parent__c = parent.Id, Hidden__c = hidden.Id); insert child;";

  it('works as the user who is running', () => {
    test(
      files,
      `${data} System.runAs(make('Minimum Access - Salesforce', new List<String>{'Parents'})) {
      SObjectAccessDecision decision = Security.stripInaccessible(AccessType.READABLE, [SELECT Open__c, Closed__c FROM Parent__c]);
      System.assertEquals(new Map<String, Set<String>>{'Parent__c' => new Set<String>{'Closed__c'}}, decision.getRemovedFields());
      System.assertEquals(new Set<Integer>{0}, decision.getModifiedIndexes());
      List<Parent__c> records = decision.getRecords();
      System.assertEquals('o', records[0].Open__c);
      try { String s = records[0].Closed__c; System.assert(false); } catch (SObjectException e) { System.assert(e.getMessage().contains('without querying the requested field: Parent__c.Closed__c'), e.getMessage()); }
    }`,
      USERS,
    );
  });

  it('reaches parents and children', () => {
    test(
      files,
      `${data} System.runAs(make('Minimum Access - Salesforce', new List<String>{'Parents'})) {
      SObjectAccessDecision up = Security.stripInaccessible(AccessType.READABLE, [SELECT Parent__r.Open__c, Parent__r.Closed__c, Hidden__r.Text__c FROM Child__c]);
      Child__c record = (Child__c) up.getRecords()[0];
      System.assertEquals('o', record.Parent__r.Open__c);
      System.assertEquals(new Set<String>{'Closed__c'}, up.getRemovedFields().get('Parent__c'));
      System.assertEquals(new Set<String>{'Hidden__r'}, up.getRemovedFields().get('Child__c'));
      SObjectAccessDecision down = Security.stripInaccessible(AccessType.READABLE, [SELECT Closed__c, (SELECT Parent__c FROM Children__r) FROM Parent__c]);
      System.assertEquals(1, down.getRecords()[0].getSObjects('Children__r').size());
    }`,
      USERS,
    );
  });

  it('denies an object that the user may not use at all', () => {
    test(
      files,
      `System.runAs(make('Minimum Access - Salesforce', new List<String>{'Parents'})) {
      try { Security.stripInaccessible(AccessType.UPDATABLE, new List<Parent__c>{new Parent__c()}); System.assert(false); }
      catch (NoAccessException e) { System.assertEquals('No access to entity \\'Parent__c\\'', e.getMessage()); }
      System.assertEquals(1, Security.stripInaccessible(AccessType.UPDATABLE, new List<Parent__c>{new Parent__c()}, false).getRecords().size());
    }`,
      USERS,
    );
  });
});
