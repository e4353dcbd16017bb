import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, put, SaveFixture} from '../save-fixture.ts';

const note = customObject('Note__c', [
  customField('First__c', {required: true}),
  customField('Second__c', {required: true}),
  customField('Flag__c', {type: 'Checkbox', required: true, defaultValue: 'false'}),
]);
const fixture = (): SaveFixture => new SaveFixture({objects: [note]});

describe('required fields', () => {
  it('are named together where they are missing', () => {
    assert.deepEqual(errorsOf(fixture().insert('Note__c', [{}])[0]), [
      'REQUIRED_FIELD_MISSING, Required fields are missing: [First__c, Second__c]: [First__c, Second__c]',
    ]);
  });

  it('are missing where they hold blanks alone', () => {
    const [saved] = fixture().insert('Note__c', [{First__c: 'x', Second__c: '  '}]);
    assert.equal(saved?.errors[0]?.message, 'Required fields are missing: [Second__c]');
  });

  it('may be filled by before triggers', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', ([row]) => {
      if (row !== undefined) for (const name of ['First__c', 'Second__c']) put(row.record, name, 'x');
    });
    assert.deepEqual(errorsOf(org.insert('Note__c', [{}])[0]), []);
  });

  it('may not be emptied by an update', () => {
    const org = fixture();
    const id = org.stored('Note__c', {First__c: 'x', Second__c: 'y'});
    assert.equal(org.update('Note__c', [{Id: id, First__c: null}])[0]?.errors[0]?.statusCode, 'REQUIRED_FIELD_MISSING');
  });
});
