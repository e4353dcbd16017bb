import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {UncaughtInTrigger} from '../../src/dml/trigger-failure.ts';
import {ApexException} from '../../src/apex/runtime/exceptions.ts';
import {customField, customObject} from '../data/fixture.ts';
import {errorsOf, get, SaveFixture} from './save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {required: true})]);

function fixture(): SaveFixture {
  return new SaveFixture({objects: [note]});
}

const good = {Text__c: 'good'};
const bad = {};

describe('saving a chunk, all or none', () => {
  it('saves all records where none is refused', () => {
    const org = fixture();
    const saved = org.insert('Note__c', [good, good]);
    assert.deepEqual(
      saved.map((row) => row.id !== null),
      [true, true],
    );
    assert.equal(org.count('Note__c'), 2);
  });

  it('leaves nothing of the chunk where one record is refused', () => {
    const org = fixture();
    org.insert('Note__c', [good, bad]);
    assert.equal(org.count('Note__c'), 0);
  });

  it('runs the triggers once', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => undefined);
    org.insert('Note__c', [good, bad]);
    assert.deepEqual(org.triggers.log, ['before insert 2']);
  });

  it('undoes what an after trigger wrote where a later error refuses a record', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'after insert', (rows) => {
      if (rows.length === 1) return;
      org.insert('Note__c', [good]);
      rows[0]?.record.addError('no', null);
    });
    org.insert('Note__c', [good, good]);
    assert.equal(org.count('Note__c'), 0);
  });
});

describe('saving a chunk with partial success', () => {
  it('saves the good records beside the bad, with results in the order of the records', () => {
    const org = fixture();
    const saved = org.insert('Note__c', [bad, good, bad, good], {partial: true});
    assert.deepEqual(
      saved.map((row) => row.errors.length),
      [1, 0, 1, 0],
    );
    assert.equal(org.count('Note__c'), 2);
  });

  it('runs the triggers again over the good records alone', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => undefined);
    org.insert('Note__c', [bad, good, good], {partial: true});
    assert.deepEqual(org.triggers.log, ['before insert 3', 'before insert 2']);
  });

  it('gives the triggers of the second attempt the records as they were handed in', () => {
    const org = fixture();
    const seen: unknown[] = [];
    org.triggers.on('Note__c', 'before insert', (rows) => {
      for (const {record} of rows) {
        seen.push(get(record, 'Text__c'));
        record.slots[record.descriptor.fieldsByKey.get('text__c')!.index] = get(record, 'Text__c') === undefined ? null : 'changed';
      }
    });
    org.insert('Note__c', [bad, good], {partial: true});
    assert.deepEqual(seen, [undefined, 'good', 'good']);
  });

  it('takes back what the first attempt counted against the limits', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => {
      org.counted++;
    });
    org.insert('Note__c', [bad, good], {partial: true});
    assert.equal(org.counted, 1);
  });

  it('keeps the limits of the only attempt where all records are good', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => {
      org.counted++;
    });
    org.insert('Note__c', [good], {partial: true});
    assert.equal(org.counted, 1);
  });

  it('undoes the rows of the first attempt', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'after insert', (rows) => {
      if (rows.length > 1) rows[0]?.record.addError('no', null);
    });
    const saved = org.insert('Note__c', [good, good], {partial: true});
    assert.deepEqual(errorsOf(saved[0]), ['FIELD_CUSTOM_VALIDATION_EXCEPTION, no: []']);
    assert.equal(org.count('Note__c'), 1);
  });

  it('gives up after the third attempt that finds new errors', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'after insert', (rows) => {
      rows[0]?.record.addError('no', null);
    });
    const saved = org.insert('Note__c', [good, good, good, good, good], {partial: true});
    assert.deepEqual(org.triggers.log, ['after insert 5', 'after insert 4', 'after insert 3']);
    assert.match(errorsOf(saved[4])[0] ?? '', /Too many batch retries in the presence of Apex triggers and partial failures\./);
    assert.equal(org.count('Note__c'), 0);
  });

  it('refuses every record of the chunk with the message of a trigger that failed', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => {
      throw new UncaughtInTrigger(
        'Broken',
        'before insert',
        new ApexException(),
        'System.MathException: Divide by 0',
        'Trigger.Broken: line 1, column 1',
      );
    });
    const saved = org.insert('Note__c', [good, good], {partial: true});
    const error =
      'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, Broken: execution of BeforeInsert\n\ncaused by: System.MathException: Divide by 0\n\nTrigger.Broken: line 1, column 1: []';
    assert.deepEqual(saved.map(errorsOf), [[error], [error]]);
  });

  it('lets an error of the engine through', () => {
    const org = fixture();
    org.triggers.on('Note__c', 'before insert', () => {
      throw new Error('defect');
    });
    assert.throws(() => org.insert('Note__c', [good], {partial: true}), /defect/);
  });
});
