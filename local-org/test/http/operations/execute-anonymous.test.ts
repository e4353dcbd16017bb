import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {RestOrg, USER} from '../rest-org.ts';

const rest = new RestOrg();

interface Outcome {
  readonly compiled: boolean;
  readonly success: boolean;
  readonly line: number;
  readonly compileProblem: string | null;
  readonly exceptionMessage: string | null;
  readonly exceptionStackTrace: string | null;
}

const execute = (source: string): Outcome =>
  rest.request('GET', `tooling/executeAnonymous?anonymousBody=${encodeURIComponent(source)}`).body as Outcome;

describe('anonymous Apex', () => {
  it('runs as the user who asks', () => {
    const outcome = execute(
      `System.assertEquals('${USER}', UserInfo.getUserName()); insert new Note__c(Text__c = 'anonymous', Key__c = 'anonymous');`,
    );
    assert.deepEqual([outcome.compiled, outcome.success, outcome.exceptionMessage], [true, true, null]);
    assert.equal(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'anonymous'").length, 1);
  });

  it('says where it does not compile', () => {
    const outcome = execute('Integer i = 1;\nnonsense;');
    assert.deepEqual([outcome.compiled, outcome.success, outcome.line], [false, false, 2]);
    assert.notEqual(outcome.compileProblem, null);
  });

  it('says what it threw, and where', () => {
    const outcome = execute('Integer zero = 0;\nInteger i = 1 / zero;');
    assert.deepEqual(
      [outcome.compiled, outcome.success, outcome.line, outcome.exceptionMessage],
      [true, false, 2, 'System.MathException: Divide by 0'],
    );
    assert.match(outcome.exceptionStackTrace ?? '', /^AnonymousBlock: line 2, column 1/);
  });

  it('leaves nothing of a block that threw', () => {
    execute("insert new Note__c(Text__c = 'x', Key__c = 'undone'); Integer zero = 0; Integer i = 1 / zero;");
    assert.deepEqual(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'undone'"), []);
  });

  it('needs a body', () => {
    assert.equal(rest.request('GET', 'tooling/executeAnonymous').status, 400);
  });
});
