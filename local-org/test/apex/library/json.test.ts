import assert from 'node:assert/strict';
import {test} from 'node:test';
import {typeToken} from '../../../src/apex/library/System/Type.ts';
import {ApexBlob} from '../../../src/apex/runtime/blob.ts';
import {ApexDate} from '../../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../../src/apex/runtime/datetime.ts';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexDouble} from '../../../src/apex/runtime/double.ts';
import {ApexId} from '../../../src/apex/runtime/id.ts';
import type {ApexList} from '../../../src/apex/runtime/list.ts';
import {ApexTime} from '../../../src/apex/runtime/time.ts';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {call, FakeObject, fakeRuntime, listOf, mapOf, raises, setOf} from './fake-runtime.ts';

const rt = fakeRuntime({
  classes: [
    {name: 'Person', fields: {name: 'String', age: 'Integer', score: 'Decimal', friends: 'List<Person>', born: 'Date', active: 'Boolean'}},
    {name: 'Holder', fields: {anything: 'Object'}},
  ],
});

function serialize(value: unknown, suppressNulls = false): unknown {
  return call(rt, 'System.JSON', 'serialize(Object,Boolean)', value, suppressNulls);
}

function untyped(text: string): unknown {
  return call(rt, 'System.JSON', 'deserializeUntyped(String)', text);
}

function typed(text: string, type: string, member = 'deserialize(String,Type)'): unknown {
  return call(rt, 'System.JSON', member, text, typeToken(rt.types.get(type)));
}

function person(values: Readonly<Record<string, unknown>>): FakeObject {
  const object = new FakeObject(rt.types.get('Person'));
  Object.assign(object.values, values);
  return object;
}

const values: readonly (readonly [unknown, string])[] = [
  [null, 'null'],
  [true, 'true'],
  [5, '5'],
  [5n, '5'],
  [Decimal.parse('1.50'), '1.50'],
  [new ApexDouble(8), '8.0'],
  [new ApexDouble(1.5e10), '1.5E10'],
  ['a"b\\c/\n\u0001é', '"a\\"b\\\\c/\\n\\u0001é"'],
  [new ApexId('001D000000IqhSLIAZ'), '"001D000000IqhSLIAZ"'],
  [ApexDate.of(2026, 1, 2), '"2026-01-02"'],
  [new ApexDatetime(Date.UTC(2026, 0, 2, 3, 4, 5)), '"2026-01-02T03:04:05.000Z"'],
  [ApexTime.of(1, 2, 3, 4), '"01:02:03.004Z"'],
  [ApexBlob.fromText('hi'), '"aGk="'],
  [listOf(rt, 'Object', 1, null, 'a'), '[1,null,"a"]'],
  [setOf(rt, 'Integer', 2, 1), '[2,1]'],
  [
    mapOf(rt, 'String', 'Object', [
      ['b', null],
      ['a', 1],
    ]),
    '{"b":null,"a":1}',
  ],
  [mapOf(rt, 'Date', 'Integer', [[ApexDate.of(2026, 1, 2), 1]]), '{"2026-01-02":1}'],
];

for (const [value, expected] of values) {
  test(`serialize gives ${expected}`, () => {
    assert.equal(serialize(value), expected);
  });
}

test('objects show their fields in order; nulls can be suppressed, but not those of maps', () => {
  const ann = person({name: 'Ann', age: 40});
  assert.equal(serialize(ann), '{"name":"Ann","age":40,"score":null,"friends":null,"born":null,"active":null}');
  assert.equal(serialize(ann, true), '{"name":"Ann","age":40}');
  assert.equal(serialize(mapOf(rt, 'String', 'Object', [['a', null]]), true), '{"a":null}');
});

test('pretty printing is Jackson’s', () => {
  const value = mapOf(rt, 'String', 'Object', [
    ['a', listOf(rt, 'Integer', 1, 2)],
    ['b', listOf(rt, 'Object', mapOf(rt, 'String', 'Object', [['c', null]]), mapOf(rt, 'String', 'Object'))],
    ['d', listOf(rt, 'Integer')],
  ]);
  assert.equal(
    call(rt, 'System.JSON', 'serializePretty(Object)', value),
    '{\n  "a" : [ 1, 2 ],\n  "b" : [ {\n    "c" : null\n  }, { } ],\n  "d" : [ ]\n}',
  );
});

