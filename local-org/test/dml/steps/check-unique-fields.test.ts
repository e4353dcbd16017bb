import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject, everything} from '../../data/fixture.ts';
import {errorsOf, SaveFixture} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Key__c', {unique: true}), customField('Exact__c', {unique: true, caseSensitive: true})]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});
const UNKNOWN = 'DUPLICATE_VALUE, duplicate value found: <unknown> duplicates value on record with id: <unknown>: []';

describe('unique fields', () => {
  it('refuse a value that another row holds, whatever its case', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Key__c: 'Abc'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Key__c: 'aBC '}])[0]), [
      `DUPLICATE_VALUE, duplicate value found: Key__c duplicates value on record with id: ${id.slice(0, 15)}: [Key__c]`,
    ]);
  });

  it('tell cases apart where they say so', () => {
    const org = fixture();
    org.stored('Note__c', {Exact__c: 'Abc'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Exact__c: 'abc'}])[0]), []);
  });

  it('let one of two new records with a value through', () => {
    const saved = fixture().insert('Note__c', [{Key__c: 'k'}, {Key__c: 'K'}], {partial: true});
    assert.deepEqual(saved.map(errorsOf), [[], [UNKNOWN]]);
  });

  it('do not compare empty values', () => {
    const saved = fixture().insert('Note__c', [{Key__c: ''}, {Key__c: ''}, {}]);
    assert.deepEqual(saved.map(errorsOf), [[], [], []]);
  });

  it('let a row keep its value', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Key__c: 'k'});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, Key__c: 'K'}])[0]), []);
  });

  it('are free again when the row is deleted', () => {
    const org = fixture();
    const id = org.stored('Note__c', {Key__c: 'k'});
    org.save('delete', [org.record('Note__c', {Id: id})]);
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Key__c: 'k'}])[0]), []);
  });

  it('do not tell of a row that the user may not see', () => {
    const access = {...everything, canAccessField: () => true, canAccessObject: (_object: unknown, action: string) => action !== 'read'};
    const org = new SaveFixture({objects: [note]}, {access});
    org.put('Note__c', {Key__c: 'k'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Key__c: 'k'}], {access: 'user'})[0]), [UNKNOWN]);
  });

  it('do not tell of a row that sharing hides', () => {
    const org = new SaveFixture(
      {objects: [note]},
      {access: {...everything, rowFilter: (object) => (object.name === 'Note__c' ? () => false : null)}},
    );
    org.put('Note__c', {Key__c: 'k'});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{Key__c: 'k'}], {enforcesSharing: true})[0]), [UNKNOWN]);
  });
});
