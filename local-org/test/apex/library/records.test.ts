import assert from 'node:assert/strict';
import {test} from 'node:test';
import {customField, customObject, Fixture} from '../../data/fixture.ts';
import {SObjectTypeToken} from '../../../src/apex/library/Schema/sobject-type.ts';
import {typeToken} from '../../../src/apex/library/System/Type.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import type {ApexList} from '../../../src/apex/runtime/list.ts';
import type {ApexMap} from '../../../src/apex/runtime/map.ts';
import {setField, setParent, SObject} from '../../../src/apex/runtime/sobject.ts';
import {call, fakeRuntime, listOf, raises, setOf} from './fake-runtime.ts';

const fixture = new Fixture({
  objects: [
    customObject('Order__c', [
      customField('Amount__c', {type: 'Number', precision: 10, scale: 2}),
      customField('Placed__c', {type: 'DateTime'}),
      customField('Note__c', {}),
    ]),
    customObject('Line__c', [
      customField('Order__c', {type: 'Lookup', referenceTo: 'Order__c', relationshipName: 'Lines'}),
      customField('Count__c', {type: 'Number', precision: 5, scale: 0}),
    ]),
  ],
});
const order = fixture.object('Order__c');
const line = fixture.object('Line__c');
const rt = fakeRuntime({objects: [order, line]});
const ID = `${order.keyPrefix!}000000000001AAA`;

function record(object: typeof order, values: Readonly<Record<string, unknown>>): SObject {
  const made = new SObject(object);
  for (const [name, value] of Object.entries(values)) setField(made, object.fieldsByKey.get(name.toLowerCase())!.index, value);
  return made;
}

function field(of: SObject, name: string): unknown {
  return of.slots[of.descriptor.fieldsByKey.get(name.toLowerCase())!.index];
}

function serialize(value: unknown): unknown {
  return call(rt, 'System.JSON', 'serialize(Object)', value);
}

function deserialize(text: string, type: string, member = 'deserialize(String,Type)'): unknown {
  return call(rt, 'System.JSON', member, text, typeToken(rt.types.get(type)));
}

test('a record shows its attributes, then its fields in the order in which they were set', () => {
  const made = record(order, {Note__c: null, Amount__c: Decimal.parse('1.50'), Placed__c: new ApexDatetime(0)});
  assert.equal(
    serialize(made),
    '{"attributes":{"type":"Order__c"},"Note__c":null,"Amount__c":1.50,"Placed__c":"1970-01-01T00:00:00.000+0000"}',
  );
});

test('a record with an Id has a URL, parents are nested', () => {
  const child = record(line, {Count__c: Decimal.parse('2')});
  setParent(child, line.fieldsByKey.get('order__c')!.index, record(order, {Id: ID}));
  assert.equal(
    serialize(child),
    `{"attributes":{"type":"Line__c"},"Count__c":2,"Order__r":{"attributes":{"type":"Order__c","url":"/services/data/v66.0/sobjects/Order__c/${ID}"},"Id":"${ID}"}}`,
  );
});

test('fields that a query found empty are left out', () => {
  const id = fixture.insert('Order__c', {Amount__c: Decimal.parse('7')});
  const [row] = fixture.query('SELECT Id, Amount__c, Note__c FROM Order__c');
  const attributes = `"attributes":{"type":"Order__c","url":"/services/data/v66.0/sobjects/Order__c/${id}"}`;
  assert.equal(serialize(row), `{${attributes},"Id":"${id}","Amount__c":7}`);
});

test('a record is read with its values typed, its parents and its children', () => {
  const text =
    '{"attributes":{"type":"Order__c"},"amount__c":1.50,"Placed__c":"2026-01-02T03:04:05.000+0000","Note__c":null,"Unknown__c":1,' +
    '"Lines__r":{"totalSize":1,"done":true,"records":[{"attributes":{"type":"Line__c"},"Count__c":"3"}]}}';
  const read = deserialize(text, 'Order__c') as SObject;
  assert.equal(rt.stringOf(field(read, 'Amount__c')), '1.50');
  assert.equal((field(read, 'Placed__c') as ApexDatetime).toIso(), '2026-01-02T03:04:05.000Z');
  assert.equal(field(read, 'Note__c'), null);
  const rows = read.children?.get('lines__r') as ApexList;
  assert.equal(rows.type.name, 'List<Line__c>');
  assert.equal(rt.stringOf(field(rows.elements[0] as SObject, 'Count__c')), '3');
});

