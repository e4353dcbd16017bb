import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {setParent} from '../../src/apex/runtime/sobject.ts';
import {customField, customObject} from '../data/fixture.ts';
import {errorsOf, fieldOf, SaveFixture, type Values} from './save-fixture.ts';

const parent = customObject('Parent__c', [customField('Key__c', {externalId: true, label: 'Key'}), customField('Other__c', {})]);
const child = customObject('Child__c', [
  customField('Parent__c', {type: 'Lookup', referenceTo: 'Parent__c', relationshipName: 'Children'}),
]);

function insertChild(org: SaveFixture, parentValues: Values): ReturnType<SaveFixture['save']> {
  const record = org.record('Child__c', {});
  setParent(record, fieldOf(record.descriptor, 'Parent__c').index, org.record('Parent__c', parentValues));
  return org.save('insert', [record]);
}

describe('a lookup named by an external id', () => {
  const fixture = (): SaveFixture => new SaveFixture({objects: [parent, child]});

  it('points to the row that holds the value', () => {
    const org = fixture();
    const id = org.stored('Parent__c', {Key__c: 'k'});
    const [saved] = insertChild(org, {Key__c: 'k'});
    assert.equal(org.value('Child__c', saved?.id ?? '', 'Parent__c'), id);
  });

  it('is refused where no row holds the value', () => {
    const [saved] = insertChild(fixture(), {Key__c: 'gone'});
    assert.deepEqual(errorsOf(saved), ['INVALID_FIELD, Foreign key external ID: gone not found for field Key__c in entity Parent__c: []']);
  });

  it('is refused where the parent has more than its key', () => {
    const [saved] = insertChild(fixture(), {Key__c: 'k', Other__c: 'x'});
    assert.match(
      errorsOf(saved)[0] ?? '',
      /^INVALID_FIELD, More than 1 field provided in an external foreign key reference in entity: Parent__c/,
    );
  });

  it('is refused where several rows hold the value', () => {
    const org = fixture();
    org.insert('Parent__c', [{Key__c: 'k'}, {Key__c: 'k'}]);
    assert.match(
      errorsOf(insertChild(org, {Key__c: 'k'})[0])[0] ?? '',
      /^DUPLICATE_EXTERNAL_ID, Key: more than one record found for external id field: \[/,
    );
  });

  it('says nothing where the parent came out of a query', () => {
    const org = fixture();
    const record = org.record('Child__c', {});
    const queried = org.record('Parent__c', {Other__c: 'x'});
    queried.isQueried = true;
    setParent(record, fieldOf(record.descriptor, 'Parent__c').index, queried);
    assert.deepEqual(errorsOf(org.save('insert', [record])[0]), []);
  });
});
