import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ApexDate} from '../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../src/apex/runtime/decimal.ts';
import {FormulaEvaluationError} from '../../src/formula/formula-context.ts';
import {day, decimal, instant} from '../data/fixture.ts';
import {FormulaFixture, valueOfFormula} from './formula-fixture.ts';

function shown(value: unknown): unknown {
  if (value instanceof Decimal) return value.stripTrailingZeros().toPlainString();
  if (value instanceof ApexDate || value instanceof ApexDatetime) return value.toIso();
  return value;
}

/** Formulas and what they give over a record whose fields are all empty. */
function gives(cases: Readonly<Record<string, unknown>>, values: Readonly<Record<string, unknown>> = {}): void {
  for (const [formula, value] of Object.entries(cases)) {
    test(`${formula} is ${String(value)}`, () => assert.equal(shown(valueOfFormula(formula, values)), value));
  }
}

suite('operators', () => {
  gives({
    '1 + 2 * 3': '7',
    '(1 + 2) * 3': '9',
    '-2 + 5': '3',
    '10 / 4': '2.5',
    '7 - 2 - 1': '4',
    '2 ^ 3': '8',
    // The platform's grammar binds ^ less than * and /.
    '2 * 3 ^ 2': '36',
    '"a" & "b" & "c"': 'abc',
    '\'it\' + "s"': 'its',
    '1 < 2 && 2 <= 2': true,
    '1 > 2 || 2 >= 3': false,
    '!(1 = 1)': false,
    '1 = 1.0': true,
    '1 <> 2': true,
    '1 != 2': true,
    '"a" = "A"': false,
    '"\\"quoted\\""': '"quoted"',
    '/* a comment */ 1': '1',
    'DATE(2026, 11, 22) + 3': '2026-11-25',
    'DATE(2026, 11, 22) - DATE(2026, 11, 1)': '21',
    'DATETIMEVALUE("2026-11-22 10:00:00") - DATETIMEVALUE("2026-11-21 22:00:00")': '0.5',
    'DATETIMEVALUE("2026-11-22 10:00:00") + 0.5': '2026-11-22T22:00:00.000Z',
  });
});

suite('functions', () => {
  gives({
    'ABS(-1.5)': '1.5',
    'CEILING(1.2)': '2',
    'CEILING(-1.2)': '-2',
    'FLOOR(1.8)': '1',
    'FLOOR(-1.8)': '-1',
    'MCEILING(-1.8)': '-1',
    'MFLOOR(-1.2)': '-2',
    'ROUND(2.5, 0)': '3',
    'ROUND(-2.5, 0)': '-3',
    'ROUND(1.235, 2)': '1.24',
    'ROUND(1251, -2)': '1300',
    'TRUNC(-1.87, 1)': '-1.8',
    'MOD(7, 3)': '1',
    'MOD(-7, 3)': '-1',
    'MAX(1, 3, 2)': '3',
    'MIN(1, 3, -2)': '-2',
    'SQRT(9)': '3',
    'LEN("abc")': '3',
    'LEN("")': '0',
    'TRIM("  a b ")': 'a b',
    'UPPER("aB")': 'AB',
    'LOWER("aB")': 'ab',
    'LEFT("abc", 2)': 'ab',
    'LEFT("abc", 9)': 'abc',
    'RIGHT("abc", 2)': 'bc',
    'MID("abcdef", 2, 3)': 'bcd',
    'SUBSTITUTE("a.b.c", ".", "")': 'abc',
    'LPAD("7", 3, "0")': '007',
    'RPAD("abc", 2)': 'ab',
    'FIND("c", "abcabc")': '3',
    'FIND("c", "abcabc", 4)': '6',
    'FIND("z", "abc")': '0',
    'BEGINS("abc", "ab")': true,
    'BEGINS("abc", "AB")': false,
    'CONTAINS("abc", "bc")': true,
    'VALUE("1.50") * 2': '3',
    'TEXT(1.50)': '1.5',
    'TEXT(DATE(2026, 1, 2))': '2026-01-02',
    'TEXT(DATETIMEVALUE("2026-01-02 03:04:05"))': '2026-01-02 03:04:05Z',
    'YEAR(DATE(2026, 1, 2)) * 10000 + MONTH(DATE(2026, 1, 2)) * 100 + DAY(DATE(2026, 1, 2))': '20260102',
    'WEEKDAY(DATE(2026, 11, 22))': '1',
    'ADDMONTHS(DATE(2026, 1, 31), 1)': '2026-02-28',
    'ADDMONTHS(DATE(2026, 2, 28), 1)': '2026-03-31',
    'DATEVALUE("2026-11-22")': '2026-11-22',
    'IF(1 < 2, "yes", "no")': 'yes',
    'CASE(3, 1, "one", 3, "three", "many")': 'three',
    'CASE("x", "a", 1, 2)': '2',
    'AND(TRUE, 1 = 1)': true,
    'OR(FALSE, 1 = 2)': false,
    'NOT(FALSE)': true,
    'BLANKVALUE("", "x")': 'x',
    'NULLVALUE(NULL, 3)': '3',
    'REGEX("2026-11", "\\\\d{4}-\\\\d{2}")': true,
    'REGEX("x2026", "\\\\d{4}")': false,
    'TODAY()': '2026-11-22',
    'NOW()': '2026-11-22T10:00:00.000Z',
  });
});

