import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';
import {strToU8, zipSync} from 'fflate';
import {Jar} from '../../../../src/apex/semantics/signatures/jar.ts';

function withArchive(entries: Record<string, string>, use: (path: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'jar-'));
  try {
    const path = join(folder, 'some.jar');
    writeFileSync(path, zipSync(Object.fromEntries(Object.entries(entries).map(([name, text]) => [name, strToU8(text)]))));
    use(path);
  } finally {
    rmSync(folder, {recursive: true});
  }
}

test('reads single entries of an archive', () => {
  withArchive({'a/one.txt': 'first '.repeat(50), 'b/two.txt': 'second'}, (path) => {
    const jar = new Jar(path);
    assert.deepEqual([...jar.names], ['a/one.txt', 'b/two.txt']);
    assert.equal(new TextDecoder().decode(jar.read('b/two.txt') ?? undefined), 'second');
    assert.equal(new TextDecoder().decode(jar.read('a/one.txt') ?? undefined), 'first '.repeat(50));
  });
});

test('has no entry that the archive lacks', () => {
  withArchive({'one.txt': '1'}, (path) => {
    assert.equal(new Jar(path).read('two.txt'), null);
  });
});

test('refuses a file that is no archive, by its path', () => {
  const folder = mkdtempSync(join(tmpdir(), 'jar-'));
  try {
    const path = join(folder, 'plain.jar');
    writeFileSync(path, 'no archive at all');
    assert.throws(() => new Jar(path), /plain\.jar is not a zip archive/);
  } finally {
    rmSync(folder, {recursive: true});
  }
});
