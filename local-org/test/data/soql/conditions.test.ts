import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ApexList} from '../../../src/apex/runtime/list.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import {SObject} from '../../../src/apex/runtime/sobject.ts';
import type {RuntimeType} from '../../../src/apex/runtime/runtime-type.ts';
import {customField, customObject, day, decimal, faultOf, Fixture, instant} from '../fixture.ts';

const source = {
  objects: [
    customObject('Lead', [
      customField('Score__c', {type: 'Number', precision: 6, scale: 2}),
      customField('Due__c', {type: 'Date'}),
      customField('Seen__c', {type: 'DateTime'}),
      customField('Tags__c', {type: 'MultiselectPicklist'}),
      customField('Key__c', {unique: true, caseSensitive: true}),
    ]),
  ],
};

function leads(rows: readonly Readonly<Record<string, unknown>>[], options?: ConstructorParameters<typeof Fixture>[1]): Fixture {
  const fixture = new Fixture(source, options);
  for (const [at, row] of rows.entries()) fixture.insert('Lead', {Company: 'c', LastName: `L${at}`, IsConverted: false, ...row});
  return fixture;
}

/** Numbers of the rows that a condition finds. */
function found(fixture: Fixture, where: string, binds: Readonly<Record<string, unknown>> = {}): number[] {
  return fixture.values(`SELECT LastName FROM Lead WHERE ${where}`, 'LastName', binds).map((name) => Number(String(name).slice(1)));
}

function expect(fixture: Fixture, cases: Readonly<Record<string, readonly number[]>>): void {
  for (const [where, numbers] of Object.entries(cases)) test(where, () => assert.deepEqual(found(fixture, where), numbers));
}

suite('text compares without case, and empty fields are unequal to all but null', () => {
  expect(leads([{City: 'Bern'}, {City: 'BERN'}, {City: 'Basel'}, {}]), {
    "City = 'bern'": [0, 1],
    "City != 'bern'": [2, 3],
    'City = null': [3],
    'City != null': [0, 1, 2],
    "City = ''": [3],
    "City > 'basel'": [0, 1],
    "City <= 'BASEL'": [2],
    "City IN ('BASEL', 'x')": [2],
    "City NOT IN ('basel', 'x')": [0, 1, 3],
    "City IN ('basel', null)": [2, 3],
    "NOT City = 'bern'": [2, 3],
    "NOT (City = 'bern' OR City = null)": [2],
  });
});

suite('patterns', () => {
  expect(leads([{City: 'Abc'}, {City: 'a%c'}, {City: 'a_c'}, {City: 'abbc'}, {City: 'a.c'}, {}, {City: 'a\\c'}]), {
    "City LIKE 'a%c'": [0, 1, 2, 3, 4, 6],
    "City LIKE 'A_C'": [0, 1, 2, 4, 6],
    "City LIKE 'a\\%c'": [1],
    "City LIKE 'a\\_c'": [2],
    "City LIKE 'a.c'": [4],
    "City LIKE 'a\\\\c'": [6],
    "City LIKE '%'": [0, 1, 2, 3, 4, 6],
    "(NOT City LIKE 'a%')": [5],
  });
});

suite('numbers', () => {
  expect(leads([{Score__c: decimal('1.50')}, {Score__c: decimal('10')}, {}, {Score__c: decimal('-2')}, {NumberOfEmployees: 3}]), {
    'Score__c = 1.5': [0],
    'Score__c > 1.5': [1],
    'Score__c <= 1.50': [0, 3],
    'Score__c < 0': [3],
    'Score__c = null': [2, 4],
    'NumberOfEmployees >= 2.5': [4],
  });
});

suite('case counts in fields that tell it', () => {
  expect(leads([{Key__c: 'aB'}, {Key__c: 'ab'}]), {"Key__c = 'ab'": [1], "Key__c LIKE 'a%B'": [0], "Key__c IN ('aB', 'AB')": [0]});
});

suite('multi-select picklists', () => {
  expect(leads([{Tags__c: 'a;b'}, {Tags__c: 'b;c'}, {Tags__c: 'a;b;c'}, {}]), {
    "Tags__c INCLUDES ('a')": [0, 2],
    "Tags__c INCLUDES ('a;c')": [2],
    "Tags__c INCLUDES ('a;c', 'b;c')": [1, 2],
    "Tags__c EXCLUDES ('a')": [1, 3],
    "Tags__c = 'a;b'": [0],
    "Tags__c = 'b;a'": [0],
    "Tags__c != 'c;b;a'": [0, 1, 3],
    "Tags__c IN ('c;b', 'x')": [1],
  });
});

suite('dates', () => {
  expect(leads([{Due__c: day('2026-11-21')}, {Due__c: day('2026-11-22')}, {Due__c: day('2026-11-23')}, {}]), {
    'Due__c = TODAY': [1],
    'Due__c != TODAY': [0, 2, 3],
    'Due__c < TODAY': [0],
    'Due__c <= TODAY': [0, 1],
    'Due__c > TODAY': [2],
    'Due__c >= TODAY': [1, 2],
    'Due__c = LAST_N_DAYS:1': [0, 1],
    'Due__c > LAST_N_DAYS:1': [2],
    'Due__c = 2026-11-23': [2],
    'DAY_IN_MONTH(Due__c) > 21': [1, 2],
    'CALENDAR_YEAR(Due__c) = 2026 AND DAY_IN_WEEK(Due__c) = 1': [1],
  });
});

