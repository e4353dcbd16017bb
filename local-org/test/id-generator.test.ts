import assert from 'node:assert/strict';
import {test} from 'node:test';
import {IdGenerator} from '../src/id-generator.ts';

test('Ids ascend within a prefix and are 18 characters long', () => {
  const ids = new IdGenerator();
  const made = Array.from({length: 100}, () => ids.next('00Q'));
  assert.deepEqual(made.toSorted(), made);
  assert.equal(new Set(made).size, 100);
  assert.ok(made.every((id) => id.length === 18 && id.startsWith('00Q')));
});

test('each prefix counts for itself', () => {
  const ids = new IdGenerator();
  ids.next('00Q');
  assert.equal(ids.next('001').slice(3, 15), new IdGenerator().next('001').slice(3, 15));
});

test('an Id that came from elsewhere is not given again', () => {
  const earlier = new IdGenerator();
  const first = earlier.next('00Q');
  const second = earlier.next('00Q');
  const ids = new IdGenerator();
  ids.reserve(first);
  assert.equal(ids.next('00Q'), second);
  ids.reserve('00Q000000000001AAA');
});
