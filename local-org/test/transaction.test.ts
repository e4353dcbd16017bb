import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {TransactionKey} from '../src/transaction.ts';
import {orgWith, output, run} from './run-apex.ts';

const org = orgWith({'Memory.cls': 'public class Memory { public static Integer n = 0; public static Integer more() { return ++n; } }'});
const options = {userId: org.administratorId, quiddity: 'ANONYMOUS'} as const;

suite('a transaction', () => {
  test('has statics of its own', () => {
    assert.deepEqual(output('Memory.more(); System.debug(Memory.more());', org), ['2']);
    assert.deepEqual(output('System.debug(Memory.more());', org), ['1']);
  });
  test('gives the one around it its statics back', () => {
    const more = org.generation.staticMethod('Memory', 'more$')!;
    org.transaction(options, () => {
      assert.equal(more(), 1);
      org.transaction(options, () => {
        assert.equal(more(), 1);
      });
      assert.equal(more(), 2);
    });
  });
  test('that throws leaves no rows', () => {
    assert.throws(() => {
      org.transaction(options, () => {
        throw new Error('no');
      });
    }, /no/);
    assert.equal(run("insert new Account(Name = 'x'); Integer i = 1 / 0;", org).exception, 'System.MathException: Divide by 0');
    assert.deepEqual(output('System.debug([SELECT COUNT() FROM Account]);', org), ['0']);
  });
  test('runs what waits for its commit, after it and only then', () => {
    const events: string[] = [];
    org.transaction(options, (tx) => {
      tx.afterCommit(() => events.push('after'));
      events.push('inside');
    });
    assert.throws(() =>
      org.transaction(options, (tx) => {
        tx.afterCommit(() => events.push('never'));
        throw new Error('x');
      }),
    );
    assert.deepEqual(events, ['inside', 'after']);
  });
  test('in isolation leaves no rows', () => {
    org.isolated(options, (tx) => {
      assert.equal(tx.org.ids.next('001').length, 18);
      tx.dml.execute({operation: 'insert', records: [], allOrNone: true, access: 'system', externalId: null, origin: 'api'});
    });
    assert.deepEqual(output('System.debug([SELECT COUNT() FROM Account]);', org), ['0']);
  });
  test('keeps state for whoever asks, once', () => {
    const key = new TransactionKey(() => ({count: 0}));
    org.transaction(options, (tx) => {
      tx.get(key).count++;
      assert.equal(tx.get(key).count, 1);
    });
    org.transaction(options, (tx) => {
      assert.equal(tx.get(key).count, 0);
    });
  });
  test('tells its limits when it ends', () => {
    const seen: number[] = [];
    const stop = org.onTransaction((limits) => seen.push(limits.used('Queries')));
    output('List<Account> a = [SELECT Id FROM Account]; a = [SELECT Id FROM Account];', org);
    stop();
    output('List<Account> a = [SELECT Id FROM Account];', org);
    assert.deepEqual(seen, [2]);
  });
});

suite('a savepoint', () => {
  test('takes rows back, and becomes invalid when an earlier one is used', () => {
    org.isolated(options, (tx) => {
      const first = tx.setSavepoint();
      const second = tx.setSavepoint();
      tx.rollback(first);
      assert.deepEqual([first.isValid, second.isValid], [true, false]);
      tx.release(first);
      assert.equal(first.isValid, false);
    });
  });
});
