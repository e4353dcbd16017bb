import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import {ApexList} from '../../../src/apex/runtime/list.ts';
import {parseTypeName} from '../../../src/apex/runtime/type-name.ts';
import {orgWith} from '../../run-apex.ts';

const org = orgWith({
  'Shape.cls': 'public interface Shape { }',
  'Base.cls':
    'public virtual class Base implements Shape, Comparable { public Integer compareTo(Object o) { return 0; } public class Nested extends Base { } public enum Color { RED } }',
});
const {types} = org.generation;

suite('a type is found', () => {
  for (const [text, name] of [
    ['string', 'String'],
    ['System.String', 'String'],
    ['list<account>', 'List<Account>'],
    ['Map<Id, List<SObject>>', 'Map<Id,List<SObject>>'],
    ['Integer[]', 'List<Integer>'],
    ['List', 'List<Object>'],
    ['Map<String,ANY>', 'Map<String,Object>'],
    ['base.NESTED', 'Base.Nested'],
    ['Schema.Account', 'Account'],
    ['dmlexception', 'System.DmlException'],
    ['database.saveresult', 'Database.SaveResult'],
  ] as const)
    test(`${text} is ${name}`, () => {
      assert.equal(types.find(text)?.name, name);
    });
  test('once, whatever its spelling', () => {
    assert.equal(types.find('LIST<string>'), types.get('List<String>'));
  });
  test('or not at all', () => {
    for (const text of ['Nothing', 'List<Nothing>', 'List<', '', 'Base.Nothing']) assert.equal(types.find(text), null);
  });
});

suite('a type covers another', () => {
  const covers = (base: string, sub: string): boolean => types.get(base).isAssignableFrom(types.get(sub));
  for (const [base, sub, expected] of [
    ['Object', 'String', true],
    ['Base', 'Base.Nested', true],
    ['Base.Nested', 'Base', false],
    ['Shape', 'Base.Nested', true],
    ['Comparable', 'Base.Nested', true],
    ['SObject', 'Account', true],
    ['Account', 'SObject', false],
    ['List<SObject>', 'List<Account>', true],
    ['List<Object>', 'List<String>', true],
    ['List<String>', 'List<Object>', false],
    ['Iterable<String>', 'List<String>', true],
    ['Exception', 'DmlException', true],
    ['Map<String,Object>', 'Map<String,String>', true],
  ] as const)
    test(`${base} from ${sub}: ${String(expected)}`, () => {
      assert.equal(covers(base, sub), expected);
    });
});

// The matchers of fflib-apex-mocks and their tests, which pass on the platform, say so: whenAnyDecimalMatches…, whenAnyDoubleMatches…, whenAnyLongMatches…,
// whenAnyDatetimeMatches…, whenAnyIdMatches….
suite('a value is an instance', () => {
  const decimal = Decimal.parse('9.99');
  for (const [name, value, expected] of [
    ['Decimal', 9, true],
    ['Decimal', 9n, true],
    ['Double', 9, true],
    ['Double', decimal, true],
    ['Decimal', new ApexDouble(1), true],
    ['Long', 9, true],
    ['Long', decimal, false],
    ['Integer', 9n, false],
    ['Integer', decimal, false],
    ['Datetime', new ApexDate(1), true],
    ['Id', '001000000000001AAA', true],
    ['Id', 'bob', false],
    ['Id', new ApexId('001000000000001AAA'), true],
    ['String', new ApexId('001000000000001AAA'), true],
    ['String', 9, false],
    ['Object', null, false],
  ] as const)
    test(`of ${name}: ${String(value)} (${typeof value}) is ${String(expected)}`, () => {
      assert.equal(types.get(name).isInstance(value), expected);
    });
  test('of the type of a list of its kind', () => {
    assert.equal(types.get('List<SObject>').isInstance(new ApexList(types.get('List<Account>'))), true);
  });
});

suite('enum constants', () => {
  test('are the same object whoever asks', () => {
    assert.equal(types.enumValue('base.color', 'red'), types.enumValues('Base.Color')[0]);
    assert.equal(types.enumValue('System.RoundingMode', 'HALF_UP'), types.enumValue('RoundingMode', 'half_up'));
  });
});

test('the text of a type name must be whole', () => {
  assert.deepEqual(parseTypeName('Map<Id,A.B>'), {
    name: 'Map',
    arguments: [
      {name: 'Id', arguments: []},
      {name: 'A.B', arguments: []},
    ],
  });
  for (const text of ['Map<', 'A>', 'A B', '<A>', 'A[1]']) assert.equal(parseTypeName(text), null);
});