suite('blanks', () => {
  gives({
    'ISBLANK(Text__c)': true,
    'ISNULL(Text__c)': false,
    'ISBLANK(Number__c)': true,
    'ISNULL(Number__c)': true,
    'ISBLANK(On__c)': false,
    'Number__c + 1': null,
    'Number__c < 1': null,
    'Number__c = 0': null,
    'NOT(Number__c = 0)': null,
    'OR(Number__c < 1, TRUE)': true,
    'AND(Number__c < 1, TRUE)': false,
    'IF(Number__c < 1, "yes", "no")': 'no',
    'Text__c = ""': true,
    'Text__c <> "a"': true,
    'Text__c & "a"': 'a',
    'LEN(Text__c)': '0',
    'CONTAINS(Text__c, "a")': null,
    'BEGINS(Text__c, "")': true,
    'MAX(1, Number__c)': null,
    'Day__c + 1': null,
    'TEXT(Number__c)': null,
    'BLANKVALUE(Number__c, 5)': '5',
    'ISPICKVAL(Effect__c, "")': true,
    'CASE(Effect__c, "Allow", 1, 0)': '0',
  });

  test('a formula field may take blank numbers for zeros', () => {
    assert.equal(shown(valueOfFormula('Number__c + 1', {}, {blanksAsZero: true})), '1');
    assert.equal(valueOfFormula('Number__c < 1', {}, {blanksAsZero: true}), true);
  });
});

suite('fields', () => {
  gives(
    {
      'Number__c * 2': '3',
      'Text__c & "!"': 'abc!',
      On__c: true,
      'Day__c - 1': '2026-02-28',
      'ISPICKVAL(Effect__c, "Allow")': true,
      'ISPICKVAL(Effect__c, "allow")': false,
      'TEXT(Effect__c) & "ed"': 'Allowed',
      'CASE(Effect__c, "Deny", 1, "Allow", 2, 3)': '2',
      'INCLUDES(Tags__c, "b")': true,
      'INCLUDES(Tags__c, "d")': false,
      'DATEVALUE(Instant__c)': '2026-03-01',
    },
    {
      Number__c: decimal('1.5'),
      Text__c: 'abc',
      On__c: true,
      Day__c: day('2026-03-01'),
      Effect__c: 'Allow',
      Tags__c: 'a;b',
      Instant__c: instant('2026-03-01T23:30:00Z'),
    },
  );

  test('an instant is a day of the user, and today is one too', () => {
    const fixture = new FormulaFixture([], {zone: 'America/Los_Angeles', now: '2026-11-22T05:00:00Z'});
    const values = {Instant__c: instant('2026-03-01T07:00:00Z')};
    assert.equal(shown(valueOfFormula('DATEVALUE(Instant__c)', values, {fixture})), '2026-02-28');
    assert.equal(shown(valueOfFormula('TODAY()', {}, {fixture})), '2026-11-21');
  });

  test('parents, and what they lack', () => {
    const fixture = new FormulaFixture();
    const userId = fixture.insert('User', {Username: 'boss', LastName: 'Boss', Email: 'boss@x'});
    const leadId = fixture.insert('Lead', {LastName: 'Smith', OwnerId: userId});
    assert.equal(valueOfFormula('Lead__r.LastName', {Lead__c: leadId}, {fixture}), 'Smith');
    assert.equal(valueOfFormula('Lead__r.Owner:User.Email', {Lead__c: leadId}, {fixture}), 'boss@x');
    assert.equal(valueOfFormula('Lead__r.Owner:Group.Name', {Lead__c: leadId}, {fixture}), null);
    assert.equal(valueOfFormula('Lead__r.LastName', {}, {fixture}), null);
  });
});

