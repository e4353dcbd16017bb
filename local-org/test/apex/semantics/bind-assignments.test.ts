import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {
  acceptsClasses,
  acceptsStatements,
  bindStatements,
  diagnoseStatements,
  refusesClasses,
  refusesStatements,
  summary,
} from './bound.ts';

suite('an assignment', () => {
  acceptsStatements([
    "Long l = 1; Decimal d = 1L; Double x = d; Object o = x; Id i = '00Q000000000001AAA'; String s = i; Datetime t = Date.today();",
    "Integer i = 1; i += 2; i /= 2; i <<= 3; String s = 'a'; s += 1; Decimal d = 1; d *= 2; Boolean b = true; b |= false; Date t = Date.today(); t += 1;",
    'Lead lead = [SELECT Id FROM Lead LIMIT 1]; Integer n = [SELECT COUNT() FROM Lead]; List<AggregateResult> r = [SELECT COUNT(Id) FROM Lead];',
    'Lead lead = new Lead(); lead.Status = lead.Company = null; size = 1; this.name = null; counter = 2;',
    "Lead lead = Database.query('SELECT Id FROM Lead'); SObject record = Database.query('SELECT Id FROM Lead');",
    'List<Integer> l = new Integer[3]; l[0] = 1; l[0] += 2; l[0]++;',
  ]);
  refusesStatements([
    ["Integer i = 'a';", 'E301', 'Illegal assignment from String to Integer'],
    ['String s = 1;', 'E301', 'Illegal assignment from Integer to String'],
    ['Integer i = 1L;', 'E301', 'Illegal assignment from Long to Integer'],
    ['Integer i = 1.5;', 'E301', 'Illegal assignment from Decimal to Integer'],
    ['Integer i = 1; i += 1.5;', 'E301', 'Illegal assignment from Decimal to Integer'],
    ['Object o = 1; Integer i = o;', 'E301', 'Illegal assignment from Object to Integer'],
    ['SObject record = new Lead(); Lead lead = record;', 'E301', 'Illegal assignment from SObject to Lead'],
    ['Square s = new Base();', 'E301', 'Illegal assignment from Sample.Base to Sample.Square'],
    ['Integer n = [SELECT Id FROM Lead];', 'E301', 'Illegal assignment from List<Lead> to Integer'],
    ['1 = 2;', 'E315', 'Expression cannot be assigned'],
    ['label(1) = null;', 'E315', 'Expression cannot be assigned'],
    ['Lead lead = new Lead(); lead?.Status = null;', 'E330', 'The safe navigation operator cannot be used as the target of an assignment'],
    ['doubled = 1;', 'E329', 'A value cannot be stored to doubled in type Sample'],
    ["CONSTANT = 'd';", 'E325', 'Final members can only be assigned in their declaration, init blocks, or constructors: CONSTANT'],
    ['Object o = 1[0];', 'E318', 'Expression must be a list type: Integer'],
    ["List<Integer> l; Object o = l['a'];", 'E317', 'List index must be of type Integer: String'],
  ]);

  test('is that of the type of its target', () => {
    const [, assignment] = bindStatements('Decimal d; d = 1;');
    assert.ok(assignment?.kind === 'expression' && assignment.expression.kind === 'assign');
    assert.equal(assignment.expression.value.kind, 'convert');
  });
  test('a compound one carries its operation', () => {
    const [, assignment] = bindStatements('Long l = 1; l += 2;');
    assert.ok(assignment?.kind === 'expression' && assignment.expression.kind === 'assign');
    const {operator, operandType, value} = assignment.expression;
    assert.deepEqual([operator, operandType, value.kind], ['+', 'Long', 'convert']);
  });
});

test('a final local variable may be assigned again', () => {
  assert.deepEqual(summary(diagnoseStatements('final Integer n = 1; n = 2;')), []);
});

