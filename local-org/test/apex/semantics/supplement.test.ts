import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {ClassSignature} from '../../../src/apex/semantics/signatures/class-signature.ts';
import {parseMember} from '../../../src/apex/semantics/signatures/member-declaration.ts';
import {platformSignatures} from '../../../src/apex/semantics/signatures/platform-signatures.ts';
import {SUPPLEMENT} from '../../../src/apex/semantics/supplement-entries.ts';
import {memberKey} from '../../../src/apex/semantics/supplement.ts';
import {classNamed, methodsOf, someUniverse} from './some-universe.ts';

const signatures = platformSignatures();
const universe = someUniverse();

function isIn(signature: ClassSignature | null, entry: string): boolean {
  if (signature === null) return false;
  const {fields, methods, constructors} = signature;
  return (
    [...methods, ...constructors].some((method) => method.name === entry || memberKey(method) === entry) ||
    fields.some(({name}) => name === entry)
  );
}

test('what the supplement removes is still in the jar', () => {
  for (const [name, {remove = []}] of Object.entries(SUPPLEMENT))
    for (const entry of remove) assert.ok(isIn(signatures.read(name), entry), `${name}: ${entry}`);
});

test('what the supplement adds is not in the jar', () => {
  for (const [name, {add = []}] of Object.entries(SUPPLEMENT)) {
    const signature = signatures.read(name);
    for (const text of add) {
      const member = parseMember(text, signature?.typeParameters ?? []);
      if (member.kind === 'field') continue;
      const inJar = signature?.methods.some(
        (method) => memberKey(method) === memberKey(member.method) && method.returnType === member.method.returnType,
      );
      assert.ok(inJar !== true, `${name}: ${text}`);
    }
  }
});

test('every type that the supplement names exists', () => {
  for (const name of Object.keys(SUPPLEMENT)) {
    const symbol = universe.findType(name.split('.'), null);
    assert.ok(symbol, name);
    for (const method of [...symbol.methods.values()].flat())
      for (const type of [method.returnType, ...method.parameters.map((parameter) => parameter.type)])
        assert.notEqual(type.kind, 'error', `${name}.${method.key}`);
  }
});

test('asynchronous entry points take what implements their interface', () => {
  assert.deepEqual(methodsOf(universe, 'Database', 'executeBatch'), [
    'static String executeBatch(Database.Batchable<SObject>)',
    'static String executeBatch(Database.Batchable<SObject>,Integer)',
  ]);
  assert.equal(methodsOf(universe, 'System.System', 'enqueueJob')[0], 'static Id enqueueJob(Queueable)');
});

test('System.runAs with a user is no method', () => {
  assert.deepEqual(methodsOf(universe, 'System.System', 'runAs'), ['static void runAs(Version)']);
});

test('platform enums have the methods of all enums', () => {
  assert.deepEqual(methodsOf(universe, 'LoggingLevel', 'values'), ['static List<LoggingLevel> values()']);
  assert.deepEqual(methodsOf(universe, 'LoggingLevel', 'name'), ['String name()']);
});

test('neither values nor classes of static methods nor results can be constructed', () => {
  for (const type of ['Integer', 'Date', 'Math', 'JSON', 'Database.SaveResult', 'SObject', 'Exception'])
    assert.deepEqual(universe.findConstructors(classNamed(universe, type)), [], type);
  for (const type of ['HttpRequest', 'DmlException', 'List<Lead>', 'Database.DMLOptions'])
    assert.notDeepEqual(universe.findConstructors(classNamed(universe, type)), [], type);
});

test('an exception of the supplement is one like all others', () => {
  const exception = classNamed(universe, 'Cache.Session.SessionCacheException');
  assert.ok(universe.isSubtype(exception, universe.well.exception));
  assert.equal(universe.findConstructors(exception).length, 4);
  assert.equal(exception.symbol.outer?.qualifiedName, 'Cache.Session');
});

test('a constant that the jar lacks is there', () => {
  assert.equal(universe.findField(classNamed(universe, 'Quiddity'), 'undefined')?.kind, 'enum constant');
});

test('the header of a change event has its class', () => {
  const header = universe.findField(classNamed(universe, 'AccountChangeEvent'), 'ChangeEventHeader');
  assert.equal(header && universe.display(header.type), 'EventBus.ChangeEventHeader');
});

test('a DataWeave script is known as one', () => {
  assert.equal(universe.findType(['DataWeaveScriptResource', 'csvToJson'], null)?.qualifiedName, 'DataWeave.Script');
});
