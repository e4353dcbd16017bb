/** Which tests a change can reach: for the watch mode, which runs those and no others. */

import type {GeneratedUnit} from '../apex/codegen/unit.ts';

/** A file of code: a class with all that is in it, or a trigger. */
export interface CodeFile {
  readonly name: string;
  readonly kind: 'class' | 'trigger';
  readonly isTest: boolean;
  /** Names of the top-level classes that its code refers to. */
  readonly uses: readonly string[];
}

export function codeFiles(units: readonly GeneratedUnit[]): readonly CodeFile[] {
  return units.map(({name, kind, classes, needs}) => ({
    name,
    kind: kind === 'trigger' ? 'trigger' : 'class',
    isTest: classes[0]?.isTest ?? false,
    uses: [...new Set(needs.map((qualified) => qualified.split('.')[0] ?? qualified))],
  }));
}

/** `all` where a change isn't bound to some classes: metadata, triggers and whatever triggers call can be reached by any test that writes records. */
export type Affected = 'all' | ReadonlySet<string>;

/**
 * @param files the code after the change
 * @param changed names of the classes and triggers that changed or went
 * @returns names of test classes
 */
export function affectedTests(files: readonly CodeFile[], changed: ReadonlySet<string>): Affected {
  const users = usersOf(files);
  const reached = reach([...changed], (name) => users.get(name) ?? []);
  const triggers = new Set(files.filter(({kind}) => kind === 'trigger').map(({name}) => name));
  if ([...reached].some((name) => triggers.has(name))) return 'all';
  return new Set(files.filter(({name, isTest}) => isTest && reached.has(name)).map(({name}) => name));
}

function usersOf(files: readonly CodeFile[]): ReadonlyMap<string, readonly string[]> {
  const users = new Map<string, string[]>();
  for (const {name, uses} of files) {
    for (const used of uses) users.set(used, [...(users.get(used) ?? []), name]);
  }
  return users;
}

function reach(from: readonly string[], next: (name: string) => readonly string[]): ReadonlySet<string> {
  const reached = new Set(from);
  // A set that grows while it is iterated is visited to its end.
  for (const name of reached) for (const other of next(name)) reached.add(other);
  return reached;
}
