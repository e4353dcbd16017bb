import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Decimal} from '../../src/apex/runtime/decimal.ts';
import {UnsupportedError} from '../../src/apex/runtime/unsupported.ts';
import {checkFormulas} from '../../src/formula/check-formulas.ts';
import type {ValidationRule} from '../../src/project/model.ts';
import {createSchema} from '../../src/data/schema/schema.ts';
import {customField, customObject, day, decimal} from '../data/fixture.ts';
import {FormulaFixture} from './formula-fixture.ts';

function rule(name: string, formula: string, more: Partial<ValidationRule> = {}): ValidationRule {
  return {
    name,
    active: true,
    description: null,
    errorConditionFormula: formula,
    formulaLine: 4,
    errorMessage: `${name} is broken`,
    errorDisplayField: null,
    path: `${name}.xml`,
    line: 1,
    ...more,
  };
}

suite('validation rules', () => {
  const rules = [
    rule('Positive', 'Number__c < 0', {errorDisplayField: 'Number__c'}),
    rule('Asleep', 'TRUE', {active: false}),
    rule('Below_Other', 'AND(NOT(ISBLANK(Other__c)), Number__c > Other__c)'),
    rule('Not_Renamed', 'ISCHANGED(Text__c)'),
  ];
  const fixture = new FormulaFixture([], {thing: {validationRules: rules}});
  const check = (values: Readonly<Record<string, unknown>>, before?: Readonly<Record<string, unknown>>) =>
    fixture.formulas
      .check(fixture.object('Thing__c'), fixture.record(values), before === undefined ? null : fixture.record(before))
      .map(({message, field}) => [message, field]);

  test('speak where their formula is true', () => {
    assert.deepEqual(check({Number__c: decimal('-1')}), [['Positive is broken', 'Number__c']]);
    assert.deepEqual(check({Number__c: decimal('0')}), []);
  });

  test('are silent where it is blank', () => assert.deepEqual(check({}), []));

  test('speak together, in the order of their names', () => {
    assert.deepEqual(check({Number__c: decimal('-1'), Other__c: decimal('-2'), Text__c: 'b'}, {Text__c: 'a'}), [
      ['Below_Other is broken', null],
      ['Not_Renamed is broken', null],
      ['Positive is broken', 'Number__c'],
    ]);
  });

  test('that have no value for a record end the program', () => {
    const broken = new FormulaFixture([], {thing: {validationRules: [rule('Divides', '1 / Number__c > 1')]}});
    assert.throws(() => broken.formulas.check(broken.object('Thing__c'), broken.record({Number__c: decimal('0')}), null), UnsupportedError);
  });
});

suite('formula fields', () => {
  const fixture = new FormulaFixture([
    customField('Double__c', {type: 'Number', precision: 18, scale: 1, formula: 'Number__c * 2'}),
    customField('Nested__c', {type: 'Text', formula: 'TEXT(Double__c) & "!"'}),
    customField('Zero__c', {type: 'Number', precision: 18, scale: 0, formula: 'Number__c + 1', formulaTreatBlanksAs: 'BlankAsZero'}),
    customField('Ratio__c', {type: 'Number', precision: 18, scale: 0, formula: '1 / Number__c'}),
    customField('Late__c', {type: 'Checkbox', formula: 'Day__c < TODAY()'}),
  ]);
  const computed = (values: Readonly<Record<string, unknown>>, key: string) => {
    const record = fixture.record(values);
    fixture.formulas.fillComputed(record);
    const value = record.slots[record.descriptor.fieldsByKey.get(key)!.index];
    return value instanceof Decimal ? value.toString() : value;
  };

  test('are rounded to their scale', () => assert.equal(computed({Number__c: decimal('1.0261')}, 'double__c'), '2.1'));
  test('read each other', () => assert.equal(computed({Number__c: decimal('1.5')}, 'nested__c'), '3!'));
  test('take blank for zero where they say so', () => assert.equal(computed({}, 'zero__c'), '1'));
  test('are empty where there is no value', () => assert.equal(computed({Number__c: decimal('0')}, 'ratio__c'), null));
  test('a checkbox is false where there is no value', () => assert.equal(computed({}, 'late__c'), false));

  test('are read, filtered and sorted by queries', () => {
    const queried = new FormulaFixture([customField('Double__c', {type: 'Number', precision: 18, scale: 1, formula: 'Number__c * 2'})]);
    Object.assign(queried.environment, {computed: queried.formulas.computed.bind(queried.formulas)});
    for (const number of ['1', '3', '2']) queried.insert('Thing__c', {Name: number, Number__c: decimal(number)});
    assert.deepEqual(queried.values('SELECT Name, Double__c FROM Thing__c WHERE Double__c > 2 ORDER BY Double__c', 'Name'), ['2', '3']);
  });
});

