/** Random conditions, run by the engine (with its indexes) and by a filter that is too simple to be wrong in the same way. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import fc from 'fast-check';
import type {ApexDate} from '../../../src/apex/runtime/date.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {customField, customObject, day, decimal, Fixture, instant} from '../fixture.ts';

interface Row {
  readonly Key__c: string | null;
  readonly City: string | null;
  readonly Score__c: string | null;
  readonly Due__c: string | null;
  readonly Parent__c: number | null;
}

const fields = [
  customField('Key__c', {externalId: true}),
  customField('City__c', {}),
  customField('Score__c', {type: 'Number', precision: 6, scale: 2}),
  customField('Due__c', {type: 'Date'}),
  customField('Parent__c', {type: 'Lookup', referenceTo: 'Account', relationshipName: 'Items'}),
];
const source = {objects: [customObject('Item__c', fields)]};

const texts = ['a', 'A', 'b', 'ab', null];
const numbers = ['-1', '0', '0.50', '2', null];
const days = ['2026-01-01', '2026-01-02', '2026-03-01', null];

const row: fc.Arbitrary<Row> = fc.record({
  Key__c: fc.constantFrom(...texts),
  City: fc.constantFrom(...texts),
  Score__c: fc.constantFrom(...numbers),
  Due__c: fc.constantFrom(...days),
  Parent__c: fc.constantFrom(0, 1, null),
});

/** A condition as text and as a function. */
interface Sample {
  readonly text: string;
  readonly test: (row: Row, parents: readonly string[]) => boolean;
}

const same = (left: string | null, right: string | null) => left?.toLowerCase() === right?.toLowerCase();
const quoted = (value: string | null) => (value === null ? 'null' : `'${value}'`);

function textSample(field: 'Key__c' | 'City'): fc.Arbitrary<Sample> {
  const name = field === 'City' ? 'City__c' : field;
  return fc.oneof(
    fc.constantFrom(...texts).map((value) => ({text: `${name} = ${quoted(value)}`, test: (each: Row) => same(each[field], value)})),
    fc.constantFrom(...texts).map((value) => ({text: `${name} != ${quoted(value)}`, test: (each: Row) => !same(each[field], value)})),
    fc.array(fc.constantFrom(...texts), {minLength: 1, maxLength: 3}).map((values) => ({
      text: `${name} IN (${values.map(quoted).join()})`,
      test: (each: Row) => values.some((value) => same(each[field], value)),
    })),
    fc.constantFrom('a', 'b').map((value) => ({
      text: `${name} LIKE '${value}%'`,
      test: (each: Row) => each[field]?.toLowerCase().startsWith(value) === true,
    })),
  );
}

const comparisons = {
  '=': (order: number) => order === 0,
  '<': (order: number) => order < 0,
  '<=': (order: number) => order <= 0,
  '>': (order: number) => order > 0,
  '>=': (order: number) => order >= 0,
} as const;
const operator = fc.constantFrom(...(Object.keys(comparisons) as (keyof typeof comparisons)[]));

const numberSample: fc.Arbitrary<Sample> = fc.tuple(operator, fc.constantFrom('-1', '0', '0.5', '1.75')).map(([sign, value]) => ({
  text: `Score__c ${sign} ${value}`,
  test: (each: Row) => each.Score__c !== null && comparisons[sign](Number(each.Score__c) - Number(value)),
}));

const daySample: fc.Arbitrary<Sample> = fc
  .tuple(operator, fc.constantFrom('2026-01-01', '2026-01-15', '2026-03-01'))
  .map(([sign, value]) => ({
    text: `Due__c ${sign} ${value}`,
    test: (each: Row) => each.Due__c !== null && comparisons[sign](each.Due__c < value ? -1 : each.Due__c > value ? 1 : 0),
  }));

const parentSample: fc.Arbitrary<Sample> = fc.oneof(
  fc.constantFrom(0, 1).map((at) => ({text: `Parent__r.Name = 'Parent ${at}'`, test: (each: Row) => each.Parent__c === at})),
  fc.constantFrom(0, 1).map((at) => ({text: `Parent__r.Name != 'Parent ${at}'`, test: (each: Row) => each.Parent__c !== at})),
  fc.constant({text: 'Parent__c = null', test: (each: Row) => each.Parent__c === null}),
);

const condition: fc.Arbitrary<Sample> = fc.letrec<{node: Sample}>((tie) => ({
  node: fc.oneof(
    {maxDepth: 3, withCrossShrink: true},
    textSample('Key__c'),
    textSample('City'),
    numberSample,
    daySample,
    parentSample,
    fc.tuple(tie('node'), tie('node')).map(([left, right]) => ({
      text: `(${left.text} AND ${right.text})`,
      test: (each: Row, parents: readonly string[]) => left.test(each, parents) && right.test(each, parents),
    })),
    fc.tuple(tie('node'), tie('node')).map(([left, right]) => ({
      text: `(${left.text} OR ${right.text})`,
      test: (each: Row, parents: readonly string[]) => left.test(each, parents) || right.test(each, parents),
    })),
    tie('node').map((inner) => ({
      text: `(NOT ${inner.text})`,
      test: (each: Row, parents: readonly string[]) => !inner.test(each, parents),
    })),
  ),
})).node;

