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
    ["public class A { @RestResource(urlMapping='/a') void n() {} }", 'E603', 'RestResource is not allowed on methods'],
    ['@IsTest @isTest private class A {}', 'E602', 'Duplicate modifier: IsTest'],
    ['@IsTest(Parallel=true) private class A {}', 'E604', 'No such property, Parallel, defined on this annotation: IsTest'],
    ['@IsTest(IsParallel=1) private class A {}', 'E604', 'Invalid value for property IsParallel expected type Boolean'],
    ['public class A { @IsTest private class B {} }', 'E603', 'Only top-level non-exception class types can be marked as tests'],
    ["@RestResource(urlMapping='a') global class A {}", 'E604', "Rest Resource url must begin with a forward slash, '/'"],
    ["@RestResource(urlMapping='/a') public class A {}", 'E603', 'RestResource classes must be declared as global'],
    ['public class A { @InvocableVariable public Integer n { get; set; } }', 'E603', 'InvocableVariable is not allowed on properties'],
    ['@JsonAccess public class A {}', 'E604', 'At least one JSON serialization control parameter must be specified'],
    [
      "@JsonAccess(serializable='often') public class A {}",
      'E604',
      'Annotation property, serializable on JsonAccess, unknown value: often',
    ],
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

suite('a field with an annotation', () => {
  acceptsClasses([
    'public class A { @InvocableVariable public List<Lead> leads; @InvocableVariable public Id n; @AuraEnabled public Object o { get; set; } }',
  ]);
  refusesClasses([
    ['public class A { @AuraEnabled Integer n; }', 'E605', 'AuraEnabled fields require at least one of the following global, public'],
    ['public class A { @AuraEnabled public static Integer n; }', 'E605', 'AuraEnabled fields cannot be static'],
    ['public class A { @InvocableVariable public final Integer n = 1; }', 'E605', 'InvocableVariable fields cannot be final'],
    ['public class A { @InvocableVariable public Object n; }', 'E605', 'InvocableVariable fields do not support type of Object'],
  ]);
});

suite('a method with an annotation', () => {
  acceptsClasses([
    '@IsTest private class A { @IsTest static Integer works() { return 1; } }',
    'public class A { @InvocableMethod public static void n(List<B> b) {} public class B { @InvocableVariable public Integer m; } }',
    'public class A { @AuraEnabled public static Map<String, Object> n(Object o, List<Lead> l) { return null; } }',
    "@RestResource(urlMapping='/a') global class A { @HttpPost global static Lead n(Map<String, String> m, A a, List<Id> l) { return null; } }",
  ]);
  refusesClasses([
    ['@IsTest private class A { @IsTest void works() {} }', 'E605', 'IsTest methods must be declared as static'],
    ['@IsTest private class A { @IsTest static void works(Integer n) {} }', 'E605', 'Test methods must have no arguments'],
    ['public class A { @IsTest static void works() {} }', 'E605', 'Defining type for IsTest methods must be declared as IsTest'],
    ['@IsTest private class A { @TestSetup static Integer works() { return 1; } }', 'E605', 'Test setup method must return void'],
    [
      '@IsTest private class A { @TestSetup static void a() {} @TestSetup static void b() {} }',
      'E606',
      'Only one method per type can be defined with: TestSetup',
    ],
    [
      'public class A { @AuraEnabled static void n() {} }',
      'E605',
      'AuraEnabled methods require at least one of the following global, public',
    ],
    [
      'public class A { @AuraEnabled public static Set<Id> n() { return null; } }',
      'E605',
      'AuraEnabled methods do not support return type of Set<Id>',
    ],
    [
      'public class A { @InvocableMethod public static void n(List<B> b) {} public class B {} }',
      'E605',
      'InvocableMethod methods do not support parameter type of List<A.B>',
    ],
    [
      'public class A { @InvocableMethod public static void n(List<Map<String, String>> b) {} }',
      'E605',
      'InvocableMethod methods do not support parameter type of List<Map<String,String>>',
    ],
    [
      "@RestResource(urlMapping='/a') global class A { @HttpGet public static void n() {} }",
      'E605',
      'HttpGet methods must be declared as global',
    ],
    [
      "@RestResource(urlMapping='/a') global class A { @HttpPost global static void n(Map<Id, String> m) {} }",
      'E605',
      'HttpPost methods do not support parameter type of Map<Id,String>',
    ],
    [
      'public class A { @ReadOnly public static void n() {} }',
      'E605',
      'ReadOnly methods require at least one of the following webService, RemoteAction, HttpGet, HttpPost, HttpPatch, HttpPut, HttpDelete',
    ],
    [
      '@IsTest(SeeAllData=true) private class A { @TestSetup static void n() {} }',
      'E605',
      'Test class cannot be annotated with @isTest(SeeAllData=true)',
    ],
    [
      '@IsTest(IsParallel=true SeeAllData=true) private class A {}',
      'E605',
      'Test class annotated with @isTest(IsParallel=true) cannot also be annotated with @isTest(SeeAllData=true)',
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
