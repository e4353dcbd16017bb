/**
 * Runs the programs under `conformance/`. A program is an anonymous block, `*.apex`; `// expect: text` says what the next line of the debug log is, and
 * `// expect exception: Type: message` what it ends with. Classes and triggers beside it are its project, and so are objects in a folder below. What only tests may do is in test classes,
 * whose methods must pass or, below a comment `// fails: message`, fail with that.
 */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import {basename, join} from 'node:path';
import {suite, test} from 'node:test';
import type {Org} from '../src/org.ts';
import {findTests} from '../src/testing/discovery.ts';
import {runTests} from '../src/testing/run-tests.ts';
import {testSelection} from '../src/testing/selection.ts';
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
    const metadata = readdirSync(join(ROOT, folder), {recursive: true, encoding: 'utf8'}).filter((path) => path.endsWith('-meta.xml'));
    const read = (name: string) => readFileSync(join(ROOT, folder, name), 'utf8');
    let made: Org | undefined;
    const org = (): Org => (made ??= orgWith(Object.fromEntries([...sources, ...metadata].map((source) => [source, read(source)]))));
    for (const name of names.filter((each) => each.endsWith('.apex'))) {
      test(basename(name, '.apex').replaceAll('-', ' '), () => {
        assert.deepEqual(org().diagnostics, []);
        check(read(name), org());
      });
    }
    for (const name of sources.filter((each) => each.endsWith('Test.cls'))) {
      test(basename(name, '.cls'), () => {
        assert.deepEqual(org().diagnostics, []);
        checkTests(basename(name, '.cls'), read(name), org());
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

/** What the methods of a test class are to end with: nothing, or the first line of a message. */
function checkTests(className: string, source: string, org: Org): void {
  const messages = new Map([...source.matchAll(/\/\/ fails: (.*)\n[^(]*?(\w+)\(/g)].map(([, message, method]) => [method, message]));
  const results = runTests(org, testSelection([className]), () => undefined);
  const methods = findTests(org.generation.classes.all).find(({name}) => name === className)?.methods ?? [];
  assert.ok(methods.length > 0, `${className} has no tests`);
  assert.deepEqual(
    results.map(({method, message}) => [method, message.split('\n')[0]]),
    methods.map(({name}) => [name, messages.get(name) ?? '']),
  );
}
