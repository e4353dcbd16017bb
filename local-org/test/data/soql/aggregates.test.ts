import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {customField, customObject, day, decimal, faultOf, Fixture} from '../fixture.ts';

const source = {objects: [customObject('Lead', [customField('Score__c', {type: 'Number', precision: 6, scale: 2})])]};

function leads(): Fixture {
  const fixture = new Fixture(source);
  const accountId = fixture.insert('Account', {Name: 'Acme'});
  fixture.insert('Lead', {
    LastName: 'a',
    City: 'Bern',
    Status: 'Open',
    Score__c: decimal('1.5'),
    NumberOfEmployees: 10,
    ConvertedDate: day('2026-01-31'),
    ConvertedAccountId: accountId,
  });
  fixture.insert('Lead', {
    LastName: 'b',
    City: 'BERN',
    Status: 'Open',
    Score__c: decimal('2.5'),
    NumberOfEmployees: 30,
    ConvertedDate: day('2026-02-01'),
  });
  fixture.insert('Lead', {LastName: 'c', City: 'Basel', Status: 'Closed', ConvertedDate: day('2025-12-31')});
  fixture.insert('Lead', {LastName: 'd', Status: 'Open', Score__c: decimal('-4')});
  return fixture;
}

/** Rows of results, decimals as text. */
function results(query: string, fixture = leads()): unknown[][] {
  return fixture
    .query(query)
    .map((record) => record.slots.slice(1).map((value) => (value instanceof Decimal ? value.toPlainString() : value)));
}

test('COUNT() counts rows, COUNT of a field those that have it', () => {
  assert.equal(leads().count("SELECT COUNT() FROM Lead WHERE Status = 'open'"), 3);
  assert.deepEqual(results('SELECT COUNT(Id), COUNT(City), COUNT_DISTINCT(City) FROM Lead'), [[4, 3, 2]]);
});

test('sums and averages leave empty fields out, and are empty over nothing', () => {
  assert.deepEqual(results('SELECT SUM(Score__c), AVG(Score__c), MIN(Score__c), MAX(Score__c) FROM Lead'), [['0.0', '0.0', '-4', '2.5']]);
  assert.deepEqual(results("SELECT SUM(Score__c), AVG(NumberOfEmployees), COUNT(Id) FROM Lead WHERE LastName = 'z'"), [[null, null, 0]]);
  assert.deepEqual(results('SELECT AVG(NumberOfEmployees) FROM Lead'), [['20']]);
});

test('MIN and MAX of text, days', () => {
  const [[first, last, text] = []] = results('SELECT MIN(ConvertedDate), MAX(ConvertedDate), MIN(City) FROM Lead');
  assert.deepEqual([String(first).slice(0, 10), String(last).slice(0, 10), text], ['2025-12-31', '2026-02-01', 'Basel']);
});

test('groups: text without case, empty values a group of their own', () => {
  assert.deepEqual(results('SELECT City, COUNT(Id) FROM Lead GROUP BY City ORDER BY City'), [
    [null, 1],
    ['Basel', 1],
    ['Bern', 2],
  ]);
});

test('aliases are names of fields, and functions without one are expr0, expr1 …', () => {
  const [record] = leads().query('SELECT Status s, COUNT(Id), MAX(Score__c) m, MIN(Score__c) FROM Lead GROUP BY Status');
  assert.deepEqual(
    record?.descriptor.fields.map(({name}) => name),
    ['Id', 's', 'expr0', 'm', 'expr1'],
  );
  assert.equal(record.descriptor.name, 'AggregateResult');
});

test('a field of a parent goes by its last name', () => {
  const [record] = leads().query(
    'SELECT ConvertedAccount.Name, COUNT(Id) FROM Lead WHERE ConvertedAccount.Name != null GROUP BY ConvertedAccount.Name',
  );
  assert.deepEqual(record?.slots.slice(1), ['Acme', 1]);
  assert.equal(record.descriptor.fields[1]?.name, 'Name');
});

test('HAVING keeps groups', () => {
  assert.deepEqual(results('SELECT Status, COUNT(Id) FROM Lead GROUP BY Status HAVING COUNT(Id) > 1'), [['Open', 3]]);
  assert.deepEqual(results("SELECT Status FROM Lead GROUP BY Status HAVING SUM(Score__c) = 0 AND Status LIKE 'o%'"), [['Open']]);
});

test('groups are ordered by functions and by aliases, and cut by LIMIT and OFFSET', () => {
  assert.deepEqual(results('SELECT Status, COUNT(Id) n FROM Lead GROUP BY Status ORDER BY COUNT(Id)'), [
    ['Closed', 1],
    ['Open', 3],
  ]);
  assert.deepEqual(results('SELECT Status, COUNT(Id) n FROM Lead GROUP BY Status ORDER BY COUNT(Id) DESC LIMIT 1'), [['Open', 3]]);
  assert.deepEqual(results('SELECT Status, COUNT(Id) n FROM Lead GROUP BY Status ORDER BY COUNT(Id) DESC LIMIT 1 OFFSET 1'), [
    ['Closed', 1],
  ]);
});

test('groups by date functions', () => {
  assert.deepEqual(
    results(
      'SELECT CALENDAR_YEAR(ConvertedDate) y, COUNT(Id) FROM Lead WHERE ConvertedDate != null GROUP BY CALENDAR_YEAR(ConvertedDate) ORDER BY CALENDAR_YEAR(ConvertedDate)',
    ),
    [
      [2025, 1],
      [2026, 2],
    ],
  );
});

test('grouping by nothing gives one row, by something over no rows none', () => {
  assert.deepEqual(results("SELECT COUNT(Id) FROM Lead WHERE LastName = 'z'"), [[0]]);
  assert.deepEqual(results("SELECT Status, COUNT(Id) FROM Lead WHERE LastName = 'z' GROUP BY Status"), []);
});

test('a COUNT() query gives no records', () => {
  assert.match(
    faultOf(() => leads().query('SELECT COUNT() FROM Lead')),
    /COUNT\(\) query gives a number/,
  );
});