suite('roll-up fields', () => {
  const summary = (name: string, operation: 'count' | 'sum' | 'min' | 'max', field: string | null, filter = false) =>
    customField(name, {
      type: 'Summary',
      summary: {
        operation,
        summarizedField: field === null ? null : `Part__c.${field}`,
        foreignKey: 'Part__c.Thing__c',
        filterItems: filter ? [{field: 'Part__c.Kind__c', operation: 'equals', value: 'a, b', valueField: null}] : [],
      },
    });
  const parts = customObject('Part__c', [
    customField('Thing__c', {type: 'MasterDetail', referenceTo: 'Thing__c', relationshipName: 'Parts'}),
    customField('Size__c', {type: 'Number', precision: 6, scale: 2}),
    customField('Made__c', {type: 'Date'}),
    customField('Kind__c', {}),
  ]);
  const fixture = new FormulaFixture(
    [
      summary('Parts__c', 'count', null),
      summary('Some__c', 'count', null, true),
      summary('Total__c', 'sum', 'Size__c'),
      summary('First__c', 'min', 'Made__c'),
    ],
    {objects: [parts]},
  );
  const thing = fixture.object('Thing__c');
  const value = (id: string, key: string) => {
    const read = fixture.formulas.computed(thing, fixture.tables.get(thing, id)!, thing.fieldsByKey.get(key)!);
    return read instanceof Decimal ? read.toString() : read;
  };

  test('count, add and compare the rows of the detail that are there', () => {
    const id = fixture.insert('Thing__c', {Name: 'T'});
    assert.deepEqual([value(id, 'parts__c'), value(id, 'total__c'), value(id, 'first__c')], ['0', '0', null]);
    fixture.insert('Part__c', {Thing__c: id, Size__c: decimal('1.25'), Made__c: day('2026-02-01'), Kind__c: 'A'});
    const gone = fixture.insert('Part__c', {Thing__c: id, Size__c: decimal('2.50'), Made__c: day('2026-01-01'), Kind__c: 'c'});
    assert.deepEqual([value(id, 'parts__c'), value(id, 'some__c'), value(id, 'total__c')], ['2', '1', '3.75']);
    assert.deepEqual(value(id, 'first__c'), day('2026-01-01'));
    fixture.tables.setDeleted(fixture.object('Part__c'), gone, true);
    assert.deepEqual([value(id, 'parts__c'), value(id, 'total__c')], ['1', '1.25']);
  });
});

suite('default values', () => {
  const fixture = new FormulaFixture([
    customField('Half__c', {type: 'Number', precision: 6, scale: 2, defaultValue: '1 / 2'}),
    customField('Hello__c', {defaultValue: '"Hello " & $User.LastName'}),
    customField('Soon__c', {type: 'Date', defaultValue: 'TODAY() + 1'}),
  ]);
  fixture.user = fixture.insert('User', {LastName: 'Boss'});
  const byDefault = (key: string, object = 'Thing__c') => {
    const value = fixture.formulas.of(fixture.object(object).fieldsByKey.get(key)!, fixture.record({}, object));
    return value instanceof Decimal ? value.toString() : value;
  };

  test('formulas', () =>
    assert.deepEqual([byDefault('half__c'), byDefault('hello__c'), byDefault('soon__c')], ['0.5', 'Hello Boss', day('2026-11-23')]));
  test('checkboxes', () => assert.equal(byDefault('on__c'), false));
  test('picklists', () => assert.equal(byDefault('status', 'Lead'), 'Open - Not Contacted'));
  test('none', () => assert.equal(byDefault('text__c'), undefined));
});

