import assert from 'node:assert/strict';
import {test} from 'node:test';
import {customField, customObject, decimal, Fixture} from '../fixture.ts';

const source = {
  objects: [
    customObject('Lead', [
      customField('Score__c', {type: 'Number', precision: 6, scale: 2}),
      customField('Size__c', {
        type: 'Picklist',
        valueSet: {
          restricted: false,
          sorted: false,
          valueSetName: null,
          controllingField: null,
          valueSettings: [],
          values: ['Small', 'Medium', 'Large'].map((name) => ({fullName: name, label: name, default: false, isActive: true, line: 1})),
        },
      }),
    ]),
  ],
};

function leads(): Fixture {
  const fixture = new Fixture(source);
  const rows = [
    {City: 'b', Score__c: decimal('10'), Size__c: 'Large'},
    {City: 'A', Score__c: decimal('9.5'), Size__c: 'Small'},
    {Size__c: 'Medium'},
    {City: 'a', Score__c: decimal('-1'), Size__c: 'Other'},
    {City: '_', Score__c: decimal('9.5')},
  ];
  for (const [at, row] of rows.entries()) fixture.insert('Lead', {LastName: String(at), ...row});
  return fixture;
}

const order = (clause: string) => leads().values(`SELECT LastName FROM Lead ${clause}`, 'LastName').join('');

test('without ORDER BY rows come in the order of their Ids', () => assert.equal(order(''), '01234'));
test('text by its upper case, empty values first', () => assert.equal(order('ORDER BY City'), '21304'));
test('descending, empty values first too', () => assert.equal(order('ORDER BY City DESC'), '24013'));
test('NULLS LAST', () => assert.equal(order('ORDER BY City NULLS LAST'), '13042'));
test('NULLS LAST descending', () => assert.equal(order('ORDER BY City DESC NULLS LAST'), '40132'));
test('numbers by value, ties by the next field', () => assert.equal(order('ORDER BY Score__c DESC NULLS LAST, City DESC'), '04132'));
test('picklists in the order of their values, others after them', () => assert.equal(order('ORDER BY Size__c NULLS LAST'), '12034'));
test('LIMIT and OFFSET cut after sorting', () => assert.equal(order('ORDER BY Score__c NULLS LAST LIMIT 2 OFFSET 1'), '14'));
test('by Id descending', () => assert.equal(order('ORDER BY Id DESC'), '43210'));
