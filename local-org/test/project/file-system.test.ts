import assert from 'node:assert/strict';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {diskFileSystem, memoryFileSystem} from '../../src/project/file-system.ts';

const root = mkdtempSync(join(tmpdir(), 'local-org-'));
after(() => rmSync(root, {recursive: true}));
mkdirSync(join(root, 'a', 'b'), {recursive: true});
writeFileSync(join(root, 'a', 'b', 'one.txt'), '\uFEFF1');
writeFileSync(join(root, 'a', 'Two.txt'), '2');

for (const [name, fileSystem, at] of [
  ['the disk', diskFileSystem, `${root}/`],
  ['memory', memoryFileSystem({'a/b/one.txt': '1', 'a/Two.txt': '2'}), ''],
] as const) {
  suite(name, () => {
    test('lists what a folder holds, sorted', () => {
      assert.deepEqual(fileSystem.list(`${at}a`), [
        {name: 'Two.txt', isFolder: false},
        {name: 'b', isFolder: true},
      ]);
    });
    test('reads text, without a byte order mark', () => assert.equal(fileSystem.readText(`${at}a/b/one.txt`), '1'));
    test('knows what exists', () => {
      assert.deepEqual(
        [`${at}a`, `${at}a/b/one.txt`, `${at}a/c`].map((path) => fileSystem.exists(path)),
        [true, true, false],
      );
    });
  });
}