suite('changes', () => {
  const before = {Number__c: decimal('1.0'), Text__c: 'a', Effect__c: 'Allow'};

  test('of a new record: nothing was, nothing changed', () => {
    assert.equal(valueOfFormula('ISNEW()', before), true);
    assert.equal(valueOfFormula('ISCHANGED(Text__c)', before), false);
    assert.equal(valueOfFormula('PRIORVALUE(Text__c)', before), null);
  });

  test('of an update', () => {
    const now = {Number__c: decimal('1.00'), Text__c: 'A', Effect__c: null};
    assert.equal(valueOfFormula('ISNEW()', now, {before}), false);
    assert.equal(valueOfFormula('ISCHANGED(Number__c)', now, {before}), false);
    assert.equal(valueOfFormula('ISCHANGED(Text__c)', now, {before}), true);
    assert.equal(valueOfFormula('ISCHANGED(Effect__c)', now, {before}), true);
    assert.equal(valueOfFormula('ISCHANGED(Day__c)', now, {before}), false);
    assert.equal(valueOfFormula('PRIORVALUE(Text__c) & Text__c', now, {before}), 'aA');
    assert.equal(valueOfFormula('ISPICKVAL(PRIORVALUE(Effect__c), "Allow")', now, {before}), true);
  });
});

suite('what has no value', () => {
  for (const formula of ['1 / 0', 'MOD(1, 0)', 'SQRT(-1)', 'VALUE("x")', 'DATE(2026, 2, 30)', 'DATEVALUE("tomorrow")']) {
    test(formula, () => assert.throws(() => valueOfFormula(formula), FormulaEvaluationError));
  }
});

suite('refused', () => {
  const fixture = new FormulaFixture();
  const cases: readonly (readonly [formula: string, problem: string])[] = [
    ['1 +', 'E921 Syntax error. Extra or unexpected the end'],
    ['(1', "E921 Syntax error. Missing ')'"],
    ['1 2', 'E921 Syntax error. Extra or unexpected 2'],
    ['"open', 'E921 Syntax error at ""open"'],
    ['Foo__c', 'E922 Field Foo__c does not exist. Check spelling. (Thing__c has no field Foo__c)'],
    ['Foo__r.Name', 'E922 Field Foo__r.Name does not exist. Check spelling. (Thing__c has no relationship Foo__r)'],
    ['Owner.Name', 'E922 Field Owner.Name does not exist. Check spelling. (Thing__c has no relationship Owner)'],
    ['FOO(1)', 'E922 Unknown function FOO. Check spelling.'],
    ['Effect__c = "Allow"', 'E923 Field Effect__c is a picklist field. Such fields are only supported in certain functions.'],
    ['LEN(1)', "E923 Incorrect parameter type for function 'LEN()'. Expected text, received number"],
    ['LEFT("a")', "E923 Incorrect number of parameters for function 'LEFT()'. Expected 2, received 1"],
    ['1 + "a"', "E923 Incorrect parameter type for operator '+': received text"],
    ['IF(1, 2, 3)', "E923 Incorrect parameters for function 'IF()': it takes a condition and two values of one type"],
    ['IF(TRUE, 1, "a")', "E923 Incorrect parameters for function 'IF()': it takes a condition and two values of one type"],
    [
      'ISPICKVAL(Effect__c, Text__c)',
      "E923 Incorrect parameters for function 'ISPICKVAL()': it takes a picklist field and a text in quotes",
    ],
    ['ISCHANGED(Lead__r.LastName)', "E923 Incorrect parameters for function 'ISCHANGED()': it takes one field of the record"],
    ['VLOOKUP(1, 2, 3)', 'U921 The formula function VLOOKUP is not supported'],
    ['$Api.Session_ID', 'U921 The merge field $Api.Session_ID is not supported'],
    ['$Setup.Thing__c.Name', 'E922 Field $Setup.Thing__c.Name does not exist. Check spelling. (Thing__c is no hierarchy setting)'],
  ];
  for (const [formula, problem] of cases) test(formula, () => assert.deepEqual(fixture.problems(formula), [problem]));

  test('a formula of another type than its place needs', () => {
    assert.deepEqual(fixture.problems('1 + 1', {type: 'boolean'}), [
      'E924 Formula result is data type (number), incompatible with expected data type (boolean)',
    ]);
  });

  test('every mistake of a formula is named', () => assert.equal(fixture.problems('Foo__c & Bar__c').length, 2));
});
