import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, get, SaveFixture} from '../save-fixture.ts';

const parent = customObject('Parent__c', []);
const lookup = (name: string, more: object): ReturnType<typeof customField> =>
  customField(name, {type: 'Lookup', referenceTo: 'Parent__c', relationshipName: name.replace('__c', 's'), ...more});
const child = customObject(
  'Child__c',
  [
    lookup('Loose__c', {deleteConstraint: 'SetNull'}),
    lookup('Strict__c', {deleteConstraint: 'Restrict'}),
    lookup('Tied__c', {deleteConstraint: 'Cascade'}),
  ],
  {label: 'Small Child', pluralLabel: 'Small Children'},
);
const detail = customObject('Detail__c', [
  customField('Child__c', {type: 'MasterDetail', referenceTo: 'Child__c', relationshipName: 'Details'}),
]);

const fixture = (): SaveFixture => new SaveFixture({objects: [parent, child, detail]});
const remove = (org: SaveFixture, object: string, id: string): string[] => errorsOf(org.save('delete', [org.record(object, {Id: id})])[0]);
const restore = (org: SaveFixture, object: string, id: string): string[] =>
  errorsOf(org.save('undelete', [org.record(object, {Id: id})])[0]);

describe('deleting a row', () => {
  it('puts it into the recycle bin', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    remove(org, 'Parent__c', id);
    assert.equal(org.isDeleted('Parent__c', id), true);
    assert.equal(org.value('Parent__c', id, 'IsDeleted'), true);
  });

  it('empties lookups to it', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    const childId = org.stored('Child__c', {Loose__c: id});
    remove(org, 'Parent__c', id);
    assert.equal(org.value('Child__c', childId, 'Loose__c'), null);
  });

  it('takes details along, however deep', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    const childId = org.stored('Child__c', {Tied__c: id});
    const detailId = org.stored('Detail__c', {Child__c: childId});
    remove(org, 'Parent__c', id);
    assert.deepEqual([org.isDeleted('Child__c', childId), org.isDeleted('Detail__c', detailId)], [true, true]);
  });

  it('runs no triggers of the rows that go along', () => {
    const org = fixture();
    org.triggers.on('Child__c', 'before delete', () => undefined);
    const id = org.stored('Parent__c', {});
    org.stored('Child__c', {Tied__c: id});
    remove(org, 'Parent__c', id);
    assert.deepEqual(org.triggers.log, []);
  });

  it('is refused where a lookup restricts it', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {Name: 'Big'});
    org.stored('Child__c', {Name: 'First', Strict__c: id});
    org.stored('Child__c', {Name: 'Second', Strict__c: id});
    assert.deepEqual(remove(org, 'Parent__c', id), [
      'DELETE_FAILED, Your attempt to delete Big could not be completed because it is associated with the following small children.: First, Second\n: []',
    ]);
    assert.equal(org.isDeleted('Parent__c', id), false);
  });

  it('is possible again when the restricting rows are deleted', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    const childId = org.stored('Child__c', {Strict__c: id});
    remove(org, 'Child__c', childId);
    assert.deepEqual(remove(org, 'Parent__c', id), []);
  });

  it('shows the row to triggers as it was', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {Name: 'Big'});
    const seen: unknown[] = [];
    org.triggers.on('Parent__c', 'after delete', ([row]) => {
      if (row?.before != null) seen.push(get(row.before, 'Name'));
    });
    remove(org, 'Parent__c', id);
    assert.deepEqual(seen, ['Big']);
  });
});

describe('restoring a row', () => {
  it('brings it back', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    remove(org, 'Parent__c', id);
    assert.deepEqual(restore(org, 'Parent__c', id), []);
    assert.deepEqual([org.isDeleted('Parent__c', id), org.value('Parent__c', id, 'IsDeleted')], [false, false]);
  });

  it('brings back what went along with it, and the lookups that were emptied', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    const tied = org.stored('Child__c', {Tied__c: id});
    const detailId = org.stored('Detail__c', {Child__c: tied});
    const loose = org.stored('Child__c', {Loose__c: id});
    remove(org, 'Parent__c', id);
    restore(org, 'Parent__c', id);
    assert.deepEqual([org.isDeleted('Child__c', tied), org.isDeleted('Detail__c', detailId)], [false, false]);
    assert.equal(org.value('Child__c', loose, 'Loose__c'), id);
  });

  it('leaves what was deleted before it where it is', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    const tied = org.stored('Child__c', {Tied__c: id});
    remove(org, 'Child__c', tied);
    remove(org, 'Parent__c', id);
    restore(org, 'Parent__c', id);
    assert.equal(org.isDeleted('Child__c', tied), true);
  });

  it('leaves lookups alone that were filled meanwhile', () => {
    const org = fixture();
    const [id, other] = [org.stored('Parent__c', {}), org.stored('Parent__c', {})];
    const loose = org.stored('Child__c', {Loose__c: id});
    remove(org, 'Parent__c', id);
    org.update('Child__c', [{Id: loose, Loose__c: other}]);
    restore(org, 'Parent__c', id);
    assert.equal(org.value('Child__c', loose, 'Loose__c'), other);
  });

  it('shows its trigger a row that is no longer deleted', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {});
    remove(org, 'Parent__c', id);
    let isDeleted: unknown;
    org.triggers.on('Parent__c', 'after undelete', ([row]) => (isDeleted = row && get(row.record, 'IsDeleted')));
    restore(org, 'Parent__c', id);
    assert.equal(isDeleted, false);
  });
});
