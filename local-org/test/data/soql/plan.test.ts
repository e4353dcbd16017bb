import assert from 'node:assert/strict';
import {test} from 'node:test';
import {parseQuery} from '../../../src/apex/syntax/parse.ts';
import {planQuery} from '../../../src/data/soql/plan.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {customField, customObject} from '../fixture.ts';

const schema = createSchema({
  objects: [
    customObject('Proposal__c', [
      customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Proposals'}),
      customField('Reason__c', {type: 'LongTextArea', length: 1000}),
      customField('Score__c', {type: 'Number', precision: 6, scale: 2}),
      customField('Tags__c', {type: 'MultiselectPicklist'}),
    ]),
    customObject('Signal__e', [customField('Text__c', {})]),
  ],
  globalValueSets: [],
  standardValueSets: [],
});

/** Codes and messages of a query. */
function problems(text: string): string[] {
  const {tree, diagnostics} = parseQuery(text);
  assert.ok(tree !== null, diagnostics.map(({message}) => message).join());
  return planQuery(tree, schema, 'Test.cls').diagnostics.map(({code, message}) => `${code} ${message}`);
}

const wsdl = 'Please reference your WSDL or the describe call for the appropriate names.';

const refused: readonly (readonly [query: string, problem: string])[] = [
  [
    'SELECT Foo FROM Lead',
    `E702 No such column 'Foo' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. ${wsdl}`,
  ],
  [
    'SELECT Id FROM Nonsense__c',
    `E701 sObject type 'Nonsense__c' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. ${wsdl}`,
  ],
  [
    'SELECT Parent__r.Name FROM Proposal__c',
    `E703 Didn't understand relationship 'Parent__r' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${wsdl}`,
  ],
  [
    'SELECT (SELECT Id FROM Propositions__r) FROM Lead',
    `E703 Didn't understand relationship 'Propositions__r' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. ${wsdl}`,
  ],
  ["SELECT Id FROM Proposal__c WHERE Reason__c = 'x'", "E706 field 'Reason__c' can not be filtered in a query call"],
  ['SELECT Id FROM Proposal__c ORDER BY Reason__c', "E727 field 'Reason__c' can not be sorted in a query call"],
  ['SELECT Score__c, COUNT(Id) FROM Proposal__c GROUP BY Score__c', "E720 field 'Score__c' can not be grouped in a query call"],
  ['SELECT Name, COUNT(Id) FROM Lead GROUP BY Status', 'E719 Field must be grouped or aggregated: Name'],
  ['SELECT SUM(Name) FROM Lead', 'E722 field Name does not support aggregate operator SUM'],
  ['SELECT Id, Name, Id FROM Lead', 'E716 duplicate field selected: Id'],
  ['SELECT COUNT(Id) n, COUNT(Name) n FROM Lead', 'E718 duplicate alias: n'],
  [
    "SELECT Id FROM Lead WHERE NumberOfEmployees = '1'",
    "E710 value of filter criterion for field 'NumberOfEmployees' must be of type int and should not be enclosed in quotes",
  ],
  [
    'SELECT Id FROM Lead WHERE Name = 1',
    "E710 value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
  ],
  [
    "SELECT Id FROM Lead WHERE CreatedDate > '2026-01-01'",
    "E710 value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
  ],
  [
    'SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01',
    "E710 value of filter criterion for field 'CreatedDate' must be of type dateTime and should not be enclosed in quotes",
  ],
  [
    'SELECT Id FROM Lead WHERE Name = TODAY',
    "E710 value of filter criterion for field 'Name' must be of type string and should be enclosed in quotes",
  ],
  ["SELECT Id FROM Lead WHERE Id = 'nonsense'", 'E710 invalid ID field: nonsense'],
  ["SELECT Id FROM Lead WHERE Id LIKE '00Q%'", "E707 invalid operator on id field 'Id': LIKE"],
  ["SELECT Id FROM Lead WHERE Status INCLUDES ('a')", "E707 Invalid operator on field 'Status': includes is for multi-select picklists"],
  ['SELECT Id FROM Lead WHERE IsConverted > false', "E707 invalid operator on boolean field 'IsConverted': >"],
  ["SELECT Id FROM Lead WHERE Name IN 'x'", 'E708 IN needs a list of values in parentheses'],
  [
    "SELECT Id FROM Lead WHERE Name = 'x' OR Id IN (SELECT Lead__c FROM Proposal__c)",
    "E709 Semi join sub-selects are not allowed with the 'OR' operator",
  ],
  [
    'SELECT Id FROM Lead WHERE Id IN (SELECT Name FROM Proposal__c)',
    "E709 The selected field 'Name' of a semi join sub-select must be an ID or a reference",
  ],
  [
    'SELECT Id FROM Lead WHERE Id IN (SELECT Lead__c FROM Proposal__c WHERE Lead__c IN (SELECT Id FROM Lead))',
    'E709 Nesting of semi join sub-selects is not supported',
  ],
  ['SELECT Id FROM Lead ORDER BY Name FOR UPDATE', 'E725 ORDER BY can not be used with FOR UPDATE'],
  ['SELECT Id FROM Lead LIMIT 1 OFFSET 2001', 'E726 Maximum SOQL offset allowed is 2000'],
  ['SELECT Id FROM Signal__e', 'E701 entity type Signal__e does not support query'],
  ['SELECT FIELDS(ALL) FROM Lead LIMIT 10', 'E714 The SOQL FIELDS function is not supported with an unbounded set of fields in this API'],
  ['SELECT Name n FROM Lead', 'E712 only aggregate expressions use field aliasing'],
  ['SELECT CALENDAR_YEAR(CreatedDate) FROM Lead', 'E713 CALENDAR_YEAR can only be selected where it is grouped by'],
  ['SELECT toLabel(Name) FROM Lead', 'E705 toLabel can only be used with picklist fields, and Name is none'],
  ['SELECT Id FROM Lead WHERE HOUR_IN_DAY(ConvertedDate) = 1', "E705 HOUR_IN_DAY can't be used with ConvertedDate, a field of type Date"],
  [
    'SELECT (SELECT COUNT(Id) FROM Proposals__r) FROM Lead',
    'E724 A subquery in SELECT gives records; aggregate functions are not allowed in it',
  ],
  ['SELECT COUNT() FROM Lead ORDER BY Name', 'E723 COUNT() can not be used with ORDER BY'],
  ['SELECT Id FROM Lead WHERE', "E730 unexpected token: 'WHERE'"],
  ['SELECT Id FROM Lead WHERE Id IN (SELECT Id FROM Lead)', 'E709 The inner and outer selects should not be on the same object type'],
  [
    'SELECT Id FROM Lead WHERE Id IN (SELECT Lead__c FROM Proposal__c LIMIT 1)',
    'E709 ORDER BY, LIMIT, OFFSET and FOR UPDATE are not supported in semi join sub-selects',
  ],
  ['SELECT (SELECT Id FROM Notes) FROM Lead', "U702 The children Notes of Lead can't be queried: local-org knows their field types alone"],
  ['SELECT Id FROM Product2', "U701 Product2 can't be queried: local-org knows its field types alone"],
  ['SELECT Status, COUNT(Id) FROM Lead GROUP BY ROLLUP(Status)', 'U704 GROUP BY ROLLUP is not supported'],
  ['SELECT convertCurrency(AnnualRevenue) FROM Lead', 'U703 The SOQL function convertCurrency is not supported'],
  ['SELECT Id FROM Lead USING SCOPE team', 'U707 USING SCOPE team is not supported'],
];

