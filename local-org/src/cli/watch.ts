/** `local-org test --watch`: stays, and after each change runs the tests that the change can reach. */
import {watch as watchFolder} from 'node:fs';
import {openOrg} from '../org.ts';
import type {Org} from '../org.ts';
import type {Project} from '../project/model.ts';
import {affectedTests, codeFiles} from '../testing/affected-tests.ts';
import type {Affected} from '../testing/affected-tests.ts';
import {EXIT} from './exit-code.ts';
import {testOrg} from './test.ts';
import type {TestCommand} from './test.ts';

/** Editors write a file in several steps, and formatters right after them. */
const SETTLE_MILLISECONDS = 150;

/** @returns at once; the process lives as long as the folders are watched */
export function watch(command: TestCommand): number {
  let org = open(command);
  testOrg(org, command);
  let timer: NodeJS.Timeout | undefined;
  const rerun = () => {
    const before = org;
    org = open(command);
    const affected = reached(before, org);
    if (affected !== null) testAffected(org, command, affected);
  };
  for (const folder of org.project.packageDirectories) {
    watchFolder(folder, {recursive: true}, () => {
      clearTimeout(timer);
      timer = setTimeout(rerun, SETTLE_MILLISECONDS);
    });
  }
  console.error(`Watching ${org.project.packageDirectories.join(', ')}; Ctrl+C ends it.`);
  return EXIT.success;
}

function open({directories, coverage}: TestCommand): Org {
  return openOrg({directories, countLines: coverage});
}

function testAffected(org: Org, command: TestCommand, affected: Affected): void {
  const names = affected === 'all' ? command.tests : narrowed(command.tests, affected);
  if (affected !== 'all' && names.length === 0) console.error('The change reaches none of the tests.');
  else testOrg(org, {...command, tests: names});
}

/** Of the tests that were asked for, those that the change reaches; nothing asked for is all of these. */
function narrowed(asked: readonly string[], affected: ReadonlySet<string>): readonly string[] {
  const keys = new Set([...affected].map((name) => name.toLowerCase()));
  return asked.length === 0 ? [...affected] : asked.filter((name) => keys.has(name.split('.')[0]?.toLowerCase() ?? ''));
}

/** Null where nothing that counts has changed. */
function reached(before: Org, after: Org): Affected | null {
  if (metadataOf(before.project) !== metadataOf(after.project)) return 'all';
  const changed = changedCode(before.project, after.project);
  return changed.size === 0 ? null : affectedTests(codeFiles(after.generation.units), changed);
}

/** Everything that a project says besides its code. */
function metadataOf({classes: _classes, triggers: _triggers, diagnostics: _diagnostics, ...metadata}: Project): string {
  return JSON.stringify(metadata);
}

function changedCode(before: Project, after: Project): ReadonlySet<string> {
  const earlier = sourcesOf(before);
  const later = sourcesOf(after);
  const names = [...new Set([...earlier.keys(), ...later.keys()])];
  return new Set(names.filter((name) => earlier.get(name) !== later.get(name)));
}

function sourcesOf({classes, triggers}: Project): ReadonlyMap<string, string> {
  return new Map([...classes, ...triggers].map(({name, source}) => [name, source]));
}
