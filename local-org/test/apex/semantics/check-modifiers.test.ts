import {suite} from 'node:test';
import {acceptsClasses, refusesClasses} from './bound.ts';

suite('a modifier', () => {
  acceptsClasses([
    'global with sharing class A { global static final Integer ONE = 1; transient String s; private class B {} }',
    'public virtual class A { protected void n() {} protected A() {} }',
    'public class A { protected Integer n; public Integer m { get; private set; } }',
    '@IsTest private class A {}',
    'public interface A {}',
  ]);
  refusesClasses([
    ['class A {}', 'E607', 'Top-level type must have public or global visibility'],
    ['private class A {}', 'E607', 'Top-level type must have public or global visibility'],
    ['public static class A {}', 'E601', 'static is not allowed on classes'],
    ['public class A { abstract Integer n; }', 'E601', 'abstract is not allowed on fields'],
    ['public class A { transient void n() {} }', 'E601', 'transient is not allowed on methods'],
    ['public class A { static A() {} }', 'E601', 'static is not allowed on constructors'],
    ['public class A { public public Integer n; }', 'E602', 'Duplicate modifier: public'],
    ['public class A { public private Integer n; }', 'E602', 'Declarations can only have one scope'],
    ['public class A { class B { static Integer n; } }', 'E601', 'static can only be used on fields of a top level type'],
    ['public class A { class B { static void n() {} } }', 'E601', 'static can only be used on methods of a top level type'],
    ['public virtual class A { static virtual void n() {} }', 'E602', 'static method cannot be virtual'],
    ['public class A { public abstract void n(); }', 'E607', 'Defining type for abstract methods must be declared as abstract'],
    [
      'public abstract class A { abstract void n(); }',
      'E607',
      'abstract methods require at least one of the following global, public, protected',
    ],
    ['public abstract virtual class A {}', 'E602', 'abstract are by default virtual'],
    ['public final class A {}', 'E602', 'classes are by default final'],
    ['public class A { final void n() {} }', 'E602', 'methods are by default final'],
    ['public class A { protected void n() {} }', 'E607', 'New protected methods cannot be defined in non-virtual classes'],
    ['public class A { protected A() {} }', 'E607', 'New protected methods cannot be defined in non-virtual classes'],
    ['public virtual class A { protected static void n() {} }', 'E602', 'protected methods cannot be static'],
    ['public class A { protected static Integer n; }', 'E602', 'protected fields cannot be static'],
    ['public class A { global void n() {} }', 'E607', 'Defining type for global methods must be declared as global'],
    ['public class A { global Integer n; }', 'E607', 'Defining type for global fields must be declared as global'],
    ['public class A { global class B {} }', 'E607', 'Enclosing type for global classes in apex classes must be declared as global'],
    ['public class A { protected class B {} }', 'E601', 'protected is not allowed on classes'],
    ['public interface A { public void n(); }', 'E601', "Expecting '}' but was: 'public'"],
    ['public virtual class A { virtual Integer n { get; set; } }', 'E601', 'virtual is not allowed on properties'],
    ['public class A { Integer n { public get; set; } }', 'E521', 'Cannot declare public accessor on private property'],
    ['public class A { Integer n {} }', 'E521', "Unexpected token '}'."],
    ['public class A { Integer n { get; get; } }', 'E521', 'Cannot declare get accessor on n property'],
    ['global class A { webservice static void n() {} }', 'U202', 'Web service methods are not served to SOAP clients'],
  ]);
});
