import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {SyntaxTreeCache} from '../../../src/apex/syntax/cache.ts';
import {parseClass} from '../../../src/apex/syntax/parse.ts';

function filled(...texts: readonly string[]): Uint8Array {
  const cache = new SyntaxTreeCache('1', null);
  for (const text of texts) cache.parseClass(text, 'A.cls');
  return cache.toBytes();
}

suite('the cache of syntax trees', () => {
  test('gives what the parser gives', () => {
    const cache = new SyntaxTreeCache('1', filled('class A {}'));
    assert.deepEqual(cache.parseClass('class A {}', 'A.cls'), parseClass('class A {}', 'A.cls'));
    assert.equal(cache.isChanged, false);
  });
  test('knows a text again under another path', () => {
    const cache = new SyntaxTreeCache('1', filled('class A {}'));
    cache.parseClass('class A {}', 'moved/A.cls');
    assert.equal(cache.isChanged, false);
  });
  test('parses a text that changed', () => {
    const cache = new SyntaxTreeCache('1', filled('class A {}'));
    const {tree} = cache.parseClass('class B {}', 'A.cls');
    assert.deepEqual([tree?.name.text, cache.isChanged], ['B', true]);
  });
  test('tells a class from a trigger of the same text', () => {
    const cache = new SyntaxTreeCache('1', filled('class A {}'));
    assert.equal(cache.parseTrigger('class A {}', 'A.trigger').tree, null);
  });
  test('forgets everything when the version changes', () => {
    const cache = new SyntaxTreeCache('2', filled('class A {}'));
    cache.parseClass('class A {}', 'A.cls');
    assert.equal(cache.isChanged, true);
  });
  test('reports what is wrong every time', () => {
    const cache = new SyntaxTreeCache('1', null);
    const first = cache.parseClass('class A {', 'A.cls');
    assert.equal(first.diagnostics.length, 1);
    assert.deepEqual(cache.parseClass('class A {', 'A.cls'), first);
    assert.equal(cache.isChanged, false);
  });
  test('keeps trees that nobody asked for this time', () => {
    const second = new SyntaxTreeCache('1', filled('class A {}', 'class B {}'));
    second.parseClass('class C {}', 'C.cls');
    const third = new SyntaxTreeCache('1', second.toBytes());
    for (const name of ['A', 'B', 'C']) assert.equal(third.parseClass(`class ${name} {}`, 'x.cls').tree?.name.text, name);
    assert.equal(third.isChanged, false);
  });
});

suite('damaged bytes are an empty cache', () => {
  const bytes = filled('class A { Integer a; }', 'class B {}');
  for (const [name, damaged] of [
    ['nothing', new Uint8Array()],
    ['no header', Buffer.from('no header at all')],
    ['a header that is no JSON', Buffer.from('{"version":\n')],
    ['half the bytes', bytes.subarray(0, bytes.length - 20)],
  ] as const) {
    test(name, () => {
      const cache = new SyntaxTreeCache('1', damaged);
      assert.equal(cache.parseClass('class B {}', 'B.cls').tree?.name.text, 'B');
      assert.equal(cache.isChanged, true);
    });
  }
});