suite("date literals over instants mean the user's days, date functions those of Greenwich", () => {
  const rows = [
    {Seen__c: instant('2026-11-22T07:59:59Z')},
    {Seen__c: instant('2026-11-22T08:00:00Z')},
    {Seen__c: instant('2026-11-23T07:59:59Z')},
    {Seen__c: instant('2026-11-23T08:00:00Z')},
  ];
  // 20:00 on the 22nd in California, which is eight hours behind in winter.
  expect(leads(rows, {zone: 'America/Los_Angeles', now: '2026-11-23T04:00:00Z'}), {
    'Seen__c = TODAY': [1, 2],
    'Seen__c = YESTERDAY': [0],
    'Seen__c > TODAY': [3],
    'Seen__c >= TOMORROW': [3],
    'Seen__c < TODAY': [0],
    'DAY_IN_MONTH(Seen__c) = 22': [0, 1],
    'DAY_IN_MONTH(convertTimezone(Seen__c)) = 22': [1, 2],
    'HOUR_IN_DAY(convertTimezone(Seen__c)) = 23': [0, 2],
    'DAY_ONLY(convertTimezone(Seen__c)) = 2026-11-22': [1, 2],
    'Seen__c = 2026-11-22T00:00:00-08:00': [1],
  });
});

test('a day on which clocks change has the hours that it has', () => {
  // Daylight saving ends on 2026-11-01 at 09:00 UTC: that day has 25 hours, from 07:00 UTC to 08:00 UTC of the next.
  const rows = [
    {Seen__c: instant('2026-11-01T06:59:59Z')},
    {Seen__c: instant('2026-11-01T07:00:00Z')},
    {Seen__c: instant('2026-11-02T07:59:59Z')},
    {Seen__c: instant('2026-11-02T08:00:00Z')},
  ];
  assert.deepEqual(found(leads(rows, {zone: 'America/Los_Angeles', now: '2026-11-01T20:00:00Z'}), 'Seen__c = TODAY'), [1, 2]);
});

const listType = {
  kind: 'list',
  name: 'List<Object>',
  arguments: [],
  isInstance: () => true,
  isAssignableFrom: () => true,
} satisfies RuntimeType;

suite('binds', () => {
  const fixture = leads([{City: 'Bern'}, {City: 'Basel'}, {}]);
  const [first = '', second = ''] = fixture.query('SELECT Id FROM Lead').map((record) => record.id ?? '');

  test('a text, an empty one, and null', () => {
    assert.deepEqual(found(fixture, 'City = :c', {c: 'BERN'}), [0]);
    assert.deepEqual(found(fixture, 'City = :c', {c: ''}), [2]);
    assert.deepEqual(found(fixture, 'City != :c', {c: null}), [0, 1]);
  });

  test('Ids of 15 and 18 characters, boxed ones, and records', () => {
    const record = new SObject(fixture.object('Lead'));
    record.id = second;
    assert.deepEqual(found(fixture, 'Id = :id', {id: first.slice(0, 15)}), [0]);
    assert.deepEqual(found(fixture, 'Id = :id', {id: new ApexId(first)}), [0]);
    assert.deepEqual(found(fixture, 'Id IN :ids', {ids: new ApexList(listType, [record, first])}), [0, 1]);
  });

  test('an empty list finds nothing, and nothing is in it', () => {
    assert.deepEqual(found(fixture, 'Id IN :ids', {ids: new ApexList(listType, [])}), []);
    assert.deepEqual(found(fixture, 'Id NOT IN :ids', {ids: new ApexList(listType, [])}), [0, 1, 2]);
  });

  test('a list beside = is what it is beside IN', () => {
    assert.deepEqual(found(fixture, 'City = :cities', {cities: new ApexList(listType, ['bern', 'x'])}), [0]);
    assert.deepEqual(found(fixture, 'City LIKE :patterns', {patterns: new ApexList(listType, ['be%', 'ba%'])}), [0, 1]);
  });

  test('a null collection is de-referenced', () => {
    assert.equal(
      faultOf(() => found(fixture, 'Id IN :ids', {ids: null})),
      'System.NullPointerException: Attempt to de-reference a null object',
    );
  });

  test('text that is no Id is refused', () => {
    assert.equal(
      faultOf(() => found(fixture, 'Id = :id', {id: 'nonsense'})),
      'System.QueryException: invalid ID field: nonsense',
    );
  });

  test('limits and offsets', () => {
    assert.deepEqual(found(fixture, "Company = 'c' LIMIT :n OFFSET :m", {n: 1, m: 1}), [1]);
    assert.deepEqual(found(fixture, "Company = 'c' LIMIT 0"), []);
    assert.match(
      faultOf(() => found(fixture, "Company = 'c' LIMIT :n", {n: -1})),
      /LIMIT and OFFSET must be a whole number/,
    );
  });
});

test('rows in the recycle bin are found with ALL ROWS alone', () => {
  const fixture = leads([{}, {}]);
  const [first = ''] = fixture.query('SELECT Id FROM Lead').map((record) => record.id ?? '');
  fixture.tables.setDeleted(fixture.object('Lead'), first, true);
  assert.deepEqual(found(fixture, "Company = 'c'"), [1]);
  assert.deepEqual(found(fixture, "Company = 'c' ALL ROWS"), [0, 1]);
  assert.deepEqual(found(fixture, 'IsDeleted = true ALL ROWS'), [0]);
});
