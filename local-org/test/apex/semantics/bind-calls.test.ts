import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {acceptsClasses, acceptsStatements, bindStatements, bindValue, refusesClasses, refusesStatements} from './bound.ts';

suite('a call', () => {
  acceptsStatements([
    'touch(); Sample.touch(); change(1); this.change(1);',
    "String s = 'a,b'.split(',')[0].toUpperCase();",
    'Integer n = Math.max(1, 2); Long m = Math.max(1L, 2);',
    "System.debug(LoggingLevel.INFO, 'x'); System.assertEquals(1, 1, 'm');",
    "String s = String.join(new List<String>{'a'}, ','); s = s?.trim();",
    'List<Lead> leads = [SELECT Id FROM Lead]; Integer n = leads.size();',
    'Map<Id, Lead> byId = new Map<Id, Lead>([SELECT Id FROM Lead]);',
    'Integer ordinal = Colour.RED.ordinal(); List<Colour> all = Colour.values();',
    "Stage__mdt stage = Stage__mdt.getInstance('a'); Map<String, Stage__mdt> stages = Stage__mdt.getAll();",
    "Boolean b = new Sample().equals(this); String s = new SampleException('m').getMessage();",
  ]);
  refusesStatements([
    ['vanish(1, null);', 'E202', 'Method does not exist or incorrect signature: void vanish(Integer, NULL) from the type Sample'],
    ["change('x');", 'E202', 'Method does not exist or incorrect signature: void change(String) from the type Sample'],
    ["'x'.vanish();", 'E202', 'Method does not exist or incorrect signature: void vanish() from the type String'],
    ['Math.vanish(1);', 'E202', 'Method does not exist or incorrect signature: void vanish(Integer) from the type Math'],
    ['nothing.vanish();', 'E201', 'Variable does not exist: nothing'],
    ['Sample.change(1);', 'E211', 'Non static method cannot be referenced from a static context: void Sample.change(Integer)'],
    ['new Sample().touch();', 'E213', 'Static method cannot be referenced from a non static context: void Sample.touch()'],
    ['Object o = touch();', 'E326', 'The method returns no value: its call cannot be used as one'],
    ['Math?.max(1, 2);', 'E330', 'The safe navigation operator can only be used on an instance, not on a type'],
    ['new Shape();', 'E321', 'Type cannot be constructed: Sample.Shape'],
    ['new Sample(1);', 'E205', 'Constructor not defined: [Sample].<Constructor>(Integer)'],
    ['new Missing();', 'E203', 'Invalid type: Missing'],
    ['List<String> l = new List<Missing>();', 'E203', 'Invalid type: Missing'],
    ['List l;', 'E217', 'No type arguments provided for a parameterized type: List'],
    ['Map<Id> m;', 'E217', 'Invalid type argument count for Map: expected 2 but found 1'],
    ['Integer<Id> m;', 'E217', 'Type arguments provided for a non-parameterized type: Integer'],
  ]);

  test('an argument is converted to the type of its parameter', () => {
    const value = bindValue('Integer', "'abc'.indexOf(String.valueOf(1L))");
    assert.ok(value.kind === 'call');
    assert.equal(value.method.key, 'indexOf(String)');
  });
});

suite('a query as an argument', () => {
  acceptsClasses([
    'public class A { static void many(List<Lead> l) {} static void one(Lead l) {} { many([SELECT Id FROM Lead]); one([SELECT Id FROM Lead LIMIT 1]); } }',
  ]);
});

suite('addError on a field', () => {
  acceptsStatements([
    "Lead lead = new Lead(); lead.Status.addError('no'); lead.addError('no'); lead.Company.addError(new SampleException('no'));",
  ]);
  refusesStatements([
    ["name.addError('no');", 'E328', 'addError must be invoked on an expression that is an exact SObject field reference'],
    [
      "Lead lead = new Lead(); lead.Status?.addError('no');",
      'E330',
      'Safe navigation operator is not allowed between SObject field and addError',
    ],
  ]);

  test('is a call on the record with the token of the field', () => {
    const [, statement] = bindStatements("Lead lead = new Lead(); lead.Status.addError('no');");
    const call = statement?.kind === 'expression' ? statement.expression : null;
    assert.ok(call?.kind === 'call');
    assert.deepEqual(
      [call.method.owner.name, call.target?.kind, call.arguments.map(({kind}) => kind)],
      ['SObject', 'local', ['field token', 'literal']],
    );
  });
});

suite('calls among classes around and above', () => {
  acceptsClasses([
    'public class A { static Integer one() { return 1; } class Nested { Integer two() { return one() + 1; } } }',
    [
      'public class A extends B { public override Integer n() { return super.n() + 1; } }',
      'public virtual class B { public virtual Integer n() { return 1; } }',
    ],
    ['public class A extends B { A() { super(1); } A(String s) { this(); } }', 'public virtual class B { public B(Integer n) {} }'],
    'public class A { Integer n = compute(); static Integer compute() { return 1; } }',
    "public class AException extends Exception { AException(Integer n) { this('n'); } static Object o = new AException('m', new AException()); }",
  ]);
  refusesClasses([
    [
      'public class A { Integer one() { return 1; } class Nested { Integer two() { return one(); } } }',
      'E211',
      'Non static method cannot be referenced from a static context: Integer A.one()',
    ],
    [
      'public class A { Integer one() { return 1; } static Integer two() { return one(); } }',
      'E211',
      'Non static method cannot be referenced from a static context: Integer A.one()',
    ],
    ['public class A { static Object two() { return this; } }', 'E214', 'This cannot be referenced in a static context'],
    ['public class A { static void two() { super.hashCode(); } }', 'E215', 'Super cannot be referenced in a static context'],
    [
      [
        'public class A extends B { public override Integer n() { return super.n(); } }',
        'public abstract class B { public abstract Integer n(); }',
      ],
      'E219',
      'Abstract method cannot be called directly: Integer B.n()',
    ],
    [['public class A { Object b = new B(); }', 'public abstract class B {}'], 'E320', 'Abstract classes cannot be constructed: B'],
    [
      'public class A { Integer n; A(Integer n) {} A() { this(n); } }',
      'E216',
      'Cannot reference instance variables in a constructor invocation: n',
    ],
    [
      'public class A { Integer n() { return 1; } A(Integer n) {} A() { this(n()); } }',
      'E216',
      'Cannot reference instance methods in a constructor invocation: Integer A.n()',
    ],
    [
      'public class A { A(Integer n) {} A() { Integer m = 1; this(m); } }',
      'E419',
      "Call to 'this()' must be the first statement in a constructor method",
    ],
    [
      ['public class A extends B {}', 'public virtual class B { public B(Integer n) {} }'],
      'E516',
      'No default constructor available in super type: B',
    ],
    [
      ['public class A extends B { A() {} }', 'public virtual class B { public B(Integer n) {} }'],
      'E516',
      'No default constructor available in super type: B',
    ],
    [
      ['public class A { { B.f(null); } }', 'public class B { public static void f(String s) {} public static void f(Integer i) {} }'],
      'E206',
      'Ambiguous method signature: void f(NULL)',
    ],
  ]);
});