test('untyped JSON becomes maps, lists, Integers, Longs and Decimals', () => {
  const map = untyped(' {"a": [1, 3000000000, -1.50, 1e2, "x", true, null], "b": {}} ') as ReturnType<typeof mapOf>;
  assert.equal(map.type.name, 'Map<String,Object>');
  const list = map.get(rt, 'a') as ApexList;
  assert.equal(list.type.name, 'List<Object>');
  assert.deepEqual(
    list.elements.map((element) => [rt.typeOf(element).name, rt.stringOf(element)]),
    [
      ['Integer', '1'],
      ['Long', '3000000000'],
      ['Decimal', '-1.50'],
      ['Decimal', '1E+2'],
      ['String', 'x'],
      ['Boolean', 'true'],
      ['Object', 'null'],
    ],
  );
});

test('escapes in strings are read', () => {
  assert.equal(untyped('"\\u0041\\n\\/\\"\\\\"'), 'A\n/"\\');
});

/** Text and message; those with a place are the platform's, as public questions and observations show them. */
const malformed: readonly (readonly [string, string])[] = [
  ['', 'No content to map to Object due to end of input'],
  ['{ r', "Unexpected character ('r' (code 114)): was expecting double-quote to start field name at [line:1, column:4]"],
  [
    'r%5B',
    "Unexpected character ('r' (code 114)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:1, column:2]",
  ],
  ['[NULL]', "Unrecognized token 'NULL': was expecting 'null', 'true', 'false' or NaN at [line:1, column:6]"],
  ['{"a":1,}', "Unexpected character ('}' (code 125)): was expecting double-quote to start field name at [line:1, column:9]"],
  ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value at [line:1, column:7]"],
  ['[1 2]', "Unexpected character ('2' (code 50)): was expecting comma to separate ARRAY entries at [line:1, column:5]"],
  ['{"a":1', 'Unexpected end-of-input: expected close marker for OBJECT at [line:1, column:7]'],
  [
    '[1,\n x]',
    "Unexpected character ('x' (code 120)): expected a valid value (number, String, array, object, 'true', 'false' or 'null') at [line:2, column:3]",
  ],
  ['{"whole":12,"big":9223372036854775808}', 'For input string: "9223372036854775808" at [line:1, column:12]'],
];

for (const [text, message] of malformed) {
  test(`${JSON.stringify(text)} is refused`, () => {
    assert.throws(() => untyped(text), raises('System.JSONException', message));
  });
}

test('typed JSON becomes objects; names match whatever their case; numbers may be read as text', () => {
  const object = typed(
    '{"Name":7,"age":40,"score":1.50,"born":"1986-05-04","active":true,"friends":[{"name":"Bob"},null],"other":{}}',
    'Person',
  ) as FakeObject;
  assert.equal(object.values['name'], '7');
  assert.equal(object.values['age'], 40);
  assert.equal(rt.stringOf(object.values['score']), '1.50');
  assert.equal((object.values['born'] as ApexDate).toIso(), '1986-05-04');
  const friends = object.values['friends'] as ApexList;
  assert.equal(friends.type.name, 'List<Person>');
  assert.equal((friends.elements[0] as FakeObject).values['name'], 'Bob');
  assert.equal(friends.elements[1], null);
});

test('what was serialized is read back', () => {
  const text = serialize(person({name: 'Ann', age: 40, friends: listOf(rt, 'Person', person({name: 'Bob'}))})) as string;
  assert.equal(serialize(typed(text, 'Person')), text);
});

test('collections are typed by their elements', () => {
  assert.deepEqual((typed('["a",null]', 'List<String>') as ApexList).elements, ['a', null]);
  assert.equal((typed('[1,1,2]', 'Set<Integer>') as ReturnType<typeof setOf>).size, 2);
  assert.equal((typed('{"1":"a"}', 'Map<String,String>') as ReturnType<typeof mapOf>).get(rt, '1'), 'a');
  assert.equal((typed('"2026-01-02T03:04:05.678+0100"', 'Datetime') as ApexDatetime).toIso(), '2026-01-02T02:04:05.678Z');
  assert.equal(typed('"001D000000IqhSL"', 'Id'), '001D000000IqhSLIAZ');
});

