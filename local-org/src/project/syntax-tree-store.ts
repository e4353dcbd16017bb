/** Where the syntax trees of a project are kept between runs: one file, written whole. */
import {hash} from 'node:crypto';
import {existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {dirname, join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {SyntaxTreeCache} from '../apex/syntax/cache.ts';

const STORE_FILE = 'syntax-trees.bin';

/** The cache folder of a project: `LOCAL_ORG_CACHE`, or a folder of ours under the project's `node_modules`. */
export function cacheFolder(projectRoot: string): string {
  return process.env['LOCAL_ORG_CACHE'] ?? join(projectRoot, 'node_modules', '.cache', 'local-org');
}

/** Reads what an earlier run stored. A missing or damaged file is an empty cache. */
export function loadSyntaxTrees(folder: string): SyntaxTreeCache {
  return new SyntaxTreeCache(version(), readIfThere(join(folder, STORE_FILE)));
}

/**
 * Writes the trees if there are new ones. Readers see the old file or the new one, never half of one. A folder that can't be written
 * costs speed and nothing else, so it is no error.
 */
export function storeSyntaxTrees(folder: string, trees: SyntaxTreeCache): void {
  if (!trees.isChanged) return;
  const temporary = join(folder, `${STORE_FILE}.${String(process.pid)}`);
  try {
    mkdirSync(folder, {recursive: true});
    writeFileSync(temporary, trees.toBytes());
    renameSync(temporary, join(folder, STORE_FILE));
  } catch {
    if (existsSync(temporary)) rmSync(temporary);
  }
}

function readIfThere(path: string): Uint8Array | null {
  try {
    return readFileSync(path);
  } catch {
    return null;
  }
}

/** Changes with the parser's version and with every edit of the code that makes trees of its output. */
function version(): string {
  const sources = fileURLToPath(new URL('../apex/syntax/', import.meta.url));
  const texts = readdirSync(sources)
    .sort()
    .map((name) => readFileSync(join(sources, name), 'utf8'));
  return hash('sha256', [parserManifest(), ...texts].join('\0'), 'base64');
}

function parserManifest(): string {
  const entry = fileURLToPath(import.meta.resolve('@apexdevtools/apex-parser'));
  return readFileSync(join(dirname(entry), '..', '..', 'package.json'), 'utf8');
}
