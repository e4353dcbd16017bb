import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {
  acceptsClasses,
  acceptsStatements,
  bindTriggerText,
  bindValue,
  diagnose,
  refusesClasses,
  refusesStatements,
  summary,
} from './bound.ts';

suite('a name', () => {
  acceptsStatements([
    'String lower = NAME; lower = Lower;',
    'Sample.CONSTANT.length();',
    'Integer counter = 1; counter = Sample.counter;',
    'String name = this.name;',
    'String text = Label.Greeting + System.Label.Greeting;',
    'Colour c = Colour.RED; c = Sample.Colour.GREEN;',
  ]);
  refusesStatements([
    ['Object o = missing;', 'E201', 'Variable does not exist: missing'],
    ['Object o = missing.thing.other;', 'E201', 'Variable does not exist: missing'],
    ['Object o = name.thing;', 'E201', 'Variable does not exist: thing'],
    ['Object o = Colour.BLUE;', 'E201', 'Variable does not exist: BLUE'],
    ['Object o = Label.Farewell;', 'E218', 'External string does not exist: Farewell'],
    ['Object o = Sample.name;', 'E210', 'Non static field cannot be referenced from a static context: name from the type Sample'],
    [
      'Object o = new Sample().counter;',
      'E212',
      'Static field cannot be referenced from a non static context: counter from the type Sample',
    ],
    ['Object o = String;', 'E201', 'Variable does not exist: String'],
  ]);
});

suite('a record', () => {
  acceptsStatements([
    "Lead lead = new Lead(LastName = 'x'); String s = lead.Status + lead.Owner.Name + lead.lastname;",
    'Proposal__c p = new Proposal__c(); String s = p.Lead__r.Status; Id i = p.Lead__c;',
    'Lead lead = new Lead(); for (Proposal__c p : lead.Proposals__r) { p.Reason__c = null; }',
    'SObject record = new Lead(); Id i = record.Id;',
    'String s = [SELECT Name FROM Lead LIMIT 1].Name;',
    'String s = [SELECT Name FROM Lead LIMIT 1][0].Name;',
    'Lead lead = new Lead(); String s = lead?.Owner?.Name;',
  ]);
  refusesStatements([
    ['Lead lead = new Lead(); Object o = lead.Missing__c;', 'E201', 'Variable does not exist: Missing__c'],
    [
      'Lead lead = new Lead(); Object o = lead.Status.Name;',
      'E331',
      'A non foreign key field cannot be referenced in a path expression: Status',
    ],
    ['Object o = new Lead(Missing__c = 1);', 'E204', 'Field does not exist: Missing__c on Lead'],
    ["Object o = new Lead(LastName = 'a', lastname = 'b');", 'E324', 'Duplicate field initialization: lastname'],
    ['Object o = new Lead(NumberOfEmployees = true);', 'E301', 'Illegal assignment from Boolean to Integer'],
    ['Object o = new Proposal__c(Twice__c = 4);', 'E323', 'Field is not writeable: Proposal__c.Twice__c'],
    ['Proposal__c p = new Proposal__c(); p.Twice__c = 4;', 'E323', 'Field is not writeable: Proposal__c.Twice__c'],
    ['Lead lead = new Lead(); lead.CreatedDate = System.now();', 'E323', 'Field is not writeable: Lead.CreatedDate'],
    ['Object o = new Lead(1);', 'E322', 'Type requires name=value pair construction: Lead'],
    ['Object o = Schema.SObjectType.Proposal__c.fieldSets.Hidden;', 'E201', 'Variable does not exist: Hidden'],
    ["Object o = new Lead(CleanStatus = 'a');", 'U203', 'Lead.CleanStatus is not supported: local-org has no facts of that field'],
    ['Lead l = new Lead(); Object o = l.CleanStatus;', 'U203', 'Lead.CleanStatus is not supported: local-org has no facts of that field'],
    ['Object o = Lead.CleanStatus;', 'U203', 'Lead.CleanStatus is not supported: local-org has no facts of that field'],
    ['Lead l = new Lead(); Object o = l.CleanStatuses;', 'E201', 'Variable does not exist: CleanStatuses'],
    ['Object o = [SELECT CleanStatus FROM Lead];', 'U710', "Lead.CleanStatus can't be queried: local-org has no facts of that field"],
    ['Object o = new Idea(Fresh = 1);', 'U203', 'Idea.Fresh is not supported: local-org has no facts of that field'],
    ['Object o = new Idea(Missing__c = 1);', 'E204', 'Field does not exist: Missing__c on Idea'],
    ["Object o = new Sample(name = 'x');", 'E322', 'Invalid constructor syntax, name=value pairs can only be used for SObjects: Sample'],
  ]);
});

