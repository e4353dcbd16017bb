/**
 * Generated code that need not be made again. A file's code is found by its path and text and by everything that it was compiled against: the
 * declarations of all classes, the schema, the members of the library and the compiler itself. Where the bytes are kept is for the caller to say.
 */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {GeneratedUnit} from './codegen/unit.ts';

export interface CompiledFile {
  /** Null where the file has errors. */
  readonly unit: GeneratedUnit | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface Stored {
  readonly version: string;
  /** Declared signatures by the hash of a file's text. */
  readonly signatures: Readonly<Record<string, string>>;
  readonly files: Readonly<Record<string, CompiledFile>>;
}

export class CodeCache {
  readonly #version: string;
  readonly #signatures: ReadonlyMap<string, string>;
  readonly #files: ReadonlyMap<string, CompiledFile>;
  readonly #usedSignatures = new Map<string, string>();
  readonly #usedFiles = new Map<string, CompiledFile>();
  #isChanged = false;

  /** @param stored what `toText` gave earlier; a text that can't be read, or of another version, counts as none */
  constructor(version: string, stored: string | null) {
    this.#version = version;
    const {signatures, files} = read(version, stored);
    this.#signatures = new Map(Object.entries(signatures));
    this.#files = new Map(Object.entries(files));
  }

  signature(textHash: string, compute: () => string): string {
    const known = this.#usedSignatures.get(textHash) ?? this.#signatures.get(textHash);
    const signature = known ?? compute();
    if (known === undefined) this.#isChanged = true;
    this.#usedSignatures.set(textHash, signature);
    return signature;
  }

  file(key: string): CompiledFile | null {
    const file = this.#usedFiles.get(key) ?? this.#files.get(key) ?? null;
    if (file !== null) this.#usedFiles.set(key, file);
    return file;
  }

  add(key: string, file: CompiledFile): void {
    this.#usedFiles.set(key, file);
    this.#isChanged = true;
  }

  /** Whether there is anything that the stored text lacks. */
  get isChanged(): boolean {
    return this.#isChanged;
  }

  /** What was used; the rest is forgotten. */
  toText(): string {
    const stored: Stored = {
      version: this.#version,
      signatures: Object.fromEntries(this.#usedSignatures),
      files: Object.fromEntries(this.#usedFiles),
    };
    return JSON.stringify(stored);
  }
}

function read(version: string, text: string | null): Pick<Stored, 'signatures' | 'files'> {
  const nothing = {signatures: {}, files: {}};
  if (text === null) return nothing;
  try {
    const stored = JSON.parse(text) as Stored;
    return stored.version === version ? stored : nothing;
  } catch {
    return nothing;
  }
}
