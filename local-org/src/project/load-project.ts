import {posix} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {findComponents} from './components.ts';
import type {Component} from './components.ts';
import {diskFileSystem} from './file-system.ts';
import type {FileSystem} from './file-system.ts';
import {readForceIgnore} from './forceignore.ts';
import type {Project} from './model.ts';
import {buildModel} from './project-model.ts';
import {readSfdxProjectJson} from './sfdx-project-json.ts';
import type {SfdxProjectJson} from './sfdx-project-json.ts';

export interface LoadOptions {
  /** The disk by default. */
  readonly fileSystem?: FileSystem;
}

const PROJECT_FILE = 'sfdx-project.json';

/**
 * Reads SFDX source trees into one model.
 *
 * A folder that holds sfdx-project.json stands for its package directories; any other folder is read as it is, with the settings of the
 * project that it lies in, if it lies in one. Nothing that the files say makes this throw: it is in the model's diagnostics.
 */
export function loadProject(directories: readonly string[], {fileSystem = diskFileSystem}: LoadOptions = {}): Project {
  const given = directories.map((directory) => posix.normalize(directory.replaceAll('\\', '/')).replace(/(?<=.)\/$/, ''));
  const root = projectRoot(given[0] ?? '.', fileSystem);
  const diagnostics: Diagnostic[] = [];
  const settings = readSettings(root, fileSystem, diagnostics);
  const packageDirectories = [...new Set(given.flatMap((directory) => packageDirectoriesOf(directory, fileSystem)))];
  const components: Component[] = [];
  for (const directory of packageDirectories) {
    if (fileSystem.exists(directory)) {
      const found = findComponents(directory, fileSystem, readForceIgnore(projectRoot(directory, fileSystem), fileSystem));
      components.push(...found.components);
      diagnostics.push(...found.diagnostics);
    } else {
      const span = {line: 1, column: 1, start: 0, end: 0};
      const message = `There is no folder ${directory}; it is skipped. Remove it from the package directories, or create it.`;
      diagnostics.push({code: 'W801', message, path: posix.join(root, PROJECT_FILE), span});
    }
  }
  const model = buildModel(components, fileSystem);
  return {
    root,
    sourceApiVersion: settings?.sourceApiVersion ?? null,
    namespace: settings?.namespace ?? null,
    packageDirectories,
    ...model,
    diagnostics: [...diagnostics, ...model.diagnostics],
  };
}

/** The folder itself or the nearest one above it that holds sfdx-project.json; the folder itself where none does. */
function projectRoot(directory: string, fileSystem: FileSystem): string {
  for (let folder = directory; ; folder = posix.dirname(folder)) {
    if (fileSystem.exists(posix.join(folder, PROJECT_FILE))) return folder;
    if (posix.dirname(folder) === folder) return directory;
  }
}

function packageDirectoriesOf(directory: string, fileSystem: FileSystem): string[] {
  const settings = readSettings(directory, fileSystem, []);
  return settings === null ? [directory] : settings.packageDirectories.map((path) => posix.join(directory, path));
}

function readSettings(folder: string, fileSystem: FileSystem, diagnostics: Diagnostic[]): SfdxProjectJson | null {
  const path = posix.join(folder, PROJECT_FILE);
  if (!fileSystem.exists(path)) return null;
  const read = readSfdxProjectJson(fileSystem.readText(path), path);
  if ('project' in read) return read.project;
  diagnostics.push(read.diagnostic);
  return null;
}
