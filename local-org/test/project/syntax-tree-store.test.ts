import assert from 'node:assert/strict';
import {mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {after, suite, test} from 'node:test';
import {cacheFolder, loadSyntaxTrees, storeSyntaxTrees} from '../../src/project/syntax-tree-store.ts';

suite('the store of syntax trees', () => {
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  after(() => rmSync(folder, {recursive: true}));

  function parseIn(place: string): boolean {
    const trees = loadSyntaxTrees(place);
    trees.parseClass('class A {}', 'A.cls');
    const isNew = trees.isChanged;
    storeSyntaxTrees(place, trees);
    return isNew;
  }

  test('finds in a second run what the first one parsed', () => {
    const place = join(folder, 'first');
    assert.deepEqual([parseIn(place), parseIn(place)], [true, false]);
  });
  test('leaves one file and nothing beside it', () => {
    const place = join(folder, 'second');
    parseIn(place);
    assert.deepEqual(readdirSync(place), ['syntax-trees.bin']);
  });
  test('does not mind a damaged file, and mends it', () => {
    const place = join(folder, 'third');
    parseIn(place);
    const [file = ''] = readdirSync(place);
    writeFileSync(join(place, file), readFileSync(join(place, file)).subarray(0, 30));
    assert.deepEqual([parseIn(place), parseIn(place)], [true, false]);
  });
  test('does not mind a folder that cannot be made', () => {
    const place = join(folder, 'a-file');
    writeFileSync(place, '');
    assert.equal(parseIn(join(place, 'below')), true);
  });
});

suite('the cache folder', () => {
  const before = process.env['LOCAL_ORG_CACHE'];
  after(() => {
    if (before === undefined) delete process.env['LOCAL_ORG_CACHE'];
    else process.env['LOCAL_ORG_CACHE'] = before;
  });
  test('is under node_modules of the project', () => {
    delete process.env['LOCAL_ORG_CACHE'];
    assert.equal(cacheFolder(join('a', 'b')), join('a', 'b', 'node_modules', '.cache', 'local-org'));
  });
  test('is where LOCAL_ORG_CACHE says', () => {
    process.env['LOCAL_ORG_CACHE'] = join('c', 'd');
    assert.equal(cacheFolder('a'), join('c', 'd'));
  });
});
