import assert from 'node:assert/strict';
import {test} from 'node:test';
import {aritySlot} from '../../../src/apex/runtime/arity-slots.ts';
import {ApexBlob} from '../../../src/apex/runtime/blob.ts';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import {compareElements} from '../../../src/apex/runtime/ordering.ts';
import {FakeObject, fakeRuntime, listOf, mapOf, raises, setOf} from '../library/fake-runtime.ts';

const rt = fakeRuntime({classes: [{name: 'Point', fields: {x: 'Integer'}}]});

/** A class with its own `equals` and `hashCode`, by the value of `x`. */
class Point extends FakeObject {
  constructor(x: number) {
    super(rt.types.get('Point'));
    this.values['x'] = x;
  }

  [aritySlot('equals', 1)](other: unknown): boolean {
    return other instanceof Point && other.values['x'] === this.values['x'];
  }

  [aritySlot('hashCode', 0)](): number {
    return Number(this.values['x']) % 2;
  }

  [aritySlot('compareTo', 1)](other: Point): number {
    return Number(this.values['x']) - Number(other.values['x']);
  }
}

test('a List refuses indexes beyond its ends', () => {
  const list = listOf(rt, 'Integer', 1, 2, 3);
  assert.throws(() => list.get(3), raises('System.ListException', 'List index out of bounds: 3'));
  assert.throws(() => list.get(-1), raises('System.ListException', 'List index out of bounds: -1'));
  assert.throws(() => list.set(3, 1), raises('System.ListException', 'List index out of bounds: 3'));
  assert.throws(() => list.remove(3), raises('System.ListException', 'List index out of bounds: 3'));
  assert.throws(
    () => {
      list.insert(4, 1);
    },
    raises('System.ListException', 'List index out of bounds: 4'),
  );
  list.insert(3, 4);
  assert.deepEqual(list.elements, [1, 2, 3, 4]);
});

test('collections over which a loop runs refuse to grow or shrink', () => {
  const refusal = raises('System.FinalException', 'Cannot modify a collection while it is being iterated.');
  const list = listOf(rt, 'Integer', 1);
  const set = setOf(rt, 'Integer', 1);
  const map = mapOf(rt, 'Integer', 'Integer', [[1, 1]]);
  const keys = map.keySet(rt.types.get('Set<Integer>'));
  list.iterating++;
  set.iterating++;
  keys.iterating++;
  assert.throws(() => {
    list.add(2);
  }, refusal);
  assert.throws(() => list.remove(0), refusal);
  assert.throws(() => set.add(rt, 2), refusal);
  assert.throws(() => set.remove(rt, 1), refusal);
  assert.throws(() => map.put(rt, 2, 2), refusal);
  assert.equal(map.put(rt, 1, 5), 1);
  assert.equal(list.set(0, 9), 9);
  list.iterating--;
  list.add(2);
  assert.equal(list.size, 2);
});

test('Trigger.new refuses every change', () => {
  const list = listOf(rt, 'Integer', 1);
  list.isReadOnly = true;
  const refusal = raises('System.FinalException', 'Collection is read-only');
  assert.throws(() => {
    list.add(2);
  }, refusal);
  assert.throws(() => list.set(0, 2), refusal);
  assert.throws(() => {
    list.clear();
  }, refusal);
});

test('the keys of a map are a view of it: removal goes through, addition is refused', () => {
  const map = mapOf(rt, 'String', 'Integer', [
    ['foo', 1],
    ['bar', 2],
  ]);
  const keys = map.keySet(rt.types.get('Set<String>'));
  assert.ok(keys.remove(rt, 'foo'));
  assert.equal(map.size, 1);
  assert.equal(keys.size, 1);
  assert.deepEqual([...keys.values()], ['bar']);
  assert.throws(() => keys.add(rt, 'baz'), raises('System.FinalException', 'Collection is read-only'));
  map.put(rt, 'new', 3);
  assert.ok(keys.has(rt, 'new'));
});

test('Set and Map tell text apart by case, Decimals by scale, numbers by type', () => {
  const set = setOf(rt, 'Object', 'a', 'A', 1, 1n, new ApexDouble(1), Decimal.parse('1'), Decimal.parse('1.0'), null, true);
  assert.equal(set.size, 9);
  assert.ok(set.has(rt, Decimal.parse('1.0')));
  assert.ok(!set.has(rt, Decimal.parse('1.00')));
  assert.ok(set.has(rt, null));
});

test('equal values of different objects are one element', () => {
  const set = setOf(rt, 'Object', ApexDate.of(2026, 1, 1), ApexDate.of(2026, 1, 1), ApexBlob.fromText('x'), ApexBlob.fromText('x'));
  assert.equal(set.size, 2);
  assert.equal(setOf(rt, 'Object', '\0D20454', ApexDate.of(2026, 1, 1)).size, 2);
  assert.equal(setOf(rt, 'Object', new ApexId('001000000000001AAA'), '001000000000001AAA').size, 1);
});