test('strict reading refuses fields that the object lacks', () => {
  assert.throws(
    () => deserialize('{"Unknown__c":1}', 'Order__c', 'deserializeStrict(String,Type)'),
    raises('System.JSONException', "No such column 'Unknown__c' on sobject of type Order__c"),
  );
});

test('a plain SObject is what its attributes name', () => {
  const read = deserialize('{"attributes":{"type":"Line__c"},"Count__c":1}', 'SObject') as SObject;
  assert.equal(read.descriptor.name, 'Line__c');
});

test('records are equal, and found in sets, by the values of their fields', () => {
  const [one, same, other] = [record(order, {Note__c: 'a'}), record(order, {Note__c: 'a'}), record(order, {Note__c: 'A'})];
  assert.ok(rt.equals(one, same));
  const set = setOf(rt, 'Order__c', one, same, other);
  assert.equal(set.size, 2);
  setField(one, order.fieldsByKey.get('note__c')!.index, 'changed');
  assert.ok(!set.has(rt, one));
});

test('records sort by name, then by their other fields', () => {
  const list = listOf(
    rt,
    'Order__c',
    record(order, {Name: 'b'}),
    record(order, {Name: 'a', Note__c: 'y'}),
    record(order, {Name: 'a', Note__c: 'x'}),
  );
  call(rt, 'System.List', 'sort()', list);
  assert.deepEqual(
    list.elements.map((each) => `${rt.stringOf(field(each as SObject, 'Name'))} ${rt.stringOf(field(each as SObject, 'Note__c') ?? null)}`),
    ['a x', 'a y', 'b null'],
  );
});

test('a Map of records is keyed by their Ids, which must be there and differ', () => {
  const made = record(order, {Id: ID});
  const type = rt.types.get('Map<Id,Order__c>');
  const map = call(rt, 'System.Map', '<init>(List<SObject>)', type, listOf(rt, 'Order__c', made)) as ApexMap;
  assert.equal(map.get(rt, ID), made);
  const twice = listOf(rt, 'Order__c', made, made);
  assert.throws(
    () => call(rt, 'System.Map', '<init>(List<SObject>)', type, twice),
    raises('System.ListException', 'Row with duplicate Id at index: 1'),
  );
});

test('deepClone copies records, clone shares them', () => {
  const made = record(order, {Id: ID, Note__c: 'a'});
  const list = listOf(rt, 'Order__c', made);
  const deep = (call(rt, 'System.List', 'deepClone()', list) as ApexList).elements[0] as SObject;
  assert.notEqual(deep, made);
  assert.deepEqual([deep.id, field(deep, 'Note__c')], [null, 'a']);
  const kept = (call(rt, 'System.List', 'deepClone(Boolean)', list, true) as ApexList).elements[0] as SObject;
  assert.equal(kept.id, ID);
  assert.equal((call(rt, 'System.List', 'clone()', list) as ApexList).elements[0], made);
});

test('Ids, lists and maps tell their object', () => {
  const token = call(rt, 'System.Id', 'getSobjectType()', ID);
  assert.ok(token instanceof SObjectTypeToken);
  assert.equal(token.object, order);
  assert.equal(call(rt, 'System.List', 'getSObjectType()', listOf(rt, 'Order__c')), token);
  assert.equal(call(rt, 'System.List', 'getSObjectType()', listOf(rt, 'SObject')), null);
  assert.throws(
    () => call(rt, 'System.Id', 'getSobjectType()', 'zzz000000000001AAA'),
    raises('System.SObjectException', 'Cannot locate Apex Type for ID: zzz000000000001AAA'),
  );
});
