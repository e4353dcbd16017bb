import {suite} from 'node:test';
import {acceptsClasses, refusesClasses} from './bound.ts';

suite('a superclass', () => {
  acceptsClasses([
    ['public class A extends B {}', 'public virtual class B {}'],
    ['public class A extends B {}', 'public abstract class B {}'],
    'public class A { public virtual class B {} public class C extends B {} }',
  ]);
  refusesClasses([
    ['public class A extends Missing {}', 'E203', 'Invalid type: Missing'],
    [['public class A extends B {}', 'public class B {}'], 'E506', 'Non-virtual and non-abstract type cannot be extended: B'],
    [['public class A extends B {}', 'public interface B {}'], 'E505', 'Invalid class: B'],
    ['public class A extends List<String> {}', 'E506', 'Non-virtual and non-abstract type cannot be extended: List<String>'],
    ['public class A extends String {}', 'E506', 'Non-virtual and non-abstract type cannot be extended: String'],
    ['public class AException extends DmlException {}', 'E506', 'Non-virtual and non-abstract type cannot be extended: DmlException'],
    ['public virtual class A extends A {}', 'E504', 'Circular definition: A'],
  ]);
});

suite('an interface', () => {
  acceptsClasses([
    ['public class A implements B { public void run() {} }', 'public interface B { void run(); }'],
    ['public class A implements B {}', 'public interface B { String toString(); Boolean equals(Object other); Integer hashCode(); }'],
    ['public abstract class A implements B {}', 'public interface B { void run(); }'],
    ['public class A extends C implements B {}', 'public interface B { void run(); }', 'public virtual class C { public void run() {} }'],
    'public class A implements Comparable { public Integer compareTo(Object other) { return 0; } }',
    'public class A implements Database.Batchable<SObject> { public Database.QueryLocator start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<SObject> s) {} public void finish(Database.BatchableContext c) {} }',
    'public class A implements Database.Batchable<Lead> { public Iterable<Lead> start(Database.BatchableContext c) { return null; } public void execute(Database.BatchableContext c, List<Lead> s) {} public void finish(Database.BatchableContext c) {} }',
    'public class A implements Iterator<Lead> { public Boolean hasNext() { return false; } public Lead next() { return null; } }',
    'public class A implements Queueable, Schedulable { public void execute(QueueableContext c) {} public void execute(SchedulableContext c) {} }',
  ]);
  refusesClasses([
    [
      ['public class A implements B {}', 'public interface B { void run(Integer n); }'],
      'E507',
      'Class A must implement the method: void B.run(Integer)',
    ],
    [
      ['public class A extends B {}', 'public abstract class B { public abstract void run(); }'],
      'E507',
      'Class A must implement the abstract method: void B.run()',
    ],
    ['public class A implements Comparable {}', 'E507', 'Class A must implement the method: Integer Comparable.compareTo(Object)'],
    [['public class A implements B {}', 'public virtual class B {}'], 'E505', 'Invalid interface: B'],
    ['public class A implements List<String> {}', 'E505', 'Invalid interface: List<String>'],
    [
      ['public class A implements B, b { public void run() {} }', 'public interface B { void run(); }'],
      'E505',
      'Interface already implemented: B',
    ],
    [
      ['public class A implements B { void run() {} }', 'public interface B { void run(); }'],
      'E511',
      'A: Overriding implementations of global or public interface methods must be global or public: void A.run()',
    ],
  ]);
});

suite('an exception', () => {
  refusesClasses([
    ['public class A extends Exception {}', 'E514', "Classes extending Exception must have a name ending in 'Exception': A"],
    [
      'public class AException extends Exception { public AException(String m) {} }',
      'E502',
      'System exception constructor already defined: void <init>(String)',
    ],
    [
      'public class AException extends Exception { public AException() {} }',
      'E502',
      'System exception constructor already defined: void <init>()',
    ],
    ['public class AException {}', 'E514', 'Exception class must extend another Exception class: AException'],
  ]);
});

suite('the names of members', () => {
  refusesClasses([
    ['public class A { Integer n; String N; }', 'E501', 'Duplicate field: N'],
    ['public class A { Integer n; String n { get; set; } }', 'E501', 'Duplicate field: n'],
    ['public enum A { ONE, One }', 'E501', 'Duplicate field: One'],
    ['public class A { class B {} interface b {} }', 'E503', 'Type name already in use: b'],
    ['public class A { class a {} }', 'E503', 'Type name already in use: a'],
    [['public class A {}', 'public class a {}'], 'E503', 'Type name already in use: a'],
    ['public class A { class B { class C {} } }', 'E515', 'Inner types are not allowed to have inner types'],
    ['public class A { class B { static { } } }', 'E515', 'Inner types are not allowed to have static blocks'],
    ['public class A { Date date; }', 'E518', 'Identifier name is reserved: date'],
    ['public enum A { NUMBERS, STRING }', 'E518', 'Identifier name is reserved: STRING'],
    ['public class Set {}', 'E518', 'Identifier name is reserved: Set'],
    ['public class A { Integer desc; }', 'E518', 'Identifier name is reserved: desc'],
    ['public enum A { ONE, End }', 'E518', 'Identifier name is reserved: End'],
    ['public class A { String where; }', 'E518', "Unexpected token 'where'."],
    ['public class A { void f(Integer limit) {} }', 'E518', "Unexpected token 'limit'."],
    ['public class A { void from() {} }', 'E518', "Unexpected token 'from'."],
    ['public class Page {}', 'E518', 'Identifier type is reserved: Page'],
    [`public class ${'A'.repeat(41)} {}`, 'E519', `Identifier name is too long: ${'A'.repeat(41)}`],
    ['public class A_ {}', 'E519', 'Invalid character in identifier: A_'],
  ]);
});
