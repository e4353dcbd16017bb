import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseClass} from '../../../src/apex/syntax/parse.ts';
import {decodeTree, encodeTree} from '../../../src/apex/syntax/tree-codec.ts';

const SOURCE = `@IsTest private with sharing class A extends B implements C<D> {
  static final Integer LIMIT_OF_ALL = -2147483648;
  String name {get; private set;}
  A(final Map<Id, List<Lead>> rows) { this(rows, 'ü😀\\n'); }
  abstract void f();
  void g() {
    for (Lead row : [SELECT Id, (SELECT Id FROM Tasks) FROM Lead WHERE Age__c > 10.5 AND CreatedDate = LAST_N_DAYS:-3 LIMIT :n]) {
      if (row.Name?.length() > 3) continue; else upsert as user row Key__c;
    }
    switch on x { when 1, null { } when Lead l { } when else { throw e; } }
    try { do { i++; } while (true || !b); } catch (Exception e) { } finally { return; }
  }
  enum E {}
}`;

suite('a tree that was encoded and decoded', () => {
  const {tree} = parseClass(SOURCE, 'A.cls');
  assert(tree !== null);
  const encoded = encodeTree(tree);

  test('is the same tree', () => assert.deepEqual(decodeTree(encoded), tree));
  test('takes less than a third of the bytes of JSON', () => assert(encoded.length < JSON.stringify(tree).length / 3));
  test('may lie within other bytes', () => {
    const within = Buffer.concat([Buffer.alloc(7), encoded, Buffer.alloc(5)]);
    assert.deepEqual(decodeTree(within.subarray(7, 7 + encoded.length)), tree);
  });
});

test('numbers of either sign and any size are kept', () => {
  const numbers = {small: 0, negative: -1, large: 2 ** 28 - 1, largeNegative: -(2 ** 28)};
  assert.deepEqual(decodeTree(encodeTree(numbers)), numbers);
});

test('bytes that end too early are refused', () => {
  const encoded = encodeTree({a: ['b', {c: true}], d: null});
  for (let length = 0; length < encoded.length; length++)
    assert.throws(() => decodeTree(encoded.subarray(0, length)), `${String(length)} bytes`);
});

test('bytes with a rest are refused', () => {
  assert.throws(() => decodeTree(Buffer.concat([encodeTree({a: 1}), Buffer.alloc(1)])), RangeError);
});
