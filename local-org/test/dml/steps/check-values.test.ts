import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject, decimal} from '../../data/fixture.ts';
import {errorsOf, SaveFixture, USER, type Values} from '../save-fixture.ts';

const note = customObject('Note__c', [
  customField('Text__c', {length: 5, label: 'Short Text'}),
  customField('Number__c', {type: 'Number', precision: 4, scale: 2}),
  customField('Mail__c', {type: 'Email'}),
]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});
const errors = (values: Values): string[] => errorsOf(fixture().insert('Note__c', [values])[0]);

describe('values', () => {
  it('may be as long as their field', () => {
    assert.deepEqual(errors({Text__c: '12345'}), []);
  });

  it('may not be longer than their field', () => {
    assert.deepEqual(errors({Text__c: '123456'}), ['STRING_TOO_LONG, Short Text: data value too large: 123456 (max length=5): [Text__c]']);
  });

  it('are measured without the blanks around them', () => {
    assert.deepEqual(errors({Text__c: '  12345  '}), []);
  });

  it('may have as many digits before the point as their field', () => {
    assert.deepEqual(errors({Number__c: decimal('99.99')}), []);
  });

  it('may not have more digits before the point', () => {
    assert.deepEqual(errors({Number__c: decimal('-100')}), [
      'NUMBER_OUTSIDE_VALID_RANGE, Number: value outside of valid range on numeric field: -100: [Number__c]',
    ]);
  });

  it('are out of range where rounding takes them there', () => {
    assert.equal(errors({Number__c: decimal('99.995')}).length, 1);
  });

  it('of e-mail fields have to be addresses', () => {
    assert.deepEqual(errors({Mail__c: 'a@b.com'}), []);
    assert.deepEqual(errors({Mail__c: 'a@b'}), ['INVALID_EMAIL_ADDRESS, Mail: invalid email address: a@b: [Mail__c]']);
  });

  it('that were stored before may stay', () => {
    const org = fixture();
    const id = org.put('Note__c', {Text__c: '1234567', OwnerId: USER});
    assert.deepEqual(errorsOf(org.update('Note__c', [{Id: id, Text__c: '1234567'}])[0]), []);
  });
});
