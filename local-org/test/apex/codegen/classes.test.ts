import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {orgWith, output, run} from '../../run-apex.ts';

suite('a class', () => {
  test('calls its own constructor by this(…), though a subclass has one alike', () => {
    const org = orgWith({
      'Base.cls':
        "public virtual class Base { public String log = ''; public Base() { this(1); } public Base(Integer n) { log += 'Base' + n; } }",
      'Sub.cls': "public class Sub extends Base { public Sub() { super(); } public Sub(Integer n) { log += 'Sub' + n; } }",
    });
    assert.deepEqual(output('System.debug(new Sub().log); System.debug(new Sub(2).log);', org), ['Base1', 'Base1Sub2']);
  });
  test('keeps its private methods apart from those of a subclass', () => {
    const org = orgWith({
      'Base.cls': "public virtual class Base { private String name() { return 'base'; } public String greet() { return name(); } }",
      'Sub.cls': "public class Sub extends Base { private String name() { return 'sub'; } public String own() { return name(); } }",
    });
    assert.deepEqual(output('Sub s = new Sub(); System.debug(s.greet() + s.own());', org), ['basesub']);
  });
  test('is found by the classes of other files, whichever comes first', () => {
    const org = orgWith({
      'A.cls': 'public class A { public static Integer n = B.m + 1; public static Integer twice(Integer i) { return i * 2; } }',
      'B.cls':
        'public class B { public static Integer m = A.twice(3); public class Nested extends C.Base { public Integer more() { return base() + A.n; } } }',
      'C.cls': 'public class C { public virtual class Base { public Integer base() { return B.m; } } }',
    });
    assert.deepEqual(output('System.debug(A.n); System.debug(new B.Nested().more());', org), ['7', '13']);
  });
  test('has the initial values of all its fields before a constructor runs', () => {
    const org = orgWith({
      'Base.cls':
        'public virtual class Base { public List<String> log = new List<String>{describe()}; public Base() { log.add(describe()); } public virtual String describe() { return null; } }',
      'Sub.cls': "public class Sub extends Base { String own = 'set'; public override String describe() { return own; } }",
    });
    assert.deepEqual(output('System.debug(new Sub().log);', org), ['(null, set)']);
  });
  test('initialises the statics of its superclass first', () => {
    const org = orgWith({
      'Events.cls':
        "public class Events { public static String log = ''; public static Integer add(String what) { log += what + ' '; return 0; } }",
      'Base.cls': "public virtual class Base { static Integer n = Events.add('Base'); }",
      'Sub.cls': "public class Sub extends Base { static Integer n = Events.add('Sub'); public static void use() {} }",
    });
    assert.deepEqual(output('Sub.use(); System.debug(Events.log);', org), ['Base Sub ']);
  });
  test('with a static cycle sees null where nothing is set yet', () => {
    const org = orgWith({
      'Left.cls': "public class Left { public static String a = 'L' + Right.b; }",
      'Right.cls': "public class Right { public static String b = 'R' + Left.a; }",
    });
    assert.deepEqual(output('System.debug(Left.a);', org), ['LRnull']);
  });
  test('initialises the fields of an exception for each of its four constructors', () => {
    const source = `public class CodedException extends Exception { public Integer code = 7; }
      System.debug(new CodedException().code); System.debug(new CodedException('x').code); System.debug(new CodedException(new CodedException('y')).code);
      CodedException both = new CodedException('z', new CodedException('cause')); System.debug(both.code + both.getMessage() + both.getCause().getMessage());`;
    assert.deepEqual(output(source), ['7', '7', '7', '7zcause']);
  });
  test('prints its name and fields in their order, or what its toString says', () => {
    const source = `public virtual class Base { Integer inherited = 0; } public class Plain extends Base { String z; Integer a = 1; Plain other; public Integer twice { get { return a * 2; } } }
      public class Named { public override String toString() { return 'me'; } } public class Around { Plain p = new Plain(); List<Plain> again; public Around() { again = new List<Plain>{p}; } }
      System.debug(new Plain()); System.debug(new Named()); System.debug('' + new List<Named>{new Named()}); System.debug(new Around());`;
    const plain = 'Plain:[Base.inherited=0, a=1, other=null, twice=null, z=null]';
    assert.deepEqual(output(source), [plain, 'me', '(me)', 'Around:[again=(' + plain + '), p=(already output)]']);
  });
  test('that is an exception prints its fields and its message', () => {
    const source = `public class CodedException extends Exception { Integer code = 7; } System.debug(new CodedException('no')); System.debug(new DmlException('x'));`;
    assert.deepEqual(output(source), ['CodedException:[code=7]: no', 'System.DmlException: x']);
  });
  test('clones its fields', () => {
    const source = `public class Plain { public Integer a = 1; public List<Integer> l = new List<Integer>(); }
      Plain p = new Plain(); Plain q = p.clone(); q.a = 2; q.l.add(1); System.debug(p.a + ' ' + p.l.size());`;
    assert.deepEqual(output(source), ['1 1']);
  });
});

