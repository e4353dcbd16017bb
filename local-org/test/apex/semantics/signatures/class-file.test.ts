import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readClassFile} from '../../../../src/apex/semantics/signatures/class-file.ts';
import {Jar} from '../../../../src/apex/semantics/signatures/jar.ts';
import {signatureJarPaths} from '../../../../src/apex/semantics/signatures/platform-signatures.ts';

const jar = new Jar(signatureJarPaths().standardTypes);

function read(name: string): ReturnType<typeof readClassFile> {
  const bytes = jar.read(`com/nawforce/runforce/${name}.class`);
  assert.ok(bytes, `${name} is in the jar`);
  return readClassFile(bytes);
}

test('reads the name, the superclass and the generic signature of a class', () => {
  const file = read('System/DmlException');
  assert.equal(file.name, 'com/nawforce/runforce/System/DmlException');
  assert.equal(file.superclass, 'com/nawforce/runforce/System/Exception');
  assert.equal(read('System/List').signature, '<T:Ljava/lang/Object;>Ljava/lang/Object;Lcom/nawforce/runforce/System/Iterable<TT;>;');
});

test('takes parameter names from the table of local variables, where slot 0 of an instance method is this', () => {
  const add = read('System/List').methods.find((method) => method.name === 'add' && method.descriptor.includes('Integer'));
  assert.deepEqual(add?.parameterNames, ['index', 'listElement']);
  const join = read('System/String').methods.find((method) => method.name === 'join');
  assert.equal(join?.parameterNames.length, 2);
});

test('takes parameter names of interface methods from the MethodParameters attribute', () => {
  const compare = read('System/Comparator').methods.find((method) => method.name === 'compare');
  assert.deepEqual(compare?.parameterNames, ['var1', 'var2']);
});

test('refuses bytes that are no class file', () => {
  assert.throws(() => readClassFile(new Uint8Array([1, 2, 3, 4, 5, 6, 7, 8])), /CAFEBABE/);
});
