import assert from 'node:assert/strict';
import {test} from 'node:test';
import {idSuffix, normalizeId, restoreCasing, stringToId} from '../../../src/apex/runtime/id.ts';
import {raises} from '../library/fake-runtime.ts';

test('the suffix tells the upper-case letters', () => {
  assert.equal(idSuffix('001000000000001'), 'AAA');
  assert.equal(idSuffix('0016x00000ABCDE'), 'AA5');
  assert.equal(idSuffix('001D000000IqhSL'), 'IAZ');
});

test('Ids of 15 characters get their suffix, those of 18 stay', () => {
  assert.equal(normalizeId('001D000000IqhSL'), '001D000000IqhSLIAZ');
  assert.equal(normalizeId('001D000000IqhSLIAZ'), '001D000000IqhSLIAZ');
  assert.equal(normalizeId('001'), null);
  assert.equal(normalizeId('001D000000Iqh-L'), null);
});

test('text that is no Id raises where an Id is wanted', () => {
  assert.throws(() => stringToId('abc'), raises('System.StringException', 'Invalid id: abc'));
  assert.equal(stringToId(null), null);
});

test('lost case is restored from the suffix', () => {
  assert.equal(restoreCasing('001d000000iqhsliaz'), '001D000000IqhSLIAZ');
  assert.equal(restoreCasing('001d000000iqhsl9az'), null);
});
