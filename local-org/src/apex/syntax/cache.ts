/**
 * Syntax trees that need not be parsed again. A tree is found by its text, so that renaming, moving and switching branches cost nothing;
 * the version (of the parser and of what makes trees of its output) throws all of them away when it changes. Where the bytes are kept is
 * for the caller to say: nothing is read or written here.
 */
import {hash} from 'node:crypto';
import type {CompilationUnit, TriggerDeclaration} from './ast.ts';
import {parseClass, parseTrigger} from './parse.ts';
import type {ParseResult} from './parse.ts';
import {decodeTree, encodeTree} from './tree-codec.ts';

/** Trees that were not asked for are kept as long as there are no more of them than this, or than those asked for. */
const SPARE_ENTRIES = 1000;

interface StoredEntries {
  readonly version: string;
  /** Key and length, in the order of the bytes that follow. */
  readonly entries: readonly (readonly [key: string, length: number])[];
}

export class SyntaxTreeCache {
  readonly #version: string;
  readonly #stored: ReadonlyMap<string, Uint8Array>;
  readonly #used = new Map<string, Uint8Array>();
  #added = 0;

  /** @param stored what `toBytes` gave earlier; bytes that can't be read, or are of another version, count as none. */
  constructor(version: string, stored: Uint8Array | null) {
    this.#version = version;
    this.#stored = stored === null ? new Map() : readEntries(version, stored);
  }

  parseClass(text: string, path: string): ParseResult<CompilationUnit> {
    return this.#parse('class', text, () => parseClass(text, path));
  }

  parseTrigger(text: string, path: string): ParseResult<TriggerDeclaration> {
    return this.#parse('trigger', text, () => parseTrigger(text, path));
  }

  /** Whether there is a tree that the stored bytes lack. */
  get isChanged(): boolean {
    return this.#added > 0;
  }

  toBytes(): Uint8Array {
    const spare = [...this.#stored].filter(([key]) => !this.#used.has(key)).slice(0, Math.max(SPARE_ENTRIES, this.#used.size));
    const kept = [...this.#used, ...spare];
    const stored: StoredEntries = {version: this.#version, entries: kept.map(([key, bytes]) => [key, bytes.length])};
    const header = Buffer.from(`${JSON.stringify(stored)}\n`);
    return Buffer.concat([header, ...kept.map(([, bytes]) => bytes)]);
  }

  #parse<Tree extends object>(kind: string, text: string, parse: () => ParseResult<Tree>): ParseResult<Tree> {
    const key = hash('sha256', `${kind}\n${text}`, 'base64');
    const bytes = this.#used.get(key) ?? this.#stored.get(key);
    const stored = bytes === undefined ? null : (decodeOrNull(bytes) as Tree | null);
    if (bytes !== undefined && stored !== null) {
      this.#used.set(key, bytes);
      return {tree: stored, diagnostics: []};
    }
    const result = parse();
    if (result.tree !== null) {
      this.#used.set(key, encodeTree(result.tree));
      this.#added++;
    }
    return result;
  }
}

function decodeOrNull(bytes: Uint8Array): unknown {
  try {
    return decodeTree(bytes);
  } catch {
    return null;
  }
}

function readEntries(version: string, bytes: Uint8Array): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>();
  const headerEnd = bytes.indexOf(NEWLINE);
  const stored = parseHeader(bytes.subarray(0, Math.max(headerEnd, 0)));
  if (stored?.version !== version) return entries;
  let position = headerEnd + 1;
  for (const [key, length] of stored.entries) {
    entries.set(key, bytes.subarray(position, position + length));
    position += length;
  }
  return entries;
}

const NEWLINE = 10;

function parseHeader(bytes: Uint8Array): StoredEntries | null {
  try {
    return JSON.parse(Buffer.from(bytes).toString()) as StoredEntries;
  } catch {
    return null;
  }
}
