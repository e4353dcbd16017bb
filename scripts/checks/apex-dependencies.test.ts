import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apexClass, type Files, withProject} from '../testing/project-fixture.ts';
import {MAY_USE} from './apex/rooms.ts';
import {checkApexDependencies} from './apex-dependencies.ts';
import {formatProblem} from './check.ts';

const MAIN = 'force-app/main';

const POLICY: Files = apexClass(`${MAIN}/policy/LifecyclePolicy`, 'public class LifecyclePolicy { public Decimal minimum; }');

test('the gate may use the policy', () => {
  const gate = apexClass(`${MAIN}/gate/GateCheck`, 'public interface GateCheck { Boolean check(LifecyclePolicy policy); }');
  assert.deepEqual(problemsOf({...POLICY, ...gate}), []);
});

test('the policy may not use the gate, whichever way it names it', () => {
  const gate = apexClass(`${MAIN}/gate/Decision`, 'public class Decision { public static Integer count; public class Inner {} }');
  for (const use of [
    'Decision d;',
    'List<Decision> d;',
    'Object o = new Decision();',
    'Integer i = Decision.count;',
    'Object o = (Decision) null;',
    'Boolean b = null instanceof Decision;',
    'Type t = Decision.class;',
    'Decision.Inner d;',
    'Integer f() { return decision.COUNT; }',
  ]) {
    const policy = apexClass(`${MAIN}/policy/LifecyclePolicy`, `public class LifecyclePolicy {\n ${use}\n}`);
    assert.deepEqual(problemsOf({...gate, ...policy}), [
      `${MAIN}/policy/LifecyclePolicy.cls:2: policy must not use Decision of gate; it may use ${MAY_USE['policy']!.join(', ')} (room)`,
    ]);
  }
});

test('a superclass, an interface and a caught exception are uses too', () => {
  const gate = {
    ...apexClass(`${MAIN}/gate/Base`, 'public virtual class Base {}'),
    ...apexClass(`${MAIN}/gate/Shape`, 'public interface Shape {}'),
    ...apexClass(`${MAIN}/gate/GateException`, 'public class GateException extends Exception {}'),
  };
  const policy = apexClass(
    `${MAIN}/policy/LifecyclePolicy`,
    'public class LifecyclePolicy extends Base implements Shape { void f() { try { } catch (GateException e) { } } }',
  );
  assert.equal(problemsOf({...gate, ...policy}).length, 3);
});

test('a variable that is spelt like a class of another room is no use of it', () => {
  const gate = apexClass(`${MAIN}/gate/Decision`, 'public class Decision {}');
  const policy = apexClass(
    `${MAIN}/policy/LifecyclePolicy`,
    'public class LifecyclePolicy { String f(String decision) { return decision.trim(); } }',
  );
  assert.deepEqual(problemsOf({...gate, ...policy}), []);
});

test('every room may use the intent registry', () => {
  const registry = apexClass(`${MAIN}/lead/StatusWrite`, 'public class StatusWrite { public static void arm() {} }');
  const gate = apexClass(`${MAIN}/gate/PromotionGate`, 'public class PromotionGate { void f() { StatusWrite.arm(); } }');
  assert.deepEqual(problemsOf({...registry, ...gate}), []);
});

test('triggers keep to the rules of their room', () => {
  const files = {
    ...apexClass(`${MAIN}/review/ReviewService`, 'public class ReviewService { public static void run() {} }'),
    [`${MAIN}/lead/LeadTrigger.trigger`]: 'trigger LeadTrigger on Lead (before update) { ReviewService.run(); }',
  };
  assert.deepEqual(problemsOf(files), [
    `${MAIN}/lead/LeadTrigger.trigger:1: lead must not use ReviewService of review; it may use ${MAY_USE['lead']!.join(', ')} (room)`,
  ]);
});

test('a room that the rules do not know is refused', () => {
  assert.match(problemsOf(apexClass(`${MAIN}/helpers/Helper`, 'public class Helper {}')).join(), /the room "helpers" is unknown/);
});

test('tests may use any room', () => {
  const tests = apexClass('force-app/tests/policy/PolicyTest', '@IsTest private class PolicyTest { LifecyclePolicy p; }');
  assert.deepEqual(problemsOf({...POLICY, ...tests}), []);
});

for (const [what, statement] of [
  ['does DML by a statement', 'insert as system new Lead();'],
  ['does DML by Database', 'Database.insert(new Lead(), AccessLevel.SYSTEM_MODE);'],
  ['does DML by System.Database', 'System.Database.insert(new Lead(), AccessLevel.SYSTEM_MODE);'],
  ['queries', 'Object o = [SELECT Id FROM Lead WITH SYSTEM_MODE];'],
  ['searches', "Object o = [FIND 'x' IN ALL FIELDS RETURNING Lead];"],
  ['asks for the time', 'Datetime t = Datetime.now();'],
  ['asks for the day', 'Date d = Date.today();'],
  ['asks System for the time', 'Datetime t = System.now();'],
  ['asks who runs it', 'Id u = UserInfo.getUserId();'],
  ['asks for a permission', "Boolean b = FeatureManagement.checkPermission('P');"],
  ['reads custom metadata', 'Object o = Lifecycle_Policy__mdt.getAll();'],
  ['reads a custom setting', 'Object o = Lifecycle_Control__c.getOrgDefaults();'],
  ['publishes an event', 'EventBus.publish(new List<SObject>());'],
  ['draws a random number', 'Double d = Math.random();'],
  ['reads the schema', 'Object o = Schema.getGlobalDescribe();'],
] as const) {
  test(`a pure class that ${what} is refused`, () => {
    const source = `public class MinimumConfidence { void f() {\n${statement}\n} }`;
    const problems = problemsOf(apexClass(`${MAIN}/gate/MinimumConfidence`, source));
    assert.equal(problems.length, 1);
    assert.match(problems[0] ?? '', /MinimumConfidence\.cls:2: MinimumConfidence is pure and .* \(purity\)/);
  });
}

test('a shell of a pure room may query and write', () => {
  const source = 'public class PromotionGate { void f() { insert as system new Lead(); } }';
  assert.deepEqual(problemsOf(apexClass(`${MAIN}/gate/PromotionGate`, source)), []);
});

test('a pure class that uses a shell is refused', () => {
  const files = {
    ...apexClass(`${MAIN}/gate/PromotionGate`, 'public class PromotionGate { public static void run() {} }'),
    ...apexClass(`${MAIN}/gate/GateEvaluator`, 'public class GateEvaluator { void f() { PromotionGate.run(); } }'),
  };
  assert.deepEqual(problemsOf(files), [
    `${MAIN}/gate/GateEvaluator.cls:1: GateEvaluator is pure and uses PromotionGate, which isn't (purity)`,
  ]);
});

test('a class that is pure by name is held to it in any room', () => {
  const source = 'public class RollbackPlan { Datetime f() { return System.now(); } }';
  assert.match(
    problemsOf(apexClass(`${MAIN}/ledger/RollbackPlan`, source)).join(),
    /RollbackPlan is pure and reads the clock \(System.now\)/,
  );
});

test('an Apex file that does not parse is named', () => {
  assert.throws(() => problemsOf(apexClass(`${MAIN}/gate/Broken`, 'public class Broken {')), /gate\/Broken.cls: doesn't parse/);
});

function problemsOf(files: Files): string[] {
  return withProject(files, checkApexDependencies).problems.map(formatProblem);
}
