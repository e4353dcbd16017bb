import {suite} from 'node:test';
import {acceptsClasses, refusesClasses} from './bound.ts';

suite('an annotation', () => {
  acceptsClasses([
    "@SuppressWarnings('PMD') public class A { @AuraEnabled(cacheable=true) public static Integer n() { return 1; } @AuraEnabled public Integer m { get; set; } }",
    '@IsTest(IsParallel=true) private class A { @TestSetup static void prepare() {} @IsTest static void works() {} static testMethod void worksToo() {} }',
    "public class A { @InvocableMethod(label='L' description='D') public static List<Integer> n(List<Integer> i) { return i; } @InvocableVariable(required=true) public Integer v; }",
    "@RestResource(urlMapping='/a/*') global class A { @HttpGet global static Integer n() { return 1; } @HttpPost global static void m(String s) {} }",
    'public class A { @Future(callout=true) static void n(Set<Id> ids, List<String> s) {} @TestVisible private Integer m; @ReadOnly @RemoteAction public static void r() {} }',
  ]);
  refusesClasses([
    ['@Missing public class A {}', 'E603', 'Annotation does not exist: Missing'],
    ["public class A { @RestResource(urlMapping='/a') void n() {} }", 'E603', 'RestResource is not allowed on method'],
    ['@IsTest @isTest private class A {}', 'E602', 'Duplicate modifier: IsTest'],
    ['@IsTest(Parallel=true) private class A {}', 'E604', 'No such property, Parallel, defined on this annotation: IsTest'],
    ['@IsTest(IsParallel=1) private class A {}', 'E604', 'Invalid value for property IsParallel expected type Boolean'],
    ['public class A { @IsTest private class B {} }', 'E603', 'Only top-level non-exception class types can be marked as tests'],
    ["@RestResource(urlMapping='a') global class A {}", 'E604', "Rest Resource url must begin with a forward slash, '/'"],
    ['@RestResource global class A {}', 'E604', 'Required property is missing: urlMapping'],
  ]);
});

suite('a test that sees all data', () => {
  refusesClasses([
    [
      '@IsTest(SeeAllData=true) private class A { @IsTest static void works() {} }',
      'U211',
      'Tests that see the data of the org (SeeAllData) are not supported',
    ],
    [
      '@IsTest private class A { @IsTest(SeeAllData=true) static void works() {} }',
      'U211',
      'Tests that see the data of the org (SeeAllData) are not supported',
    ],
  ]);
  acceptsClasses(['@IsTest(SeeAllData=false) private class A { @IsTest static void works() {} }']);
});

suite('a method with an annotation', () => {
  refusesClasses([
    ['@IsTest private class A { @IsTest void works() {} }', 'E605', 'IsTest methods must be declared as static'],
    ['@IsTest private class A { @IsTest static void works(Integer n) {} }', 'E605', 'Test methods must have no arguments'],
    [
      '@IsTest private class A { @IsTest static Integer works() { return 1; } }',
      'E605',
      'IsTest methods do not support return type of Integer',
    ],
    ['public class A { @IsTest static void works() {} }', 'E605', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@IsTest private class A { @TestSetup static Integer works() { return 1; } }', 'E605', 'Test setup method must return void'],
    [
      '@IsTest private class A { @TestSetup static void a() {} @TestSetup static void b() {} }',
      'E606',
      'Only one method per type can be defined with: TestSetup',
    ],
    ['public class A { @Future void n() {} }', 'E605', 'Future methods must be declared as static'],
    ['public class A { @Future static Integer n() { return 1; } }', 'E605', 'Future methods do not support return type of Integer'],
    ['public class A { @Future static void n(Lead lead) {} }', 'E605', 'Future methods do not support parameter type of Lead'],
    [
      'public class A { @InvocableMethod public static void n(Integer i) {} }',
      'E605',
      'Unsupported parameter type Integer. Valid invocable parameters must be List types like List<T> where T is a supported type',
    ],
    [
      'public class A { @InvocableMethod public static void n(List<Id> a, List<Id> b) {} }',
      'E605',
      'Only one parameter is supported on methods with @Invocable annotation',
    ],
    [
      'public class A { @InvocableMethod @AuraEnabled public static void n() {} }',
      'E605',
      'The only annotation that can be used with InvocableMethod is Deprecated',
    ],
    [
      'public class A { @AuraEnabled public Integer getN(Integer i) { return i; } }',
      'E605',
      'Non static AuraEnabled methods may not have parameters',
    ],
    [
      'public class A { @AuraEnabled public Integer n() { return 1; } }',
      'E605',
      "Non static AuraEnabled methods must be named with a prefix 'get'",
    ],
    ['global class A { @HttpGet global static void n() {} }', 'E605', 'Defining type for HttpGet methods must be declared as RestResource'],
    [
      "@RestResource(urlMapping='/a') global class A { @HttpGet global static void n(String s) {} }",
      'E605',
      'HttpGet methods do not support parameters',
    ],
  ]);
});
