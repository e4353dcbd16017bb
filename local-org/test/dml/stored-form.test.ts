import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {FieldDescriptor} from '../../src/data/descriptor.ts';
import {storedForm} from '../../src/dml/stored-form.ts';
import {customField, customObject, decimal, instant} from '../data/fixture.ts';
import {fieldOf, SaveFixture} from './save-fixture.ts';

const org = new SaveFixture({
  objects: [
    customObject('Note__c', [
      customField('Text__c', {}),
      customField('Number__c', {type: 'Number', precision: 18, scale: 2}),
      customField('When__c', {type: 'DateTime'}),
    ]),
  ],
});
const field = (name: string): FieldDescriptor => fieldOf(org.object('Note__c'), name);

describe('the stored form of a value', () => {
  it('loses the blanks around text', () => {
    assert.equal(storedForm(field('Text__c'), ' \t a b \r\n'), 'a b');
  });

  it('keeps no-break spaces', () => {
    assert.equal(storedForm(field('Text__c'), '\u00a0a\u00a0'), '\u00a0a\u00a0');
  });

  it('is null for text without anything in it', () => {
    assert.deepEqual([storedForm(field('Text__c'), ''), storedForm(field('Text__c'), '  ')], [null, null]);
  });

  it('is rounded half up to the scale of the field', () => {
    const stored = ['1.005', '-1.005', '1.0049'].map((text) => String(storedForm(field('Number__c'), decimal(text))));
    assert.deepEqual(stored, ['1.01', '-1.01', '1.00']);
  });

  it('keeps a number of fewer digits as it is', () => {
    assert.equal(String(storedForm(field('Number__c'), decimal('1.5'))), '1.5');
  });

  it('loses the milliseconds of a time', () => {
    assert.deepEqual(storedForm(field('When__c'), instant('2026-11-22T10:00:00.999Z')), instant('2026-11-22T10:00:00Z'));
  });

  it('is null for a field that was never set', () => {
    assert.equal(storedForm(field('Text__c'), undefined), null);
  });
});
