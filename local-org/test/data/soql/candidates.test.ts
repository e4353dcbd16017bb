/** Conditions over indexed fields don't read the table: that is what makes the cost of a query follow the rows that it finds. */
import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {customField, customObject, day, decimal, Fixture, instant} from '../fixture.ts';

const source = {
  objects: [
    customObject('Lead', [
      customField('Due__c', {type: 'Date'}),
      customField('Seen__c', {type: 'DateTime'}),
      customField('Key__c', {unique: true}),
      customField('Code__c', {externalId: true}),
      customField('Score__c', {type: 'Number', precision: 6, scale: 2}),
      customField('Hot__c', {type: 'Checkbox', defaultValue: 'false'}),
      customField('Empty__c', {type: 'Date'}),
    ]),
  ],
};

function leads(): Fixture {
  const fixture = new Fixture(source);
  const ownerId = fixture.insert('User', {LastName: 'Owner'});
  for (let at = 0; at < 500; at++) {
    const isDue = at % 100 === 0;
    fixture.insert('Lead', {
      LastName: `L${at}`,
      OwnerId: isDue ? ownerId : '0055g0000000009AAA',
      Due__c: day(isDue ? '2026-11-20' : '2027-01-01'),
      Seen__c: instant(isDue ? '2026-11-20T23:59:59Z' : '2027-01-01T00:00:00Z'),
      Key__c: `K${at}`,
      Code__c: `C${at % 250}`,
      Status: isDue ? 'Open' : 'Closed',
      Score__c: decimal(isDue ? '99.5' : `${at % 10}.25`),
      Hot__c: isDue,
    });
  }
  return fixture;
}

const fixture = leads();
const table = fixture.tables.table(fixture.object('Lead'));
const firstId = fixture.query('SELECT Id FROM Lead LIMIT 1').at(0)?.id ?? '';
table.scan = () => {
  throw new Error('the whole table was read');
};

suite('without reading the whole table', () => {
  for (const [where, count] of [
    [`Id = '${firstId}'`, 1],
    [`Id IN ('${firstId}', '00Q5g0000000000AAA')`, 1],
    ["Key__c = 'k7'", 1],
    ["Code__c = 'c7'", 2],
    ["Code__c IN ('c7', 'c8')", 4],
    ["OwnerId IN (SELECT Id FROM User WHERE LastName = 'Owner')", 5],
    ['Due__c <= TODAY', 5],
    ['Due__c < 2026-11-21', 5],
    ['Due__c = 2026-11-20', 5],
    ['Due__c = LAST_N_DAYS:30', 5],
    ['Seen__c < TODAY', 5],
    ['Seen__c >= 2026-11-20T23:59:59Z AND Seen__c < 2026-11-21T00:00:00Z', 5],
    ["IsConverted = false AND Due__c <= TODAY AND LastName LIKE 'L%'", 5],
    ["LastName = 'l1'", 1],
    ["Status IN ('Open') AND Seen__c <= 2027-06-01T00:00:00Z", 5],
    ['Score__c > 9.25', 5],
    ['Score__c = 99.50', 5],
    ['Score__c IN (99.5, 100)', 5],
    ['Hot__c = true', 5],
    ['Due__c IN (2026-11-20, 2026-11-21)', 5],
    ["(Status = 'Open' AND Due__c <= TODAY) OR Key__c = 'k7'", 6],
    ["LastName LIKE 'L%' AND (Code__c = 'c7' OR (Hot__c = true AND (Score__c = 99.5 AND Due__c <= TODAY)))", 7],
    ['Due__c > 2026-11-21 ORDER BY Due__c LIMIT 10', 10],
    ["Due__c > 2026-11-21 AND Status = 'Closed' ORDER BY Due__c DESC, Name LIMIT 1 OFFSET 400", 1],
    ["LastName != 'x' ORDER BY Seen__c DESC LIMIT 3", 3],
  ] as const) {
    test(where, () => assert.equal(fixture.query(`SELECT Id FROM Lead WHERE ${where}`).length, count));
  }
});

suite('only by reading it', () => {
  for (const where of [
    "LastName LIKE 'L1'",
    "Status = 'Closed'",
    'Hot__c = false',
    "LastName != 'x' ORDER BY Empty__c LIMIT 3",
    "Key__c != 'k7'",
    "Key__c = 'k7' OR LastName LIKE 'x%'",
    'Due__c > TODAY',
    'Due__c = null',
    'Due__c != TODAY',
  ]) {
    test(where, () => {
      assert.throws(() => fixture.query(`SELECT Id FROM Lead WHERE ${where}`), /the whole table was read/);
    });
  }
});
