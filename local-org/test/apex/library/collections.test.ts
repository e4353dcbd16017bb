import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aritySlot} from '../../../src/apex/runtime/arity-slots.ts';
import type {ApexList} from '../../../src/apex/runtime/list.ts';
import type {ApexMap} from '../../../src/apex/runtime/map.ts';
import type {ApexSet} from '../../../src/apex/runtime/set.ts';
import {call, FakeObject, fakeRuntime, listOf, mapOf, raises, setOf} from './fake-runtime.ts';

const rt = fakeRuntime({classes: [{name: 'Descending', fields: {}}]});

function list(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.List', member, ...args);
}

function set(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.Set', member, ...args);
}

function map(member: string, ...args: readonly unknown[]): unknown {
  return call(rt, 'System.Map', member, ...args);
}

/** A `Comparator<Integer>` of the project. */
class Descending extends FakeObject {
  [aritySlot('compare', 2)](left: number, right: number): number {
    return right - left;
  }
}

test('a List is built from collections and grows', () => {
  const type = rt.types.get('List<Integer>');
  const built = list('<init>(Set<T>)', type, setOf(rt, 'Integer', 1, 2)) as ApexList;
  assert.equal(built.type, type);
  list('add(T)', built, 3);
  list('add(Integer,T)', built, 0, 0);
  list('addAll(List<T>)', built, listOf(rt, 'Integer', 4));
  list('addAll(List<T>)', built, built);
  assert.deepEqual(built.elements, [0, 1, 2, 3, 4, 0, 1, 2, 3, 4]);
  assert.equal(list('remove(Integer)', built, 0), 0);
  assert.equal(list('indexOf(T)', built, 4), 3);
  assert.equal(list('contains(T)', built, 9), false);
});

test('a List is copied by clone', () => {
  const original = listOf(rt, 'Integer', 1);
  const copy = list('clone()', original) as ApexList;
  list('add(T)', copy, 2);
  assert.equal(original.size, 1);
  assert.equal(copy.type, original.type);
});

test('a List sorts by the order of its elements or by a Comparator', () => {
  const numbers = listOf(rt, 'Integer', 3, null, 10, -1);
  list('sort()', numbers);
  assert.deepEqual(numbers.elements, [null, -1, 3, 10]);
  const more = listOf(rt, 'Integer', 1, 3, 2);
  list('sort(Comparator<T>)', more, new Descending(rt.types.get('Descending')));
  assert.deepEqual(more.elements, [3, 2, 1]);
});

test('an iterator goes to the end and no further', () => {
  const iterator = list('iterator()', listOf(rt, 'String', 'a'));
  assert.equal(call(rt, 'System.Iterator', 'hasNext()', iterator), true);
  assert.equal(call(rt, 'System.Iterator', 'next()', iterator), 'a');
  assert.equal(call(rt, 'System.Iterator', 'hasNext()', iterator), false);
  assert.throws(
    () => call(rt, 'System.Iterator', 'next()', iterator),
    raises('System.NoSuchElementException', 'iterator has no more elements'),
  );
});

test('a Set tells whether it changed', () => {
  const elements = set('<init>()', rt.types.get('Set<String>')) as ApexSet;
  assert.equal(set('add(T)', elements, 'a'), true);
  assert.equal(set('add(T)', elements, 'a'), false);
  assert.equal(set('addAll(List<T>)', elements, listOf(rt, 'String', 'a', 'b', 'c')), true);
  assert.equal(set('removeAll(List<T>)', elements, listOf(rt, 'String', 'x')), false);
  assert.equal(set('retainAll(Set<T>)', elements, setOf(rt, 'String', 'a', 'b')), true);
  assert.deepEqual([...elements.values()], ['a', 'b']);
  assert.equal(set('containsAll(List<T>)', elements, listOf(rt, 'String', 'a', 'b')), true);
  assert.equal(set('removeAll(Set<T>)', elements, elements), true);
  assert.equal(set('isEmpty()', elements), true);
});

test('a Map puts, gets and removes', () => {
  const entries = map('<init>()', rt.types.get('Map<String,Integer>')) as ApexMap;
  assert.equal(map('put(K,V)', entries, 'a', 1), null);
  assert.equal(map('put(K,V)', entries, 'a', 2), 1);
  assert.equal(map('get(K)', entries, 'a'), 2);
  assert.equal(map('get(K)', entries, 'A'), null);
  assert.equal(map('containsKey(K)', entries, 'a'), true);
  assert.equal(map('remove(K)', entries, 'a'), 2);
  assert.equal(map('size()', entries), 0);
});

test('keys and values have the types of the map', () => {
  const entries = mapOf(rt, 'String', 'Integer', [['a', 1]]);
  assert.equal((map('keySet()', entries) as ApexSet).type.name, 'Set<String>');
  const values = map('values()', entries) as ApexList;
  assert.equal(values.type.name, 'List<Integer>');
  list('clear()', values);
  assert.equal(entries.size, 1);
});

test('a Map is copied with its entries', () => {
  const entries = mapOf(rt, 'String', 'Integer', [['a', 1]]);
  const copy = map('<init>(Map<K,V>)', entries.type, entries) as ApexMap;
  map('putAll(Map<K,V>)', copy, mapOf(rt, 'String', 'Integer', [['b', 2]]));
  assert.equal(rt.stringOf(copy), '{a=1, b=2}');
  assert.equal(rt.stringOf(entries), '{a=1}');
  assert.equal(map('equals(Map<K,V>)', entries, map('clone()', entries)), true);
});

test('a Map of records wants Ids', () => {
  const notRecords = listOf(rt, 'SObject', null);
  assert.throws(
    () => map('<init>(List<SObject>)', rt.types.get('Map<Id,SObject>'), notRecords),
    raises('System.ListException', 'Row with null Id at index: 0'),
  );
});

test('null collections raise', () => {
  const refusal = raises('System.NullPointerException', 'Argument cannot be null.');
  assert.throws(() => list('addAll(List<T>)', listOf(rt, 'Integer'), null), refusal);
  assert.throws(() => map('putAll(Map<K,V>)', mapOf(rt, 'Integer', 'Integer'), null), refusal);
  assert.throws(() => set('containsAll(Set<T>)', setOf(rt, 'Integer'), null), refusal);
});
