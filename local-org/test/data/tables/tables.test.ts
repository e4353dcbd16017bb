import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {Tables, type RowChange} from '../../../src/data/tables/tables.ts';
import {customField, customObject, day} from '../fixture.ts';

const schema = createSchema({
  objects: [
    customObject('Thing__c', [
      customField('Key__c', {unique: true, externalId: true}),
      customField('Code__c', {unique: true, caseSensitive: true}),
      customField('Due__c', {type: 'Date'}),
      customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Things'}),
    ]),
  ],
  globalValueSets: [],
  standardValueSets: [],
});
const thing = schema.object('Thing__c')!;
const field = (key: string) => thing.fieldsByKey.get(key)!;

function row(id: string, values: Readonly<Record<string, unknown>> = {}): unknown[] {
  const slots: unknown[] = thing.fields.map((each) => values[each.key] ?? null);
  slots[0] = id;
  return slots;
}

test('a row that was inserted is found by its Id', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {key__c: 'one'}));
  assert.equal(tables.get(thing, 'a001')?.slots[field('key__c').index], 'one');
  assert.equal(tables.get(thing, 'a002'), undefined);
});

test('an Id is given once', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001'));
  assert.throws(() => tables.insert(thing, row('a001')), /Thing__c a001 exists already/);
});

test('unique values are found in any case, unless the field tells case', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {key__c: 'One', code__c: 'One'}));
  assert.deepEqual(tables.findByKey(thing, field('key__c'), 'oNE'), ['a001']);
  assert.deepEqual(tables.findByKey(thing, field('code__c'), 'oNE'), []);
  assert.deepEqual(tables.findByKey(thing, field('code__c'), 'One'), ['a001']);
});

test('empty values are found by no key', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001'));
  assert.deepEqual(tables.findByKey(thing, field('key__c'), null), []);
});

test('rows in the recycle bin are found by no key and come back to it', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {key__c: 'one'}));
  tables.setDeleted(thing, 'a001', true);
  assert.deepEqual(tables.findByKey(thing, field('key__c'), 'one'), []);
  assert.equal(tables.get(thing, 'a001')?.slots[field('isdeleted').index], true);
  tables.setDeleted(thing, 'a001', false);
  assert.deepEqual(tables.findByKey(thing, field('key__c'), 'one'), ['a001']);
});

test('an index that was built follows updates', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {lead__c: '00Q1'}));
  assert.deepEqual(tables.findByReference(thing, field('lead__c'), '00Q1'), ['a001']);
  tables.update(thing, 'a001', row('a001', {lead__c: '00Q2'}));
  tables.insert(thing, row('a000', {lead__c: '00Q2'}));
  assert.deepEqual(tables.findByReference(thing, field('lead__c'), '00Q1'), []);
  assert.deepEqual(tables.findByReference(thing, field('lead__c'), '00Q2'), ['a000', 'a001']);
});

test('rows are read in the order of their Ids, whatever the order in which they came', () => {
  const tables = new Tables();
  for (const id of ['a003', 'a001', 'a002']) tables.insert(thing, row(id));
  assert.deepEqual(
    [...tables.table(thing).scan()].map(([id]) => id),
    ['a001', 'a002', 'a003'],
  );
});

test('rolling back to a mark undoes what came after it, and nothing else', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {key__c: 'one'}));
  const mark = tables.mark();
  tables.insert(thing, row('a002', {key__c: 'two'}));
  tables.update(thing, 'a001', row('a001', {key__c: 'uno'}));
  tables.remove(thing, 'a001');
  tables.rollbackTo(mark);
  assert.deepEqual(tables.findByKey(thing, field('key__c'), 'one'), ['a001']);
  assert.deepEqual(tables.findByKey(thing, field('key__c'), 'two'), []);
  assert.equal(tables.table(thing).size, 1);
});

