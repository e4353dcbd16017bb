import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {fileURLToPath} from 'node:url';
import {test} from 'node:test';

const BINARY = fileURLToPath(new URL('../../bin/local-org.js', import.meta.url));

function start(options: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const {status, stdout, stderr} = spawnSync(process.execPath, [...options, BINARY, 'help'], {
    encoding: 'utf8',
    env: {...process.env, ...environment},
  });
  return {status, stdout, stderr};
}

test('a Node that runs TypeScript starts the command line', () => {
  const {status, stdout} = start([]);
  assert.deepEqual([status, stdout.startsWith('Usage:')], [0, true]);
});

test('a Node that does not hands over to the one of the package', () => {
  const {status, stdout} = start(['--no-strip-types']);
  assert.deepEqual([status, stdout.startsWith('Usage:')], [0, true]);
});

test('it says what is needed where that one does not either', () => {
  const {status, stderr} = start(['--no-strip-types'], {LOCAL_ORG_RESTARTED: '1'});
  assert.equal(status, 1);
  assert.match(stderr, /needs Node\.js 24 or later/);
});
