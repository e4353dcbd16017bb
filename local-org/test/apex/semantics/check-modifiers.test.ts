import {suite} from 'node:test';
import {acceptsClasses, refusesClasses} from './bound.ts';

suite('a modifier', () => {
  acceptsClasses([
    'global with sharing class A { global static final Integer ONE = 1; transient String s; protected virtual void n() {} private class B {} }',
    '@IsTest private class A {}',
    'public interface A {}',
  ]);
  refusesClasses([
    ['class A {}', 'E607', 'Top-level type must have public or global visibility'],
    ['private class A {}', 'E607', 'Top-level type must have public or global visibility'],
    ['public static class A {}', 'E601', 'static is not allowed on class'],
    ['public class A { abstract Integer n; }', 'E601', 'abstract is not allowed on field'],
    ['public class A { transient void n() {} }', 'E601', 'transient is not allowed on method'],
    ['public class A { static A() {} }', 'E601', 'static is not allowed on constructor'],
    ['public class A { public public Integer n; }', 'E602', 'Duplicate modifier: public'],
    ['public class A { public private Integer n; }', 'E602', 'Declarations can only have one scope'],
    ['public class A { class B { static Integer n; } }', 'E601', 'static can only be used on fields of a top level type'],
    ['public class A { class B { static void n() {} } }', 'E601', 'static can only be used on methods of a top level type'],
    ['public virtual class A { static virtual void n() {} }', 'E602', 'static method cannot be virtual'],
    ['public class A { abstract void n(); }', 'E607', 'Classes with abstract methods must be declared as abstract: A'],
    ['public class A { Integer n { get; get; } }', 'E521', 'Cannot declare get accessor on n property'],
    ['global class A { webservice static void n() {} }', 'U202', 'Web service methods are not served to SOAP clients'],
  ]);
});
