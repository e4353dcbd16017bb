import {existsSync, readFileSync, readdirSync, statSync} from 'node:fs';

/** What the loader needs of a file system, so that a zip's content or a test's can be loaded as a folder can. Paths use `/`. */
export interface FileSystem {
  exists(path: string): boolean;
  /** What a folder holds, sorted by name. */
  list(folder: string): readonly FolderEntry[];
  readText(path: string): string;
  readBytes(path: string): Uint8Array;
  /** In bytes. */
  size(path: string): number;
}

export interface FolderEntry {
  readonly name: string;
  readonly isFolder: boolean;
}

export const diskFileSystem: FileSystem = {
  exists: existsSync,
  list: (folder) => sorted(readdirSync(folder, {withFileTypes: true}).map((entry) => ({name: entry.name, isFolder: entry.isDirectory()}))),
  readText: (path) => readFileSync(path, 'utf8').replace(/^\uFEFF/, ''),
  readBytes: (path) => readFileSync(path),
  size: (path) => statSync(path).size,
};

/** Files held in memory, by their paths. */
export function memoryFileSystem(files: Readonly<Record<string, string>>): FileSystem {
  const paths = Object.keys(files);
  const below = (folder: string) => (folder === '.' ? '' : `${folder}/`);
  const readText = (path: string): string => {
    const text = files[path];
    if (text === undefined) throw new Error(`There is no file ${path}.`);
    return text;
  };
  return {
    exists: (path) => path in files || paths.some((file) => file.startsWith(below(path))),
    list: (folder) => {
      const entries = new Map<string, FolderEntry>();
      for (const path of paths.filter((file) => file.startsWith(below(folder)))) {
        const [name = '', ...rest] = path.slice(below(folder).length).split('/');
        entries.set(name, {name, isFolder: rest.length > 0});
      }
      return sorted([...entries.values()]);
    },
    readText,
    readBytes: (path) => Buffer.from(readText(path)),
    size: (path) => Buffer.byteLength(readText(path)),
  };
}

/** By code units, so that the order doesn't depend on the machine's language. */
function sorted(entries: readonly FolderEntry[]): FolderEntry[] {
  return entries.toSorted((left, right) => (left.name < right.name ? -1 : left.name > right.name ? 1 : 0));
}
