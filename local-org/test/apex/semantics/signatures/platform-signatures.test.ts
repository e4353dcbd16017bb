import assert from 'node:assert/strict';
import {existsSync} from 'node:fs';
import {test} from 'node:test';
import {platformSignatures, signatureJarPaths} from '../../../../src/apex/semantics/signatures/platform-signatures.ts';
import type {MethodSignature} from '../../../../src/apex/semantics/signatures/class-signature.ts';

const signatures = platformSignatures();

function methods(className: string, name: string): readonly MethodSignature[] {
  return signatures.read(className)?.methods.filter((method) => method.name === name) ?? [];
}

test('the dependency still has both jars where they are looked for', () => {
  const {standardTypes, sobjectTypes} = signatureJarPaths();
  assert.ok(existsSync(standardTypes), standardTypes);
  assert.ok(existsSync(sobjectTypes), sobjectTypes);
});

test('names are found in any case and given in their own', () => {
  assert.equal(signatures.canonicalName('database.saveRESULT'), 'Database.SaveResult');
  assert.equal(signatures.canonicalName('eventbus.testbroker'), 'EventBus.TestBroker');
  assert.equal(signatures.canonicalName('System.NoSuchThing'), null);
});

test('names that Java reserves lose their dollar sign', () => {
  assert.equal(methods('System.List', 'clone').length, 1);
  assert.equal(methods('System.List', 'clone$').length, 0);
  assert.ok(signatures.read('Component.Apex.OutputLabel')?.fields.some((field) => field.name === 'for'));
});

test('bridge methods are left out', () => {
  assert.deepEqual(
    methods('Database.QueryLocatorIterator', 'next').map((method) => method.returnType),
    [{kind: 'named', name: 'System.SObject', arguments: []}],
  );
});

test('enums have their constants and neither synthetic members nor constructors', () => {
  const mode = signatures.read('System.RoundingMode');
  assert.equal(mode?.kind, 'enum');
  assert.deepEqual(mode.constants, ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP']);
  assert.deepEqual([mode.fields, mode.methods, mode.constructors, mode.superclass], [[], [], [], null]);
});

test('the result of a query is a List, java.lang.Object is Object, an array a List', () => {
  assert.deepEqual(methods('System.SObject', 'getSObjects')[0]?.returnType, {
    kind: 'named',
    name: 'System.List',
    arguments: [{kind: 'named', name: 'System.SObject', arguments: []}],
  });
  assert.deepEqual(methods('System.SObject', 'get')[0]?.returnType, {kind: 'named', name: 'Object', arguments: []});
});

test('nested classes are known by their outer class', () => {
  assert.deepEqual([...signatures.nested('Database.DMLOptions')].sort(), [
    'Database.DMLOptions.AssignmentRuleHeader',
    'Database.DMLOptions.DuplicateRuleHeader',
    'Database.DMLOptions.EmailHeader',
  ]);
});

test('type parameters of a class appear in its members', () => {
  const map = signatures.read('System.Map');
  assert.deepEqual(map?.typeParameters, ['K', 'V']);
  assert.deepEqual(methods('System.Map', 'get')[0]?.returnType, {kind: 'parameter', name: 'V'});
});
