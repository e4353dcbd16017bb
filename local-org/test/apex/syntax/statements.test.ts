import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {Statement} from '../../../src/apex/syntax/ast.ts';
import {readStatement, readStatements, text, typeText} from './outline.ts';

function read<Kind extends Statement['kind']>(source: string, kind: Kind): Extract<Statement, {kind: Kind}> {
  const statement = readStatement(source);
  assert.equal(statement.kind, kind);
  return statement as Extract<Statement, {kind: Kind}>;
}

function kinds(statements: readonly Statement[]): string[] {
  return statements.map((statement) => statement.kind);
}

suite('branches', () => {
  test('if without else', () => {
    const {condition, then, else: otherwise} = read('if (a) b();', 'if');
    assert.deepEqual([text(condition), then.kind, otherwise], ['a', 'expression statement', null]);
  });
  test('else belongs to the nearest if', () => {
    const {then, else: otherwise} = read('if (a) if (b) c(); else d();', 'if');
    assert.deepEqual([then.kind === 'if' && then.else?.kind, otherwise], ['expression statement', null]);
  });
});

suite('jumps', () => {
  test('return with and without a value', () => {
    const values = readStatements('{ return; } { return a; }').map((block) => block.kind === 'block' && block.statements[0]);
    assert.deepEqual(
      values.map(
        (statement) => statement !== false && statement?.kind === 'return' && (statement.value === null ? null : text(statement.value)),
      ),
      [null, 'a'],
    );
  });
  test('throw', () => assert.equal(text(read('throw new Foo();', 'throw').value), 'new Foo ()'));
  test('break and continue', () => {
    const {body} = read('while (true) { break; continue; }', 'while');
    assert.deepEqual(body?.kind === 'block' && kinds(body.statements), ['break', 'continue']);
  });
});

suite('loops', () => {
  test('while with an empty body', () => assert.equal(read('while (a);', 'while').body, null));
  test('do while', () => {
    const {body, condition} = read('do { a(); } while (b);', 'do while');
    assert.deepEqual([kinds(body.statements), text(condition)], [['expression statement'], 'b']);
  });
});

suite('try', () => {
  const {
    body,
    catches,
    finally: last,
  } = read('try { a(); } catch (final My.Err e) { b(); } catch (Exception f) {} finally { c(); d(); }', 'try');
  test('has its body', () => assert.equal(body.statements.length, 1));
  test('has its catches in order', () => {
    assert.deepEqual(
      catches.map(({type, variable}) => [typeText(type), variable.text]),
      [
        ['My.Err', 'e'],
        ['Exception', 'f'],
      ],
    );
  });
  test('keeps the modifiers of a catch', () =>
    assert.deepEqual(
      catches[0]?.modifiers.map(({name}) => name),
      ['final'],
    ));
  test('has its finally', () => assert.equal(last?.statements.length, 2));
  test('may do without catches', () => assert.deepEqual(read('try {} finally {}', 'try').catches, []));
  test('may do without finally', () => assert.equal(read('try {} catch (Exception e) {}', 'try').finally, null));
});

suite('data statements', () => {
  for (const operation of ['insert', 'update', 'delete', 'undelete', 'upsert'] as const) {
    test(operation, () => {
      const statement = read(`${operation} a.b;`, 'dml');
      assert.deepEqual(
        [statement.operation, statement.access, text(statement.records), statement.externalId],
        [operation, null, 'a.b', null],
      );
    });
    test(`${operation} as user`, () => assert.equal(read(`${operation} as user a;`, 'dml').access, 'user'));
    test(`${operation} as system`, () => assert.equal(read(`${operation} as system a;`, 'dml').access, 'system'));
  }
  test('upsert by an external id', () => {
    assert.deepEqual(
      read('upsert a Key__c;', 'dml').externalId?.map((name) => name.text),
      ['Key__c'],
    );
  });
  test('upsert by a qualified external id', () => {
    assert.deepEqual(
      read('upsert a Lead.Key__c;', 'dml').externalId?.map((name) => name.text),
      ['Lead', 'Key__c'],
    );
  });
  test('merge', () => {
    const {access, master, duplicates} = read('merge as user a b;', 'merge');
    assert.deepEqual([access, text(master), text(duplicates)], ['user', 'a', 'b']);
  });
});

suite('runAs', () => {
  test('with a block is a statement', () => {
    const {arguments: given, body} = read('System.runAs(u) { a(); }', 'run as');
    assert.deepEqual([given.map(text), body.statements.length], [['u'], 1]);
  });
  test('in any case', () => assert.equal(read('system.RUNAS(u) {}', 'run as').body.statements.length, 0));
});

test('a statement knows where it stands', () => {
  assert.deepEqual(readStatements('a();\n  b();')[1]?.span, {line: 2, column: 3, start: 7, end: 11});
});
