import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {CodeCache} from '../../src/apex/code-cache.ts';
import {compile, type Compilation, type CompileOptions, type Parser} from '../../src/apex/compile.ts';
import {parseClass, parseTrigger} from '../../src/apex/syntax/parse.ts';
import {createSchema} from '../../src/data/schema/schema.ts';
import {orgWith, output} from '../run-apex.ts';

const schema = createSchema({objects: [], globalValueSets: [], standardValueSets: []});

/** Compiles classes by name, and tells which files were parsed. */
function compiled(
  classes: Readonly<Record<string, string>>,
  cache: CodeCache,
  options: Partial<CompileOptions> = {},
): Compilation & {readonly parsed: readonly string[]} {
  const parsed: string[] = [];
  const parser: Parser = {
    parseClass(text, path) {
      parsed.push(path);
      return parseClass(text, path);
    },
    parseTrigger,
  };
  const sources = Object.entries(classes).map(
    ([name, source]) => ({name, path: name, source, apiVersion: '66.0', status: 'Active'}) as const,
  );
  const project = {classes: sources, triggers: [], labels: [], objects: [], globalValueSets: [], standardValueSets: []};
  const library = {has: () => true, signature: 'all'};
  return {...compile(project, {schema, library, parser, cache, countLines: false, ...options}), parsed};
}

function stored(cache: CodeCache, version = '1'): CodeCache {
  return new CodeCache(version, cache.toText());
}

const CLASSES = {
  A: 'public class A { public static Integer f() { return 1; } }',
  B: 'public class B { public static Integer g() { return A.f(); } }',
};

suite('the code cache', () => {
  test('spares parsing, binding and generating what has not changed', () => {
    const first = new CodeCache('1', null);
    const cold = compiled(CLASSES, first);
    const warm = compiled(CLASSES, stored(first));
    assert.deepEqual(cold.parsed, ['A', 'B']);
    assert.deepEqual(warm.parsed, []);
    assert.deepEqual(warm.units, cold.units);
  });
  test('compiles a file whose body changed, and no other', () => {
    const first = new CodeCache('1', null);
    compiled(CLASSES, first);
    const second = stored(first);
    const changed = compiled({...CLASSES, A: CLASSES.A.replace('1;', '2;')}, second);
    const codeOf = (compilation: Compilation, name: string) => compilation.units.find((unit) => unit.name === name)?.code ?? '';
    assert.match(codeOf(changed, 'A'), /return 2;/);
    assert.equal(codeOf(changed, 'B'), codeOf(compiled(CLASSES, new CodeCache('1', null)), 'B'));
    assert.equal(second.isChanged, true);
  });
  test('compiles a file again when a declaration elsewhere changes what its calls mean', () => {
    const first = new CodeCache('1', null);
    compiled(CLASSES, first);
    const changed = compiled({...CLASSES, A: 'public class A { public static String f() { return null; } }'}, stored(first));
    assert.deepEqual(
      changed.diagnostics.map(({path, message}) => `${path}: ${message}`),
      ['B: Illegal assignment from String to Integer'],
    );
  });
  test('keeps the diagnostics of files', () => {
    const broken = {A: 'public class A { Integer f() { } }'};
    const first = new CodeCache('1', null);
    const cold = compiled(broken, first);
    assert.equal(cold.diagnostics.length, 1);
    assert.deepEqual(compiled(broken, stored(first)).diagnostics, cold.diagnostics);
  });
  test('forgets everything when the compiler changes', () => {
    const first = new CodeCache('1', null);
    compiled(CLASSES, first);
    assert.deepEqual(compiled(CLASSES, stored(first, '2')).parsed, ['A', 'B']);
  });
  test('takes a damaged text for an empty one', () => {
    assert.deepEqual(compiled(CLASSES, new CodeCache('1', '{"version":"1"')).parsed, ['A', 'B']);
  });
});

suite('a file with errors', () => {
  test('takes those that need it along and leaves the others running', () => {
    const org = orgWith({
      'Broken.cls': 'public class Broken { public static Integer f() { return missing; } }',
      'User1.cls': 'public class User1 { public static Integer f() { return Broken.f(); } }',
      'User2.cls': 'public class User2 { public static Integer f() { return User1.f(); } }',
      'Sound.cls': 'public class Sound { public static Integer f() { return 1; } }',
    });
    assert.deepEqual(
      org.diagnostics.map(({code}) => code),
      ['E201'],
    );
    assert.deepEqual(
      org.generation.classes.all.map(({name}) => name),
      ['Sound'],
    );
    assert.deepEqual(output('System.debug(Sound.f());', org), ['1']);
    assert.throws(() => output('User2.f();', org), /Dependent class is invalid and needs recompilation: Class User2/);
  });
});

suite('a library member that is missing', () => {
  test('is reported at the place of its use', () => {
    const {diagnostics} = compiled({A: "public class A {\n  void f() { 'x'.length(); }\n}"}, new CodeCache('1', null), {
      library: {has: () => false, signature: ''},
    });
    assert.deepEqual(
      diagnostics.map(({code, message, span}) => [code, message, span.line]),
      [['U300', 'String.length() is not supported.', 2]],
    );
  });
});

suite('line counting', () => {
  test('counts each line that runs', () => {
    const org = orgWith(
      {
        'Counted.cls':
          'public class Counted {\n  public static Integer f(Boolean b) {\n    if (b) {\n      return 1;\n    }\n    return 2;\n  }\n}',
      },
      {countLines: true},
    );
    output('Counted.f(true); Counted.f(true);', org);
    const counts = org.generation.lineCounts[0]!;
    assert.deepEqual(counts.coverable, [3, 4, 6]);
    assert.deepEqual(
      counts.coverable.map((line) => counts.counts[line]),
      [2, 2, 0],
    );
  });
});