test('objects with equals and hashCode are found by them, also where hashes collide', () => {
  const set = setOf(rt, 'Point', new Point(1), new Point(3), new Point(1), new Point(2));
  assert.equal(set.size, 3);
  assert.ok(set.has(rt, new Point(3)));
  assert.ok(set.remove(rt, new Point(1)));
  assert.ok(!set.has(rt, new Point(1)));
  assert.ok(set.has(rt, new Point(3)));
  const map = mapOf(rt, 'Point', 'String', [[new Point(1), 'a']]);
  assert.equal(map.put(rt, new Point(1), 'b'), 'a');
  assert.equal(map.get(rt, new Point(1)), 'b');
});

test('objects without them are themselves only', () => {
  const [one, two] = [new FakeObject(rt.types.get('Point')), new FakeObject(rt.types.get('Point'))];
  const set = setOf(rt, 'Point', one, two, one);
  assert.equal(set.size, 2);
  assert.ok(!rt.equals(one, two));
});

test('an object with equals alone is found by identity, since its hash is', () => {
  class Alike extends FakeObject {
    [aritySlot('equals', 1)](other: unknown): boolean {
      return other instanceof Alike;
    }
  }
  const [one, two] = [new Alike(rt.types.get('Point')), new Alike(rt.types.get('Point'))];
  assert.ok(rt.equals(one, two));
  assert.equal(setOf(rt, 'Point', one, two).size, 2);
});

test('collections are equal by their contents, and can be keys', () => {
  assert.ok(rt.equals(listOf(rt, 'Integer', 1, 2), listOf(rt, 'Integer', 1, 2)));
  assert.ok(!rt.equals(listOf(rt, 'Integer', 1, 2), listOf(rt, 'Integer', 2, 1)));
  assert.ok(rt.equals(setOf(rt, 'Integer', 1, 2), setOf(rt, 'Integer', 2, 1)));
  assert.ok(rt.equals(mapOf(rt, 'String', 'Integer', [['a', 1]]), mapOf(rt, 'String', 'Integer', [['a', 1]])));
  assert.ok(!rt.equals(mapOf(rt, 'String', 'Integer', [['a', 1]]), mapOf(rt, 'String', 'Integer', [['b', 1]])));
  const map = mapOf(rt, 'List<Integer>', 'String', [[listOf(rt, 'Integer', 1), 'found']]);
  assert.equal(map.get(rt, listOf(rt, 'Integer', 1)), 'found');
});

test('list elements are equal only with the same scale', () => {
  assert.ok(!rt.equals(listOf(rt, 'Decimal', Decimal.parse('10.00')), listOf(rt, 'Decimal', Decimal.parse('10.000'))));
});

test('== between Objects disregards number types, scales and case', () => {
  assert.ok(rt.looseEquals(1, Decimal.parse('1.00')));
  assert.ok(rt.looseEquals(new ApexDouble(1), 1n));
  assert.ok(rt.looseEquals('Abc', 'aBC'));
  assert.ok(rt.looseEquals(new ApexId('001D000000IqhSLIAZ'), '001D000000IqhSL'));
  assert.ok(!rt.looseEquals('1', 1));
  assert.ok(!rt.looseEquals(null, 0));
  assert.ok(!rt.looseEquals(new ApexDouble(Number.NaN), new ApexDouble(Number.NaN)));
});

test('text of values and collections', () => {
  assert.equal(rt.stringOf(listOf(rt, 'Object', 1, 'a', null, Decimal.parse('1.50'))), '(1, a, null, 1.50)');
  assert.equal(rt.stringOf(listOf(rt, 'String', '', 'a')), '(, a)');
  assert.equal(rt.stringOf(setOf(rt, 'String', 'a', 'b')), '{a, b}');
  assert.equal(rt.stringOf(mapOf(rt, 'String', 'Integer', [['a', 1]])), '{a=1}');
  assert.equal(rt.stringOf(listOf(rt, 'String')), '()');
  assert.equal(rt.stringOf(ApexBlob.fromText('hello')), 'Blob[5]');
  assert.equal(rt.stringOf(null), 'null');
});

test('sorting puts null first, text by its codes, Comparable objects by compareTo', () => {
  const sorted = ['b', 'B', null, 'a', 'A'].sort((left, right) => compareElements(rt, left, right));
  assert.deepEqual(sorted, [null, 'A', 'B', 'a', 'b']);
  assert.deepEqual(
    [3, -1, 10].sort((left, right) => compareElements(rt, left, right)),
    [-1, 3, 10],
  );
  assert.ok(compareElements(rt, new Point(1), new Point(2)) < 0);
  assert.ok(compareElements(rt, Decimal.parse('1.5'), Decimal.parse('1.25')) > 0);
  const refusal = raises('System.ListException', 'One or more of the items in this list is not Comparable.');
  assert.throws(() => compareElements(rt, listOf(rt, 'Integer'), listOf(rt, 'Integer')), refusal);
});

test('String.hashCode is Java’s', () => {
  assert.equal(rt.hashCode('Hello world'), -832992604);
  assert.equal(rt.hashCode(''), 0);
});