suite('a final field', () => {
  acceptsClasses([
    'public class A { final Integer n; A() { n = 1; } }',
    'public class A { final Integer n; { this.n = 1; } static final Integer m; static { m = 1; } }',
    'public class A { static final Integer n { get { if (n == null) n = 1; return n; } set; } }',
  ]);
  refusesClasses([
    [
      'public class A { final Integer n; void set() { n = 1; } }',
      'E325',
      'Final members can only be assigned in their declaration, init blocks, or constructors: n',
    ],
    [
      'public class A { static final Integer n; A() { n = 1; } }',
      'E325',
      'Final members can only be assigned in their declaration, init blocks, or constructors: n',
    ],
  ]);
});

suite('a collection that is made of or filled from another', () => {
  acceptsStatements([
    'Set<String> a = new Set<String>(new List<String>()); List<String> b = new List<String>(a); b = new List<String>(3);',
    'Map<Id, Lead> a = new Map<Id, Lead>([SELECT Id FROM Lead]); Map<String, SObject> b = new Map<String, SObject>(a.values());',
    'List<SObject> a = new List<SObject>(); a.addAll(new List<Lead>()); Map<Id, SObject> b; b.putAll(new List<Lead>());',
    'Set<Id> a; a.addAll(new Set<Id>()); Map<String, Object> b; b.putAll(new Map<String, String>());',
  ]);
  refusesStatements([
    [
      'Object o = new Set<String>(new List<Id>());',
      'E319',
      'Invalid initializer type List<Id> found for Set<String>: expected a List or a Set of type: String',
    ],
    [
      'Object o = new List<Object>(new List<String>());',
      'E319',
      'Invalid initializer type List<String> found for List<Object>: expected an Integer or a List of type Object',
    ],
    [
      'Object o = new Map<Id, Contact>([SELECT Id FROM Lead]);',
      'E319',
      'Invalid initializer type List<Lead> found for Map<Id,Contact>: expected a Map with the same key and value types, or a valid SObject List',
    ],
    [
      'Object o = new Map<String, Lead>(new Map<Id, Lead>());',
      'E319',
      'Invalid initializer type Map<Id,Lead> found for Map<String,Lead>: expected a Map with the same key and value types, or a valid SObject List',
    ],
    [
      'Object o = new List<Integer>(null);',
      'E319',
      'Invalid initializer type NULL found for List<Integer>: expected an Integer or a List of type Integer',
    ],
    ['Map<Id, Lead> m; m.putAll(new List<Contact>());', 'E319', 'Invalid putAll type List<Contact> found for Map<Id,Lead>'],
    [
      'List<Lead> l; l.addAll(new List<SObject>());',
      'E319',
      'Illegal all method call for argument type, List<SObject>, for collection: List<Lead>',
    ],
  ]);
});

suite('a collection', () => {
  acceptsStatements([
    "List<Decimal> d = new List<Decimal>{1, 2.5, null}; Set<Id> ids = new Set<Id>{'00Q000000000001AAA'}; Map<String, Integer> m = new Map<String, Integer>{'a' => 1};",
    'Integer[] n = new Integer[]{1, 2}; List<List<Integer>> nested = new List<List<Integer>>{n}; Map<Id, Lead> none = new Map<Id, Lead>{};',
    'List<Lead> leads = new List<Lead>(new List<Lead>()); Set<Id> ids = new Map<Id, Lead>().keySet();',
  ]);
  refusesStatements([
    ["Object o = new List<Integer>{'a'};", 'E319', 'Initial expression is of incorrect type, expected: Integer but was: String'],
    ['Object o = new Map<String, Integer>{1 => 1};', 'E319', 'Invalid key type Integer for String'],
    ["Object o = new Map<String, Integer>{'a' => 'b'};", 'E319', 'Invalid value type String for Integer'],
    [
      "Object o = new Integer['a'];",
      'E319',
      'Invalid initializer type String found for List<Integer>: expected an Integer or a List of type Integer',
    ],
  ]);
});