/** With all indexes, and with few of them. */
const largeFrom = fc.constantFrom(0, 100);

test('the engine finds the rows that a plain filter finds', () => {
  fc.assert(
    fc.property(fc.array(row, {maxLength: 12}), fc.array(condition, {minLength: 1, maxLength: 4}), largeFrom, (rows, conditions, large) => {
      const fixture = new Fixture(source, {largeFrom: large});
      const parents = [0, 1].map((at) => fixture.insert('Account', {Name: `Parent ${at}`}));
      for (const [at, each] of rows.entries()) {
        fixture.insert('Item__c', {
          Name: String(at),
          Key__c: each.Key__c,
          City__c: each.City,
          Score__c: each.Score__c === null ? null : decimal(each.Score__c),
          Due__c: each.Due__c === null ? null : day(each.Due__c),
          Parent__c: each.Parent__c === null ? null : parents[each.Parent__c],
        });
      }
      // All of them at the top level, where indexes are used.
      const where = conditions.map(({text}) => text).join(' AND ');
      const expected = rows.flatMap((each, at) => (conditions.every((sample) => sample.test(each, parents)) ? [String(at)] : []));
      assert.deepEqual(fixture.values(`SELECT Name FROM Item__c WHERE ${where}`, 'Name'), expected, where);
    }),
    {numRuns: 400},
  );
});

test('sorting agrees with comparing', () => {
  fc.assert(
    fc.property(fc.array(row, {maxLength: 12}), fc.boolean(), fc.boolean(), (rows, descending, nullsLast) => {
      const fixture = new Fixture(source);
      for (const [at, each] of rows.entries()) {
        fixture.insert('Item__c', {
          Name: String(at).padStart(2, '0'),
          Score__c: each.Score__c === null ? null : decimal(each.Score__c),
          Due__c: each.Due__c === null ? null : day(each.Due__c),
        });
      }
      const clause = `ORDER BY Score__c${descending ? ' DESC' : ''}${nullsLast ? ' NULLS LAST' : ''}, Due__c, Name`;
      const sorted = fixture.query(`SELECT Name, Score__c, Due__c FROM Item__c ${clause}`);
      const slot = (record: (typeof sorted)[number], key: string) => record.slots[record.descriptor.fieldsByKey.get(key)!.index];
      const rank = (value: unknown, isLast: boolean) =>
        value === null ? (isLast ? Infinity : -Infinity) : value instanceof Decimal ? value.toNumber() : (value as ApexDate).days;
      for (const [at, record] of sorted.entries()) {
        const next = sorted[at + 1];
        if (next === undefined) continue;
        const sign = descending ? -1 : 1;
        const [a, b] = [record, next].map((each) => {
          const score = rank(slot(each, 'score__c'), nullsLast);
          return Number.isFinite(score) ? score * sign : score;
        });
        assert.ok(a! <= b!, clause);
        if (a === b) assert.ok(rank(slot(record, 'due__c'), false) <= rank(slot(next, 'due__c'), false), clause);
      }
    }),
  );
});

test('a limit gives the first of all rows, however they are read', () => {
  const order = fc.record({
    field: fc.constantFrom('Score__c', 'Due__c', 'Seen__c'),
    direction: fc.constantFrom('', ' ASC', ' DESC', ' NULLS LAST', ' DESC NULLS LAST'),
    limit: fc.integer({min: 0, max: 6}),
    offset: fc.integer({min: 0, max: 3}),
    where: fc.constantFrom(
      'Key__c != null',
      'Score__c > 0',
      'Due__c <= 2026-01-02',
      'Seen__c >= 2026-01-01T10:00:30Z',
      "Due__c IN (2026-01-01, 2026-03-01) AND Key__c != 'b'",
    ),
    isEmptyAllowed: fc.boolean(),
  });
  const seen = ['2026-01-01T10:00:00Z', '2026-01-01T10:00:30Z', '2026-01-01T10:00:59Z', '2026-01-02T00:00:00Z'];
  const timed = fc.tuple(row, fc.constantFrom(...seen));
  fc.assert(
    fc.property(fc.array(timed, {maxLength: 15}), order, (rows, {field, direction, limit, offset, where, isEmptyAllowed}) => {
      const fixtures = [0, 100].map(
        (large) =>
          new Fixture({objects: [customObject('Item__c', [...fields, customField('Seen__c', {type: 'DateTime'})])]}, {largeFrom: large}),
      );
      const query = `SELECT Name FROM Item__c WHERE ${where} ORDER BY ${field}${direction}`;
      const [limited, all] = fixtures.map((fixture, at) => {
        for (const [number, [each, time]] of rows.entries()) {
          const score = isEmptyAllowed ? each.Score__c : (each.Score__c ?? '7');
          fixture.insert('Item__c', {
            Name: String(number),
            Key__c: each.Key__c,
            Score__c: score === null ? null : decimal(score),
            Due__c: each.Due__c === null ? null : day(each.Due__c),
            Seen__c: instant(time),
          });
        }
        return fixture.values(at === 0 ? `${query} LIMIT ${String(limit)} OFFSET ${String(offset)}` : query, 'Name');
      });
      assert.deepEqual(limited, all?.slice(offset, offset + limit), query);
    }),
    {numRuns: 150},
  );
});
