import assert from 'node:assert/strict';
import {readFileSync, readdirSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {codes} from '../../src/diagnostics/codes.ts';

const SOURCES = join(import.meta.dirname, '../../src/apex/semantics');

suite('the codes of the binder and checker', () => {
  const sources = readdirSync(SOURCES)
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFileSync(join(SOURCES, file), 'utf8'));
  for (const code of Object.keys(codes).filter((listed) => /^(E[2-6]|U2)/.test(listed)))
    test(`${code} is reported somewhere`, () => {
      assert.ok(sources.some((text) => text.includes(`'${code}'`)));
    });
});
