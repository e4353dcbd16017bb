import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {TriggerEvent} from '../../../src/apex/syntax/ast.ts';
import type {SavedRow} from '../../../src/dml/save-chunk.ts';
import {customField, customObject} from '../../data/fixture.ts';
import {errorsOf, SaveFixture} from '../save-fixture.ts';

const note = customObject('Note__c', [customField('Text__c', {})]);

/** Has a trigger update or delete the very record that it runs over. */
function inTrigger(event: TriggerEvent, inner: 'update' | 'delete'): {readonly errors: string[]; readonly id: string} {
  const org = new SaveFixture({objects: [note]});
  const id = org.stored('Note__c', {});
  let saved: SavedRow | undefined;
  org.triggers.on('Note__c', event, () => {
    org.triggers.on('Note__c', event, () => undefined);
    [saved] = org.save(inner, [org.record('Note__c', {Id: id})]);
  });
  org.save(event.endsWith('delete') ? 'delete' : 'update', [org.record('Note__c', {Id: id})]);
  return {errors: errorsOf(saved), id: id.slice(0, 15)};
}

describe('a record whose before trigger runs', () => {
  it('cannot be updated in before update', () => {
    const {errors, id} = inTrigger('before update', 'update');
    assert.deepEqual(errors, [
      `SELF_REFERENCE_FROM_TRIGGER, Object (id = ${id}) is currently in trigger TestTrigger, therefore it cannot recursively update itself: []`,
    ]);
  });

  it('cannot be deleted in before update', () => {
    assert.match(inTrigger('before update', 'delete').errors[0] ?? '', /^SELF_REFERENCE_FROM_TRIGGER, .* cannot recursively delete itself/);
  });

  it('can be updated in before delete, but not deleted', () => {
    assert.deepEqual(inTrigger('before delete', 'update').errors, []);
    assert.match(inTrigger('before delete', 'delete').errors[0] ?? '', /^SELF_REFERENCE_FROM_TRIGGER/);
  });
});

describe('a record whose after trigger runs', () => {
  it('can be updated and deleted', () => {
    assert.deepEqual(inTrigger('after update', 'update').errors, []);
    assert.deepEqual(inTrigger('after update', 'delete').errors, []);
  });
});
