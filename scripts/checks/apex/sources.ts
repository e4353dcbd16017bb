import {readFileSync} from 'node:fs';
import path from 'node:path';
import type {Project} from '../check.ts';
import {relativePath, sourceFiles} from '../project.ts';
import {type ApexFacts, readFacts} from './facts.ts';

/** One class or trigger of the package. */
export interface ApexSource {
  readonly name: string;
  /** Relative to the project. */
  readonly path: string;
  /** The folder directly below `main`, `gate` say; undefined elsewhere, as for tests. */
  readonly room: string | undefined;
  readonly facts: ApexFacts;
}

/**
 * Reads the Apex of the package directories.
 *
 * @throws Error that names the file, where it doesn't parse
 */
export function readApex(project: Project): ApexSource[] {
  return sourceFiles(project, '.cls', '.trigger').map((file) => {
    const extension = path.extname(file);
    const shown = relativePath(project, file);
    const room = /(?:^|\/)main\/([^/]+)\//.exec(shown)?.[1];
    try {
      const facts = readFacts(readFileSync(file, 'utf8'), extension === '.trigger');
      return {name: path.basename(file, extension), path: shown, room, facts};
    } catch (error) {
      throw new Error(`${shown}: doesn't parse: ${error instanceof Error ? error.message : String(error)}`, {cause: error});
    }
  });
}