test('a commit hands over one change a row, from before the transaction to now', () => {
  const commits: (readonly RowChange[])[] = [];
  const tables = new Tables({onCommit: (changes) => commits.push(changes)});
  tables.insert(thing, row('a001', {key__c: 'one'}));
  tables.update(thing, 'a001', row('a001', {key__c: 'two'}));
  tables.insert(thing, row('a002'));
  tables.remove(thing, 'a002');
  tables.commit();
  tables.commit();
  assert.equal(commits.length, 1);
  assert.deepEqual(
    commits[0]?.map(({id, before, after}) => [id, before, after?.slots[field('key__c').index]]),
    [['a001', undefined, 'two']],
  );
});

interface Step {
  readonly kind: 'insert' | 'update' | 'delete' | 'undelete' | 'remove' | 'mark' | 'rollback';
  readonly id: string;
  readonly key: string | null;
  readonly due: number | null;
}

const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.constantFrom('insert', 'update', 'update', 'delete', 'undelete', 'remove', 'mark', 'rollback'),
  id: fc.constantFrom('a001', 'a002', 'a003', 'a004'),
  key: fc.constantFrom('x', 'X', 'y', null),
  due: fc.constantFrom(1, 2, 3, null),
});

test('after any steps and rollbacks, rows and indexes are those of a plain model', () => {
  fc.assert(
    fc.property(fc.array(step, {maxLength: 40}), (steps) => {
      const tables = new Tables();
      let model = new Map<string, {key: string | null; due: number | null; isDeleted: boolean}>();
      const marks: {mark: number; model: typeof model}[] = [];
      for (const {kind, id, key, due} of steps) {
        const slots = row(id, {key__c: key, due__c: due === null ? null : day(`2026-01-0${due}`)});
        const known = model.get(id);
        if (kind === 'mark') marks.push({mark: tables.mark(), model: new Map(model)});
        else if (kind === 'rollback') {
          const back = marks.pop();
          if (back !== undefined) {
            tables.rollbackTo(back.mark);
            model = back.model;
          }
        } else if (kind === 'insert' && known === undefined) {
          tables.insert(thing, slots);
          model.set(id, {key, due, isDeleted: false});
        } else if (known !== undefined && kind === 'update') {
          tables.update(thing, id, slots);
          model.set(id, {...known, key, due});
        } else if (known !== undefined && (kind === 'delete' || kind === 'undelete')) {
          tables.setDeleted(thing, id, kind === 'delete');
          model.set(id, {...known, isDeleted: kind === 'delete'});
        } else if (known !== undefined && kind === 'remove') {
          tables.remove(thing, id);
          model.delete(id);
        }
        // Asked for at each step, so that the index is kept up and not built at the end.
        const ids = [...model].filter(([, each]) => !each.isDeleted && each.key?.toUpperCase() === 'X').map(([each]) => each);
        assert.deepEqual(tables.findByKey(thing, field('key__c'), 'x'), ids.sort());
        const days = [...model].filter(([, each]) => each.due !== null && each.due <= 2).map(([each]) => each);
        const range = tables
          .table(thing)
          .orderedIndex(field('due__c'))
          .read({from: -Infinity, to: day('2026-01-02').days}, 'ascending');
        assert.deepEqual([...range].flatMap((each) => [...each]).sort(), days.sort());
      }
      assert.deepEqual(
        [...tables.table(thing).scan()].map(([id]) => id),
        [...model.keys()].sort(),
      );
    }),
  );
});

test('rows can be hidden while something runs, and what it wrote is gone with its end', () => {
  const tables = new Tables();
  tables.insert(thing, row('a001', {key__c: 'one'}));
  tables.commit();
  tables.without(
    ({name}) => name === 'Thing__c',
    () => {
      assert.equal(tables.get(thing, 'a001'), undefined);
      assert.deepEqual(tables.findByKey(thing, field('key__c'), 'one'), []);
      const mark = tables.mark();
      tables.insert(thing, row('a002', {key__c: 'two'}));
      tables.rollbackTo(mark);
    },
  );
  assert.equal(tables.get(thing, 'a001')?.slots[field('key__c').index], 'one');
  assert.equal(tables.get(thing, 'a002'), undefined);
});