test('values of the wrong shape are refused with the platform’s words', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['{}', 'List<String>', "Malformed JSON: Expected '[' at the beginning of List/Set"],
    ['[]', 'Person', "Malformed JSON: Expected '{' at the beginning of object"],
    ['{"anything":1}', 'Holder', 'Apex Type unsupported in JSON: Object'],
    ['{"a":1}', 'Map<String,Object>', 'Apex Type unsupported in JSON: Object'],
    ['{"age":3000000000}', 'Person', 'Numeric value (3000000000) out of range of int at [line:1, column:1]'],
    ['"abc"', 'Id', 'Illegal value for id: abc'],
  ];
  for (const [text, type, message] of cases) assert.throws(() => typed(text, type), raises('System.JSONException', message));
});

test('strict reading refuses unknown fields', () => {
  assert.throws(
    () => typed('{"first":1}', 'Person', 'deserializeStrict(String,Type)'),
    raises('System.JSONException', 'Unknown field: Person.first'),
  );
});

test('numbers and Booleans may stand in quotes', () => {
  const object = typed('{"age":"40","score":"-1.50","active":"true"}', 'Person') as FakeObject;
  assert.deepEqual([object.values['age'], rt.stringOf(object.values['score']), object.values['active']], [40, '-1.50', true]);
});

test('text that is no number where one is wanted is refused as unsupported, not guessed', () => {
  assert.throws(() => typed('{"age":"thirty"}', 'Person'), UnsupportedError);
});

test('a generator writes what it is told, and knows what may follow', () => {
  const generator = call(rt, 'System.JSON', 'createGenerator(Boolean)', true);
  const write = (member: string, ...args: readonly unknown[]): unknown => call(rt, 'System.JSONGenerator', member, generator, ...args);
  write('writeStartObject()');
  write('writeNumberField(String,Decimal)', 'abc', Decimal.parse('1.21'));
  write('writeStringField(String,String)', 'def', 'xyz');
  write('writeFieldName(String)', 'ghi');
  write('writeStartArray()');
  write('writeDate(Date)', ApexDate.of(2026, 1, 2));
  write('writeNull()');
  write('writeEndArray()');
  assert.throws(
    () => write('writeString(String)', 'x'),
    raises('System.JSONException', 'Can not start an object or write a value, expecting field name'),
  );
  write('writeEndObject()');
  assert.equal(write('getAsString()'), '{\n  "abc" : 1.21,\n  "def" : "xyz",\n  "ghi" : [ "2026-01-02", null ]\n}');
  write('close()');
  assert.equal(write('isClosed()'), true);
});

test('a parser walks through the tokens', () => {
  const parser = call(rt, 'System.JSON', 'createParser(String)', '{"a":{"b":[1,"x"]},"c":2.5}');
  const ask = (member: string, ...args: readonly unknown[]): unknown => call(rt, 'System.JSONParser', member, parser, ...args);
  const tokens: unknown[] = [];
  for (let token = ask('nextToken()'); token !== null; token = ask('nextToken()')) {
    tokens.push(`${rt.stringOf(token)} ${String(ask('getText()'))} ${String(ask('getCurrentName()'))}`);
  }
  assert.deepEqual(tokens, [
    'START_OBJECT { null',
    'FIELD_NAME a a',
    'START_OBJECT { a',
    'FIELD_NAME b b',
    'START_ARRAY [ b',
    'VALUE_NUMBER_INT 1 null',
    'VALUE_STRING x null',
    'END_ARRAY ] b',
    'END_OBJECT } a',
    'FIELD_NAME c c',
    'VALUE_NUMBER_FLOAT 2.5 c',
    'END_OBJECT } null',
  ]);
});

test('a parser reads values, objects, and skips what it is told to', () => {
  const parser = call(rt, 'System.JSON', 'createParser(String)', '{"skip":{"x":[1]},"n":5,"p":{"name":"Ann"},"last":true}');
  const ask = (member: string, ...args: readonly unknown[]): unknown => call(rt, 'System.JSONParser', member, parser, ...args);
  ask('nextToken()');
  ask('nextToken()');
  ask('nextToken()');
  ask('skipChildren()');
  assert.equal(rt.stringOf(ask('getCurrentToken()')), 'END_OBJECT');
  ask('nextToken()');
  ask('nextToken()');
  assert.equal(ask('getIntegerValue()'), 5);
  assert.equal(rt.stringOf(ask('nextValue()')), 'START_OBJECT');
  const ann = ask('readValueAs(Type)', typeToken(rt.types.get('Person'))) as FakeObject;
  assert.equal(ann.values['name'], 'Ann');
  assert.equal(rt.stringOf(ask('nextValue()')), 'VALUE_TRUE');
  assert.equal(ask('getBooleanValue()'), true);
});
