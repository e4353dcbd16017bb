/** Holds the library against the signatures: an implementation of something that the platform doesn't have is a defect. */
import {objectStaticKeys} from './supplement-sobjects.ts';
import type {TypeSymbol} from './symbols.ts';
import type {Universe} from './universe.ts';

/** What is checked of a class of the library: `name` with its namespace, `members` by registry key (`library/registry.ts`). */
export interface LibraryClass {
  readonly name: string;
  readonly members: Readonly<Record<string, unknown>>;
}

/** @throws Error that names every class and member that no signature knows. */
export function validateLibrary(classes: readonly LibraryClass[], universe: Universe): void {
  const unknown = classes.flatMap(({name, members}) => {
    const known = knownKeys(name, universe);
    if (known === null) return [`${name}: the platform has no such class`];
    return Object.keys(members)
      .filter((key) => !known.has(key))
      .map((key) => `${name}: ${key}${suggestion(key, known)}`);
  });
  if (unknown.length === 0) return;
  throw new Error(`The library implements what no signature of the platform knows:\n${unknown.map((line) => `  ${line}`).join('\n')}`);
}

function knownKeys(name: string, universe: Universe): ReadonlySet<string> | null {
  const statics = objectStaticKeys().get(name);
  if (statics !== undefined) return statics;
  const symbol = universe.findType(name.split('.'), null);
  return symbol?.origin === 'platform' ? new Set(keysOf(symbol)) : null;
}

/** Keys of the members that a class of the platform declares itself. */
export function keysOf(symbol: TypeSymbol): readonly string[] {
  const methods = [...symbol.methods.values()].flat().map(({key}) => key);
  const constructors = symbol.constructors.map(({key}) => key);
  const accessors = [...symbol.fields.values()].flatMap((field) => [
    `get ${field.name}`,
    ...(field.setter === null ? [] : [`set ${field.name}`]),
  ]);
  return [...methods, ...constructors, ...accessors];
}

/** Members of the same name, of which one was probably meant. */
function suggestion(key: string, known: ReadonlySet<string>): string {
  const nameOf = (candidate: string): string => candidate.replace(/\(.*$/, '').toLowerCase();
  const similar = [...known].filter((candidate) => nameOf(candidate) === nameOf(key));
  return similar.length === 0 ? '' : ` (there is ${similar.join(', ')})`;
}