suite('tokens', () => {
  const table: readonly (readonly [type: string, expression: string, kind: string])[] = [
    ['Schema.SObjectType', 'Lead.SObjectType', 'sobject token'],
    ['Schema.SObjectType', 'Schema.Lead.SObjectType', 'sobject token'],
    ['Schema.SObjectType', 'Lead.getSObjectType()', 'sobject token'],
    ['Schema.DescribeSObjectResult', 'SObjectType.Lead', 'sobject describe'],
    ['Schema.DescribeSObjectResult', 'Schema.SObjectType.Lead', 'sobject describe'],
    ['Schema.SObjectField', 'Lead.Status', 'field token'],
    ['Schema.SObjectField', 'Schema.Lead.Status', 'field token'],
    ['Schema.SObjectField', 'Lead.fields.Status', 'field token'],
    ['Schema.SObjectField', 'Lead.SObjectType.fields.Status', 'field token'],
    ['Schema.DescribeFieldResult', 'Schema.SObjectType.Lead.fields.Status', 'field describe'],
    ['Map<String, Schema.SObjectField>', 'Schema.SObjectType.Lead.fields.getMap()', 'call'],
    ['Schema.FieldSet', 'Schema.SObjectType.Proposal__c.fieldSets.Shown', 'call'],
  ];
  for (const [type, expression, kind] of table)
    test(`${expression} is a ${kind}`, () => {
      assert.equal(bindValue(type, expression).kind, kind);
    });

  test('a variable that is called like its object is tried first, and the object where that fails', () => {
    const declaration = 'Lead lead = new Lead();';
    assert.equal(bindValue('String', 'lead.Status', declaration).kind, 'sobject field');
    assert.equal(bindValue('Schema.SObjectType', 'lead.SObjectType', declaration).kind, 'sobject token');
  });
});

suite('what is visible', () => {
  acceptsClasses([
    ['public class A { B.Nested i; }', 'public class B { public class Nested {} }'],
    ['@IsTest private class A { static Integer n = B.hidden; }', 'public class B { @TestVisible private static Integer hidden; }'],
    ['public class A extends B { Integer get() { return kept; } }', 'public virtual class B { protected Integer kept; }'],
    'public class A { private Integer hidden; class Nested { Integer peek(A a) { return a.hidden; } } Object o = new Nested().peek(null); }',
  ]);
  refusesClasses([
    [['public class A { B.Nested i; }', 'public class B { private class Nested {} }'], 'E207', 'Type is not visible: B.Nested'],
    [
      ['public class A { Integer n = B.hidden; }', 'public class B { private static Integer hidden; }'],
      'E208',
      'Variable is not visible: B.hidden',
    ],
    [
      ['public class A { Integer n = B.hidden; }', 'public class B { @TestVisible private static Integer hidden; }'],
      'E208',
      'Variable is not visible: B.hidden',
    ],
    [
      ['public class A { { new B().size = 1; } }', 'public class B { public Integer size { get; private set; } }'],
      'E208',
      'Variable is not visible: B.size',
    ],
    [
      ['public class A { { B.hide(); } }', 'public class B { private static void hide() {} }'],
      'E209',
      'Method is not visible: void B.hide()',
    ],
    [['public class A { Object b = new B(); }', 'public class B { private B() {} }'], 'E209', 'Method is not visible: [B].<Constructor>()'],
    [
      'public class A { Integer own; class Nested { Integer peek() { return own; } } }',
      'E210',
      'Non static field cannot be referenced from a static context: own from the type A',
    ],
  ]);
});

suite('a private test class', () => {
  acceptsClasses([
    ['@IsTest private class A { @IsTest static void works() { B.help(); } }', '@IsTest private class B { public static void help() {} }'],
  ]);
});

suite('an initial value', () => {
  acceptsClasses([
    'public class A { Integer n = this.m; Integer m = 1; }',
    'public class A { static Integer n = A.m; static Integer m = 1; }',
    'public class A { Integer n = 1, m = n; Integer twice { get { return last; } } Integer last; }',
    'public class A { class B { Integer n = M; } static final Integer M = 1; }',
  ]);
  refusesClasses([
    ['public class A { Integer n = m; Integer m = 1; }', 'E220', 'Illegal forward reference: m'],
    ['public class A { Integer n = M; static final Integer M = 1; }', 'E220', 'Illegal forward reference: M'],
    ['public class A { static { n = 1; } static Integer n; }', 'E220', 'Illegal forward reference: n'],
    ['public class A { Integer n = n; }', 'E220', 'Illegal forward reference: n'],
  ]);
});

suite('a property', () => {
  acceptsClasses([
    ['public class A { { new B().size = 1; } }', 'public class B { public Integer size { private get; set; } }'],
    ['public class A { { new B().size = 1; } }', 'public class B { public Integer size { set { size = value; } } }'],
  ]);
  refusesClasses([
    [
      ['public class A { Object o = new B().size; }', 'public class B { public Integer size { private get; set; } }'],
      'E208',
      'Variable is not visible: B.size',
    ],
    [
      ['public class A { Object o = new B().size; }', 'public class B { public Integer size { set { size = value; } } }'],
      'E329',
      'A value cannot be read from size in type B',
    ],
    [
      ['public class A { { new B().size += 1; } }', 'public class B { public Integer size { set { size = value; } } }'],
      'E329',
      'A value cannot be read from size in type B',
    ],
  ]);
});

suite('in a trigger', () => {
  test('Trigger.new holds records of its object', () => {
    const {diagnostics, tree} = bindTriggerText(
      'trigger T on Lead (before update) { for (Lead l : Trigger.new) l.Status = Trigger.oldMap.get(l.Id).Status; }',
    );
    assert.deepEqual(summary(diagnostics), []);
    assert.deepEqual(tree?.events, ['before update']);
  });
  test('a field of another object is refused', () => {
    const {diagnostics, tree} = bindTriggerText('trigger T on Lead (before update) { Trigger.new[0].Reason__c = null; }');
    assert.deepEqual(summary(diagnostics), ['E201 1 Variable does not exist: Reason__c']);
    assert.equal(tree, null);
  });
});

test('a class with errors leaves the others alone', () => {
  assert.deepEqual(summary(diagnose('public class A { Integer n = x; }', 'public class B { Integer n = 1; }')), [
    'E201 1 Variable does not exist: x',
  ]);
});
