import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {SyntaxTreeCache} from '../../../src/apex/syntax/cache.ts';
import {Org} from '../../../src/org.ts';
import {memoryFileSystem} from '../../../src/project/file-system.ts';
import {loadProject} from '../../../src/project/load-project.ts';
import {chooseMutants} from '../../../src/testing/mutation/plan.ts';
import {MutantRunner} from '../../../src/testing/mutation/run-mutant.ts';
import type {Verdict} from '../../../src/testing/mutation/run-mutant.ts';
import {changedText} from '../../../src/testing/mutation/mutant.ts';
import {DEFAULT_OPERATORS} from '../../../src/testing/mutation/operators.ts';
import type {TestPlan} from '../../../src/testing/mutation/test-reach.ts';
import {measureBaseline, testPlanner} from '../../../src/testing/mutation/test-reach.ts';
import {testSelection} from '../../../src/testing/selection.ts';

const FILES = {
  'Price.cls': `public class Price {
    public static Boolean isHigh(Integer cents) {
      return cents > 100;
    }
    public static Integer loops(Integer times) {
      Integer count = 0;
      while (count < times) {
        count++;
      }
      return count;
    }
    public static void untested(Integer cents) {
      if (cents < 0) { throw new IllegalArgumentException('below zero'); }
    }
    public static String label(String text) {
      return text ?? 'none';
    }
    private static final Integer CENTS = 1 + 1;
    public static Integer cents() { return CENTS; }
  }`,
  'Count.trigger': `trigger Count on Lead (before insert) {
    for (Lead row : Trigger.new) { row.NumberOfEmployees = 1 + 1; }
  }`,
  'PriceTest.cls': `@IsTest class PriceTest {
    @IsTest static void high() { System.assert(Price.isHigh(200)); System.assert(!Price.isHigh(100)); }
    @IsTest static void loop() { System.assertEquals(3, Price.loops(3)); }
    @IsTest static void label() { System.assertEquals('none', Price.label(null)); }
    @IsTest static void cents() { System.assertEquals(2, Price.cents()); }
    @IsTest static void fails() { Price.label('x'); System.assert(false); }
  }`,
  'LeadTest.cls': `@IsTest class LeadTest {
    @TestSetup static void rows() { insert new Lead(LastName = 'A', Company = 'B'); }
    @IsTest static void counts() { System.assertEquals(2, [SELECT NumberOfEmployees FROM Lead].NumberOfEmployees); }
  }`,
};

const project = loadProject(['.'], {fileSystem: memoryFileSystem(FILES)});
const counting = new Org({project, countLines: true});
const parser = new SyntaxTreeCache('', null);
const choose = (...classes: readonly string[]) =>
  chooseMutants(project, counting.generation, parser, {classes, operators: DEFAULT_OPERATORS});
const baseline = measureBaseline(counting, testSelection([]));
const planOf = testPlanner(baseline, counting.generation);
const quickly = (plan: TestPlan) => plan.map((planned) => ({...planned, patienceMilliseconds: 200}));
const runner = new MutantRunner(new Org({project}));
const verdicts = new Map<string, Verdict>();
for (const mutant of choose()) {
  const source = mutant.kind === 'class' ? FILES['Price.cls'] : FILES['Count.trigger'];
  verdicts.set(changedText(source, mutant).after, runner.run(mutant, quickly(planOf(mutant))));
}

function verdictOf(after: string): Verdict {
  const verdict = verdicts.get(after);
  assert(verdict !== undefined, `${after} is none of ${[...verdicts.keys()].join('\n')}`);
  return verdict;
}

suite('a mutant', () => {
  test('is killed by the first test that fails', () => {
    assert.deepEqual(verdictOf('return cents >= 100;'), {
      kind: 'killed',
      by: 'PriceTest.high',
      message: 'System.AssertException: Assertion Failed',
    });
  });
  test('survives when all tests that reach it pass', () => {
    assert.deepEqual(verdictOf("return ('none');"), {kind: 'survived', tests: 1});
    assert.equal(verdictOf('return (text);').kind, 'killed');
  });
  test('survives where no test gets', () => {
    assert.deepEqual(verdictOf("if (cents <= 0) { throw new IllegalArgumentException('below zero'); }"), {kind: 'survived', tests: 0});
  });
  test('that never ends is killed', () => {
    const verdict = verdictOf('count--;');
    assert.deepEqual(verdict, {kind: 'killed', by: 'PriceTest.loop', message: 'System.LimitException: Apex CPU time limit exceeded'});
  });
  test('in the value of a field is killed by tests that depend on the class', () => {
    const verdict = verdictOf('private static final Integer CENTS = 1 - 1;');
    assert.equal(verdict.kind === 'killed' && verdict.by, 'PriceTest.cents');
  });
  test('in a trigger is killed by tests that write rows', () => {
    const verdict = verdictOf('for (Lead row : Trigger.new) { row.NumberOfEmployees = 1 - 1; }');
    assert.equal(verdict.kind === 'killed' && verdict.by, 'LeadTest.counts');
  });
  test('that is no program is none', () => {
    const [mutant] = choose('Price');
    assert.equal(runner.run({...mutant!, replacement: 'nothing'}, []).kind, 'not compiled');
  });
  test('leaves nothing to the next', () => {
    const [first, ...others] = choose('Count', 'Price');
    assert.equal(runner.run(first!, planOf(first!)).kind, 'killed');
    const survivor = others.find((mutant) => mutant.replacement === "('none')");
    const plan = [
      {class: 'LeadTest', methods: ['counts'], patienceMilliseconds: 9999},
      {class: 'PriceTest', methods: ['high', 'loop', 'label', 'cents'], patienceMilliseconds: 9999},
    ];
    assert.deepEqual(runner.run(survivor!, plan), {kind: 'survived', tests: 5});
  });
});

suite('the tests for a mutant', () => {
  const namesIn = (plan: TestPlan) => plan.map((planned) => `${planned.class}: ${planned.methods.join(' ')}`);

  test('are those that pass without it', () =>
    assert.deepEqual(
      baseline.others.map(({method, outcome}) => [method, outcome]),
      [['fails', 'Fail']],
    ));
  test('are those that run the method around it', () => {
    const mutant = choose('Price').find(({operator}) => operator === 'comparison');
    assert.deepEqual(namesIn(planOf(mutant!)), ['PriceTest: high']);
  });
  test('may take longer than on the original', () => {
    const [mutant] = choose('Price');
    assert.ok(planOf(mutant!).every(({patienceMilliseconds}) => patienceMilliseconds > 5000));
  });
  test('count what the setup of a class runs', () => {
    const [mutant] = choose('Count');
    assert.deepEqual(namesIn(planOf(mutant!)), ['LeadTest: counts']);
  });
});

suite('the code to change', () => {
  const names = (...classes: readonly string[]) => [...new Set(choose(...classes).map(({name}) => name))];

  test('is all that is no test', () => assert.deepEqual(names(), ['Count', 'Price']));
  test('is chosen by name', () => assert.deepEqual(names('Pr*'), ['Price']));
  test('is chosen by path', () => assert.deepEqual(names('*.trigger', 'none/**'), ['Count']));
});
