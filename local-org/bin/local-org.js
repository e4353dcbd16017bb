#!/usr/bin/env node
/**
 * Starts the command line. Plain JavaScript, because it must run on any Node: where that one can't run TypeScript, this file runs itself
 * again with the Node that the package `node` brings along.
 */
import {spawnSync} from 'node:child_process';
import {existsSync} from 'node:fs';
import * as module from 'node:module';
import {dirname, join} from 'node:path';
import process from 'node:process';
import {fileURLToPath} from 'node:url';

const require = module.createRequire(import.meta.url);

if (process.features.typescript) {
  module.enableCompileCache();
  const {main} = await import('../src/cli/main.ts');
  process.exitCode = await main(process.argv.slice(2));
} else {
  process.exitCode = runWithPackagedNode();
}

function runWithPackagedNode() {
  const binary = packagedNode();
  if (binary === null || process.env.LOCAL_ORG_RESTARTED === '1') {
    console.error(`local-org needs Node.js 24 or later; this is ${process.version}. Install it, or run "npm install --save-dev node@24".`);
    return 1;
  }
  const {status, error} = spawnSync(binary, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: {...process.env, LOCAL_ORG_RESTARTED: '1'},
  });
  if (error) throw error;
  return status ?? 1;
}

function packagedNode() {
  try {
    const folder = dirname(require.resolve('node/package.json'));
    const binary = join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
    return existsSync(binary) ? binary : null;
  } catch {
    return null;
  }
}
