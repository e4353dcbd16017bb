/** .forceignore, which has the syntax of .gitignore and is read by the same package as the Salesforce CLI reads it with. */
import {posix} from 'node:path';
import ignore from 'ignore';
import type {FileSystem} from './file-system.ts';

/** Whether a file or folder is left out. */
export type IsIgnored = (path: string, isFolder: boolean) => boolean;

/** @param root the folder that the patterns start from, and that holds the file */
export function readForceIgnore(root: string, fileSystem: FileSystem): IsIgnored {
  const file = posix.join(root, '.forceignore');
  const patterns = ignore().add(ALWAYS_IGNORED);
  if (fileSystem.exists(file)) patterns.add(fileSystem.readText(file));
  return (path, isFolder) => {
    const relative = posix.relative(root, path);
    if (relative === '' || relative.startsWith('..')) return false;
    return patterns.ignores(isFolder ? `${relative}/` : relative);
  };
}

/** Names that begin with a dot, as the CLI has it, and what package managers install. */
const ALWAYS_IGNORED = ['**/.*', 'node_modules/'];
