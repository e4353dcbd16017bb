import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, SaveFixture, USER} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Number__c', {type: 'AutoNumber', displayFormat: '{0}'})]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});

describe('read-only fields', () => {
  it('are refused where an API write names them', () => {
    const [saved] = fixture().insert('Note__c', [{Number__c: '1'}], {origin: 'api'});
    assert.match(errorsOf(saved)[0] ?? '', /^INVALID_FIELD_FOR_INSERT_UPDATE, Unable to create\/update fields: Number__c\. /);
  });

  it('are passed over where Apex brings them along', () => {
    assert.deepEqual(errorsOf(fixture().insert('Note__c', [{Number__c: '1'}])[0]), []);
  });
});

describe('converted leads', () => {
  it('cannot be updated', () => {
    const org = fixture();
    const id = org.put('Lead', {LastName: 'L', Company: 'C', Status: 'x', OwnerId: USER, IsConverted: true});
    assert.deepEqual(errorsOf(org.update('Lead', [{Id: id}])[0]), ['CANNOT_UPDATE_CONVERTED_LEAD, cannot reference converted lead: []']);
  });

  it('can be deleted', () => {
    const org = fixture();
    const id = org.put('Lead', {LastName: 'L', Company: 'C', Status: 'x', OwnerId: USER, IsConverted: true});
    assert.deepEqual(errorsOf(org.save('delete', [org.record('Lead', {Id: id})])[0]), []);
  });
});