suite('merge fields of the org', () => {
  const objects = [
    customObject('Switch__c', [customField('On__c', {type: 'Checkbox'}), customField('Text__c', {})], {
      kind: 'custom setting',
      customSettingsType: 'Hierarchy',
    }),
    customObject('Rule__mdt', [customField('Text__c', {})]),
  ];
  const fixture = new FormulaFixture([customField('F__c', {type: 'Text', formula: '"x"'})], {objects});
  fixture.organizationId = fixture.insert('Organization', {Name: 'Org'});
  const profileId = fixture.insert('Profile', {Name: 'Admin'});
  fixture.user = fixture.insert('User', {LastName: 'Boss', ProfileId: profileId});
  fixture.insert('Switch__c', {SetupOwnerId: fixture.organizationId, Text__c: 'org', On__c: true});
  fixture.insert('Rule__mdt', {DeveloperName: 'Default', Text__c: 'rule'});
  fixture.permissions.add('May');
  fixture.labels.set('Hi', 'Hello');

  for (const [formula, value] of [
    ['$User.LastName', 'Boss'],
    ['$Profile.Name', 'Admin'],
    ['$Organization.Name', 'Org'],
    ['IF($Permission.May, "a", "b")', 'a'],
    ['IF($Permission.MayNot, "a", "b")', 'b'],
    ['$Label.Hi', 'Hello'],
    ['$Setup.Switch__c.Text__c', 'org'],
    ['$CustomMetadata.Rule__mdt.Default.Text__c', 'rule'],
  ] as const) {
    test(formula, () => {
      const field = {...fixture.object('Thing__c').fieldsByKey.get('text__c')!, defaultValue: formula};
      assert.equal(fixture.formulas.of(field, fixture.record()), value);
    });
  }

  test("the user's setting stands before the organization's, field by field", () => {
    fixture.insert('Switch__c', {SetupOwnerId: fixture.user, On__c: false});
    const field = {
      ...fixture.object('Thing__c').fieldsByKey.get('text__c')!,
      defaultValue: 'IF($Setup.Switch__c.On__c, "on", "off") & $Setup.Switch__c.Text__c',
    };
    assert.equal(fixture.formulas.of(field, fixture.record()), 'offorg');
  });
});

test('formulas are checked when a project is loaded, with file and line', () => {
  const objects = [
    customObject(
      'Thing__c',
      [
        customField('F__c', {type: 'Number', formula: '"text"', path: 'F__c.xml', line: 2}),
        customField('D__c', {defaultValue: 'FOO()', path: 'D__c.xml', line: 2}),
      ],
      {
        validationRules: [rule('Two_Lines', 'TRUE &&\n  Foo__c'), rule('Fine', 'ISNEW()')],
      },
    ),
  ];
  const schema = createSchema({objects, globalValueSets: [], standardValueSets: []});
  assert.deepEqual(
    checkFormulas({objects}, schema).map(({code, path, span, message}) => `${path}:${span.line}:${span.column} ${code} ${message}`),
    [
      'Two_Lines.xml:5:3 E922 Validation rule Thing__c.Two_Lines: Field Foo__c does not exist. Check spelling. (Thing__c has no field Foo__c)',
      'F__c.xml:2:1 E924 Formula field Thing__c.F__c: Formula result is data type (text), incompatible with expected data type (number)',
      'D__c.xml:2:1 E922 Default value of Thing__c.D__c: Unknown function FOO. Check spelling.',
    ],
  );
});