for (const [query, problem] of refused) {
  test(`refused: ${query}`, () => assert.deepEqual(problems(query), [problem]));
}

const accepted: readonly string[] = [
  'SELECT id, lastname, Owner.Name, Owner.Profile.Name, CreatedBy.Manager.Manager.Name FROM lead',
  'SELECT Lead__r.Owner.Name, (SELECT Id FROM ProcessInstances) FROM Proposal__c',
  "SELECT Id FROM Lead l WHERE l.Name LIKE 'a%'",
  "SELECT Id FROM Proposal__c WHERE Tags__c INCLUDES ('a;b', 'c') AND Lead__r.IsConverted = false",
  'SELECT Status, COUNT(Id), MAX(CreatedDate) FROM Lead GROUP BY Status HAVING COUNT(Id) > 1 ORDER BY COUNT(Id) DESC',
  'SELECT CALENDAR_YEAR(convertTimezone(CreatedDate)) y, COUNT(Id) FROM Lead GROUP BY CALENDAR_YEAR(convertTimezone(CreatedDate))',
  'SELECT TYPEOF What WHEN Account THEN Phone, Name WHEN Opportunity THEN Amount ELSE Name END FROM Task',
  'SELECT FIELDS(STANDARD), toLabel(Lead__r.Status) FROM Proposal__c WITH USER_MODE LIMIT 5',
  'SELECT Id FROM Lead WHERE Id NOT IN (SELECT Lead__c FROM Proposal__c WHERE Score__c > 1.5) FOR UPDATE',
  'SELECT Id FROM Lead WHERE ConvertedDate = LAST_N_DAYS:3 AND CreatedDate < 2026-01-01T00:00:00Z ALL ROWS',
];

for (const query of accepted) {
  test(`accepted: ${query}`, () => assert.deepEqual(problems(query.replace(', (SELECT Id FROM ProcessInstances)', '')), []));
}

test('a problem says where it stands', () => {
  const {tree} = parseQuery('SELECT Id,\n  Foo FROM Lead');
  const [problem] = planQuery(tree!, schema, 'Test.cls').diagnostics;
  assert.deepEqual([problem?.path, problem?.span.line, problem?.span.column], ['Test.cls', 2, 3]);
});

test('binds say what they meet', () => {
  const {tree} = parseQuery(
    'SELECT Id, (SELECT Id FROM Proposals__r WHERE Score__c > :a) FROM Lead WHERE Id IN :b AND CreatedDate = :c LIMIT :d',
  );
  assert.deepEqual(planQuery(tree!, schema, '').plan?.binds, [
    {kind: 'scalar', valueType: 'Decimal'},
    {kind: 'collection', valueType: 'Id'},
    {kind: 'scalar', valueType: 'Datetime'},
    {kind: 'number', valueType: null},
  ]);
});
