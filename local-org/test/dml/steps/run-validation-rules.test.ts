import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, get, put, SaveFixture} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {})]);

describe('validation rules', () => {
  it('refuse a record with all their errors', () => {
    const rules = {
      check: () => [
        {message: 'first', field: null},
        {message: 'second', field: 'Text__c'},
      ],
    };
    const org = new SaveFixture({objects: [note]}, {rules});
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}])[0]), [
      'FIELD_CUSTOM_VALIDATION_EXCEPTION, first: []',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION, second: [Text__c]',
    ]);
  });

  it('see what before triggers made of a record', () => {
    let seen: unknown;
    const org = new SaveFixture(
      {objects: [note]},
      {
        rules: {
          check: (_object, record) => {
            seen = get(record, 'Text__c');
            return [];
          },
        },
      },
    );
    org.triggers.on('Note__c', 'before insert', ([row]) => row && put(row.record, 'Text__c', 'changed'));
    org.insert('Note__c', [{Text__c: 'x'}]);
    assert.equal(seen, 'changed');
  });
});
