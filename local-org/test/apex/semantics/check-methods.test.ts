import {suite} from 'node:test';
import {acceptsClasses, refusesClasses} from './bound.ts';

suite('a method', () => {
  acceptsClasses(['public class A { void n() {} void n(Integer i) {} static void n(String s) {} }']);
  refusesClasses([
    ['public class A { void n() {} Integer N() { return 1; } }', 'E502', 'Method already defined: N Integer A.N() from the type A'],
    ['public class A { A() {} A() {} }', 'E502', 'Method already defined: [A].<Constructor>() from the type A'],
    ['public class A { B() {} }', 'E517', 'Invalid constructor name: B'],
    ['public class A { public String toString() { return null; } }', 'E508', 'Method must use the override keyword: String A.toString()'],
    ['public class A { public A clone() { return null; } }', 'E502', 'Method already defined: clone A A.clone() from the type A'],
    ['public abstract class A { public abstract void n() {} }', 'E513', 'Abstract methods cannot have a body'],
    ['public class A { void n(); }', 'E513', 'Method must have a body'],
    ['public class A { void n(Integer i, String I) {} }', 'E401', 'Duplicate variable: I'],
    ['public class A { void n(Missing i) {} }', 'E203', 'Invalid type: Missing'],
    [
      `public class A { void n(${Array.from({length: 33}, (_, index) => `Integer p${String(index)}`).join(', ')}) {} }`,
      'E524',
      'Invalid number of parameters exceeds: 32',
    ],
  ]);
});

suite('overriding', () => {
  acceptsClasses([
    ['public class A implements B { public A n() { return this; } }', 'public interface B { B n(); }'],
    ['public class A extends B { public override void n() {} }', 'public virtual class B { public virtual void n() {} }'],
    ['public class A extends B { void n() {} }', 'public virtual class B { private void n() {} }'],
    'public class A { public override String toString() { return null; } public Boolean equals(Object o) { return true; } public override Integer hashCode() { return 1; } }',
  ]);
  refusesClasses([
    [
      [
        'public class A extends B { public override A n() { return this; } }',
        'public virtual class B { public virtual B n() { return this; } }',
      ],
      'E512',
      'Method return types clash: A vs B from the type A',
    ],
    [
      ['public class A extends B { public void n() {} }', 'public virtual class B { public virtual void n() {} }'],
      'E508',
      'Method must use the override keyword: void A.n()',
    ],
    ['public class A { public override void n() {} }', 'E509', '@Override specified for non-overriding method: void A.n()'],
    [
      ['public class A implements B { public override void n() {} }', 'public interface B { void n(); }'],
      'E509',
      '@Override specified for non-overriding method: void A.n()',
    ],
    [
      ['public class A extends B { public override void n() {} }', 'public virtual class B { public void n() {} }'],
      'E510',
      'Non-virtual, non-abstract methods cannot be overridden: void A.n()',
    ],
    [
      ['public class A extends B { protected override void n() {} }', 'public virtual class B { public virtual void n() {} }'],
      'E511',
      'Cannot reduce the visibility of method: void A.n()',
    ],
    [
      [
        'public class A extends B { public override Integer n() { return 1; } }',
        'public virtual class B { public virtual String n() { return null; } }',
      ],
      'E512',
      'Method return types clash: Integer vs String from the type A',
    ],
  ]);
});
