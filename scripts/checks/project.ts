import {existsSync, readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import type {Project} from './check.ts';

/**
 * Reads sfdx-project.json.
 *
 * @param root folder that holds it
 * @throws Error where the file is missing or names no package directory
 */
export function openProject(root: string): Project {
  const file = path.join(root, 'sfdx-project.json');
  const content: unknown = JSON.parse(readFileSync(file, 'utf8'));
  const declared =
    typeof content === 'object' && content !== null && 'packageDirectories' in content && Array.isArray(content.packageDirectories)
      ? content.packageDirectories.filter(hasPath).map((directory) => path.join(root, directory.path))
      : [];
  if (declared.length === 0) throw new Error(`${file}: found no packageDirectories, expected a list of objects with a path`);
  return {root, packageDirectories: declared.filter((directory) => existsSync(directory))};
}

function hasPath(value: unknown): value is {path: string} {
  return typeof value === 'object' && value !== null && 'path' in value && typeof value.path === 'string';
}

/** Absolute paths of the files under the package directories whose name ends so, in a stable order. */
export function sourceFiles(project: Project, ...endings: readonly string[]): string[] {
  return project.packageDirectories
    .flatMap((directory) => filesBelow(directory))
    .filter((file) => endings.some((ending) => file.endsWith(ending)));
}

/** Every file below a folder, in a stable order; dependencies, caches and hidden folders are left out. */
export function filesBelow(directory: string): string[] {
  return readdirSync(directory, {withFileTypes: true})
    .toSorted((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => {
      const file = path.join(directory, entry.name);
      if (!entry.isDirectory()) return [file];
      return entry.name === 'node_modules' || (entry.name.startsWith('.') && entry.name !== '.github') ? [] : filesBelow(file);
    });
}

/** The path as reports print it: relative to the project, with forward slashes. */
export function relativePath(project: Project, file: string): string {
  return path.relative(project.root, file).split(path.sep).join('/');
}
