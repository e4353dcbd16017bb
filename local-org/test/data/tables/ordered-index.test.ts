import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import fc from 'fast-check';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import type {FieldDescriptor} from '../../../src/data/descriptor.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {isOrdered, orderKey, OrderedIndex, type KeyRange} from '../../../src/data/tables/ordered-index.ts';
import type {StoredRow} from '../../../src/data/tables/table.ts';
import {customField, customObject, day, decimal, instant} from '../fixture.ts';

const schema = createSchema({
  objects: [
    customObject('Thing__c', [
      customField('Due__c', {type: 'Date'}),
      customField('Double__c', {type: 'Number', precision: 6, scale: 2, formula: 'LEN(Name)'}),
    ]),
  ],
  globalValueSets: [],
  standardValueSets: [],
});
const field = (name: string): FieldDescriptor => schema.object('Thing__c')!.fieldsByKey.get(name.toLowerCase())!;
const due = field('Due__c');

function rowOf(value: unknown): StoredRow {
  const slots: unknown[] = schema.object('Thing__c')!.fields.map(() => null);
  slots[due.index] = value;
  return {slots, isDeleted: false};
}

function idsIn(index: OrderedIndex, range: KeyRange, direction: 'ascending' | 'descending' = 'ascending'): string[] {
  return [...index.read(range, direction)].flatMap((ids) => [...ids].sort());
}

suite('An ordered index', () => {
  const index = new OrderedIndex(due);
  for (const [at, text] of ['2026-01-01', '2026-01-02', '2026-01-02', '2026-02-01'].entries())
    index.replace(`a${at}`, undefined, rowOf(day(text)));
  const range = (from: string, to: string): KeyRange => ({from: day(from).days, to: day(to).days});

  test('finds the rows of a range, both bounds included', () => {
    assert.deepEqual(idsIn(index, range('2026-01-02', '2026-01-31')), ['a1', 'a2']);
    assert.deepEqual(idsIn(index, range('2026-01-02', '2026-02-01')), ['a1', 'a2', 'a3']);
    assert.deepEqual(idsIn(index, range('2026-03-01', '2026-01-01')), []);
  });

  test('is read in both directions', () => {
    assert.deepEqual(idsIn(index, {from: -Infinity, to: Infinity}, 'descending'), ['a3', 'a1', 'a2', 'a0']);
  });

  test('counts no further than it is asked to', () => {
    assert.equal(index.count(range('2026-01-01', '2026-12-31'), 10), 4);
    assert.equal(index.count(range('2026-01-01', '2026-12-31'), 2), 3);
  });

  test('has no empty values', () => {
    index.replace('a4', undefined, rowOf(null));
    assert.equal(index.size, 4);
  });
});

suite('The key of a value', () => {
  test('is the day of a date and the minute of an instant', () => {
    assert.equal(orderKey(day('1970-01-03')), 2);
    assert.equal(orderKey(instant('1970-01-01T00:01:59Z')), 1);
    assert.equal(orderKey(instant('1969-12-31T23:59:59Z')), -1);
  });

  test('is the whole part of a number', () => {
    assert.deepEqual([2, 3n, decimal('-0.5'), new ApexDouble(2.9)].map(orderKey), [2, 3, -1, 2]);
  });

  test('is none where there is nothing to order', () => {
    assert.deepEqual([null, undefined, 'text', true].map(orderKey), [null, null, null, null]);
    assert.equal(isOrdered(field('Double__c')), false);
    assert.equal(isOrdered(field('Name')), false);
  });

  test('is never smaller for a greater number', () => {
    const number = fc.tuple(fc.bigInt({min: -(10n ** 18n), max: 10n ** 18n}), fc.integer({min: 0, max: 8})).map(([digits, scale]) =>
      decimal(
        `${digits}e-${scale}`.replace(/^(-?)(\d+)e-(\d+)$/, (_all, sign: string, all: string, places: string) => {
          const padded = all.padStart(Number(places) + 1, '0');
          const point = padded.length - Number(places);
          return sign + padded.slice(0, point) + (places === '0' ? '' : `.${padded.slice(point)}`);
        }),
      ),
    );
    fc.assert(
      fc.property(number, number, (left, right) => {
        const [low, high] = left.compareTo(right) <= 0 ? [left, right] : [right, left];
        assert.ok(orderKey(low)! <= orderKey(high)!);
      }),
    );
  });
});

test('after any changes an ordered index holds what a plain model holds, also when many keys come and go', () => {
  const change = fc.record({
    id: fc.integer({min: 0, max: 79}).map(String),
    at: fc.option(fc.integer({min: 0, max: 199})),
    isAsked: fc.boolean(),
  });
  const bounds = fc.record({from: fc.integer({min: -1, max: 200}), to: fc.integer({min: -1, max: 200})});
  fc.assert(
    fc.property(fc.array(change, {maxLength: 300}), bounds, (changes, range) => {
      const index = new OrderedIndex(due);
      const model = new Map<string, number | null>();
      const expected = (): string[] =>
        [...model]
          .flatMap(([id, at]) => (at !== null && at >= range.from && at <= range.to ? [{id, at}] : []))
          .sort((left, right) => left.at - right.at || (left.id < right.id ? -1 : 1))
          .map(({id}) => id);
      for (const {id, at, isAsked} of changes) {
        const before = model.get(id);
        const rowAt = (key: number | null): StoredRow => rowOf(key === null ? null : day('1970-01-01').addDays(key));
        index.replace(id, before === undefined ? undefined : rowAt(before), rowAt(at));
        model.set(id, at);
        if (isAsked) assert.deepEqual(idsIn(index, range), expected());
      }
      assert.deepEqual(idsIn(index, range), expected());
      assert.equal(index.size, [...model.values()].filter((at) => at !== null).length);
    }),
  );
});
