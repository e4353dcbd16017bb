/** Where the generated code of a project is kept between runs. */
import {hash} from 'node:crypto';
import {mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {fileURLToPath} from 'node:url';
import {CodeCache} from '../apex/code-cache.ts';
import {SIGNATURE_VERSION} from '../apex/semantics/signatures/platform-signatures.ts';

const STORE_FILES = {plain: 'code.json', counting: 'code-counting-lines.json'} as const;

/** Reads what an earlier run stored. A missing or damaged file is an empty cache. @param countLines whether the code counts its lines */
export function loadCode(folder: string, countLines: boolean): CodeCache {
  return new CodeCache(compilerVersion(), readIfThere(join(folder, fileName(countLines))));
}

/** Writes the code if there is new one, whole or not at all. A folder that can't be written costs speed and nothing else. */
export function storeCode(folder: string, countLines: boolean, code: CodeCache): void {
  if (!code.isChanged) return;
  const path = join(folder, fileName(countLines));
  const temporary = `${path}.${String(process.pid)}`;
  try {
    mkdirSync(folder, {recursive: true});
    writeFileSync(temporary, code.toText());
    renameSync(temporary, path);
  } catch {
    rmSync(temporary, {force: true});
  }
}

function fileName(countLines: boolean): string {
  return countLines ? STORE_FILES.counting : STORE_FILES.plain;
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return null;
  }
}

/** Folders whose code decides what is generated. */
const COMPILER = [
  '../apex/syntax/',
  '../apex/semantics/',
  '../apex/codegen/',
  '../data/schema/',
  '../data/standard-objects/',
  '../data/soql/',
];

let version: string | undefined;

/** Changes with every edit of the compiler and with the platform's signatures. */
function compilerVersion(): string {
  version ??= hash('sha256', [SIGNATURE_VERSION, ...COMPILER.flatMap(textsIn)].join('\0'), 'base64');
  return version;
}

function textsIn(folder: string): readonly string[] {
  const path = fileURLToPath(new URL(folder, import.meta.url));
  const names = readdirSync(path, {recursive: true, encoding: 'utf8'}).filter((name) => name.endsWith('.ts'));
  return names.sort().map((name) => readFileSync(join(path, name), 'utf8'));
}