suite('dispatch', () => {
  test('finds overridden methods, and inherited ones through super', () => {
    const source = `public virtual class Animal { public virtual String speak() { return '...'; } public String loud() { return speak().toUpperCase(); } }
      public virtual class Dog extends Animal { public override String speak() { return 'woof'; } }
      public class Puppy extends Dog { public override String speak() { return super.speak() + '!'; } }
      System.debug(new Puppy().loud()); Animal a = new Animal(); System.debug(a.loud());`;
    assert.deepEqual(output(source), ['WOOF!', '...']);
  });
  test('finds what a subclass makes of an abstract method without a modifier of access, up to version 64', () => {
    const org = orgWith({
      'classes/Base.cls-meta.xml': '<ApexClass><apiVersion>64.0</apiVersion><status>Active</status></ApexClass>',
      'classes/Base.cls': 'public abstract class Base { abstract String name(); public String show() { return name(); } }',
      'Sub.cls': "public class Sub extends Base { public String name() { return 'sub'; } }",
    });
    assert.deepEqual(output('System.debug(new Sub().show());', org), ['sub']);
  });
  test('finds the implementation of an interface', () => {
    const source = `public interface Shape { Decimal area(); } public abstract class Base implements Shape { public abstract Decimal area(); public String show() { return 'area ' + area(); } }
      public class Square extends Base { Decimal side; public Square(Decimal s) { side = s; } public override Decimal area() { return side * side; } }
      Shape s = new Square(3); System.debug(s.area()); System.debug(((Base) s).show());`;
    assert.deepEqual(output(source), ['9', 'area 9']);
  });
  test('calls what an exception overrides', () => {
    const source = `public class LoudException extends Exception { public override String getMessage() { return 'LOUD'; } }
      try { throw new LoudException('quiet'); } catch (Exception e) { System.debug(e.getMessage()); }`;
    assert.deepEqual(output(source), ['LOUD']);
  });
});

suite('a stack trace', () => {
  const org = orgWith({
    'Around.cls': `public class Around {
  public class Nested {
    public Integer n;
    public Nested(Integer d) {
      n = 1 / d;
    }
  }
  public static Integer make() {
    return new Nested(0).n;
  }
}`,
    'Early.cls': `public class Early {
  public static Integer n = 1 / zero();
  static Integer zero() { return 0; }
}`,
  });
  test('names classes, methods and constructors, the innermost first', () => {
    assert.equal(
      run('Integer n = Around.make();', org).stackTrace,
      'Class.Around.Nested.<init>: line 5, column 1\nClass.Around.make: line 9, column 1\nAnonymousBlock: line 1, column 1',
    );
  });
  test('names the initialisation of a class', () => {
    assert.equal(run('\nInteger n = Early.n;', org).stackTrace, 'Class.Early.<clinit>: line 2, column 1\nAnonymousBlock: line 2, column 1');
  });
  test('is that of the place where an exception was made', () => {
    assert.deepEqual(output('String here = new DmlException().getStackTraceString();\nSystem.debug(here);', org), [
      'AnonymousBlock: line 1, column 1',
    ]);
  });
});

suite('a stub', () => {
  const org = orgWith({
    'Service.cls':
      'public virtual class Service { public virtual Integer size(String s) { return s.length(); } public Integer twice(String s) { return size(s) * 2; } }',
    'Answer.cls': `@IsTest public class Answer implements System.StubProvider {
      public List<String> calls = new List<String>();
      public Object handleMethodCall(Object stub, String name, Type returned, List<Type> types, List<String> names, List<Object> args) {
        calls.add(name + types + names + args); return name == 'size' ? (Object) 42 : 'text';
      } }`,
    'StubTest.cls': `@IsTest class StubTest {
      @IsTest static void answers() {
        Answer answer = new Answer(); Service stub = (Service) Test.createStub(Service.class, answer);
        Assert.areEqual(42, stub.size('x')); Assert.areEqual('size(String)(s)(x)', answer.calls[0]);
        Assert.areEqual('Service__sfdc_ApexStub', String.valueOf(stub).substringBefore(':'));
        try { stub.twice('x'); Assert.fail('no'); } catch (TypeException e) { Assert.areEqual('Invalid conversion from runtime type String to Integer', e.getMessage()); }
      } }`,
  });
  test('asks its provider, and checks what comes back', () => {
    assert.deepEqual(org.diagnostics, []);
    org.isolated({userId: org.administratorId, quiddity: 'RUNTEST_SYNC', isTest: true}, () =>
      org.generation.staticMethod('StubTest', 'answers$')?.(),
    );
  });
});
