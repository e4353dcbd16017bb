/**
 * Runs the programs under `conformance/`. A program is an anonymous block, `*.apex`; `// expect: text` says what the next line of the debug log is, and
 * `// expect exception: Type: message` what it ends with. Classes and triggers beside it are its project.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {suite, test} from 'node:test';
import type {Org} from '../src/org.ts';
import {orgWith, run} from './run-apex.ts';

const ROOT = join(import.meta.dirname, '..', 'conformance');
const folders = readdirSync(ROOT, {withFileTypes: true}).filter((entry) => entry.isDirectory());

test('there are conformance programs', () => {
  assert.ok(folders.length >= 3, `found ${String(folders.length)} folders under ${ROOT}`);
});

for (const {name: folder} of folders) {
  suite(`conformance ${folder}`, () => {
    const names = readdirSync(join(ROOT, folder));
    const sources = names.filter((name) => /\.(cls|trigger)$/.test(name));
    let org: Org | undefined;
    for (const name of names.filter((each) => each.endsWith('.apex'))) {
      test(basename(name, '.apex').replaceAll('-', ' '), () => {
        org ??= orgWith(Object.fromEntries(sources.map((source) => [source, readFileSync(join(ROOT, folder, source), 'utf8')])));
        assert.deepEqual(org.diagnostics, []);
        check(readFileSync(join(ROOT, folder, name), 'utf8'), org);
      });
    }
  });
}

function check(program: string, org: Org): void {
  const expected = [...program.matchAll(/\/\/ expect: (.*)$/gm)].map(([, text]) => text ?? '');
  const [, exception = null] = /\/\/ expect exception: (.*)$/m.exec(program) ?? [];
  assert.ok(expected.length > 0 || exception !== null, 'the program says nothing about what it expects');
  const outcome = run(program, org);
  assert.deepEqual({log: outcome.log, exception: outcome.exception}, {log: expected, exception});
}
