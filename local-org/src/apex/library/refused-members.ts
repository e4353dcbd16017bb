/** What the platform's signatures know and the library lacks: the text of `REFUSED.md`, which a test holds against the code. */
import {keysOf} from '../semantics/validate-library.ts';
import {platformSignatures} from '../semantics/signatures/platform-signatures.ts';
import {supplementedNames} from '../semantics/supplement.ts';
import type {TypeSymbol} from '../semantics/symbols.ts';
import type {Universe} from '../semantics/universe.ts';
import type {LibraryTable} from './library-table.ts';

interface ClassCoverage {
  readonly name: string;
  readonly namespace: string;
  readonly refused: readonly string[];
  readonly isImplemented: boolean;
}

export function refusedMembersText(library: LibraryTable, universe: Universe): string {
  const classes = coverage(library, universe);
  const namespaces = Map.groupBy(classes, ({namespace}) => namespace);
  const untouched = [...namespaces].filter(([, members]) => !members.some(({isImplemented}) => isImplemented)).map(([name]) => name);
  const touched = [...namespaces].filter(([name]) => !untouched.includes(name)).sort(byFirst);
  return [
    HEAD,
    `## Namespaces of which nothing is supported\n\n${untouched.sort().join(', ')}\n`,
    ...touched.map(([name, members]) => namespaceText(name, members)),
  ].join('\n');
}

const HEAD = `# Refused library members

Every class and member of the platform that local-org refuses (\`U300\`), as the signatures of version 65.0 have them. What is supported and differs is in
[DIVERGENCES.md](DIVERGENCES.md). A test holds this file against the code; with \`UPDATE=1\` it writes it:
\`UPDATE=1 node --test local-org/test/apex/library/refused-members.test.ts\`.
`;

function namespaceText(namespace: string, classes: readonly ClassCoverage[]): string {
  const whole = classes.filter(({isImplemented, refused}) => !isImplemented && refused.length > 0).map(({name}) => name);
  const partly = classes.filter(({isImplemented, refused}) => isImplemented && refused.length > 0);
  const lines = [`## ${namespace}`, ''];
  if (whole.length > 0) lines.push(`Classes as a whole: ${whole.sort().join(', ')}`, '');
  for (const {name, refused} of partly.toSorted(byName)) lines.push(`- ${name}: ${refused.map((member) => `\`${member}\``).join(', ')}`);
  if (partly.length > 0) lines.push('');
  if (lines.length === 2) lines.push('Nothing.', '');
  return lines.join('\n');
}

/** Of all classes that have members. Constants of enums are always there, and the methods of interfaces are implemented in Apex. */
function coverage(library: LibraryTable, universe: Universe): readonly ClassCoverage[] {
  const names = new Set([...platformSignatures().classNames, ...supplementedNames()]);
  return [...names].sort().flatMap((canonicalName): ClassCoverage[] => {
    const symbol = universe.findType(canonicalName.split('.'), null);
    if (symbol?.origin !== 'platform' || symbol.kind === 'enum' || symbol.kind === 'interface' || BY_COMPILER.has(canonicalName)) return [];
    const keys = keysOf(symbol).filter((key) => !isByCompiler(symbol, key));
    const lacking = keys.filter((key) => !library.has(canonicalName, key));
    // Results are read, and the signatures don't tell that the platform keeps them from being written.
    const refused = lacking.filter((key) => !key.startsWith('set ') || !library.has(canonicalName, key.replace('set ', 'get ')));
    const [namespace = '', ...rest] = canonicalName.split('.');
    return [{name: rest.join('.'), namespace, refused: withoutAccessors(refused).sort(), isImplemented: lacking.length < keys.length}];
  });
}

/** The compiler makes code of these variables. */
const BY_COMPILER: ReadonlySet<string> = new Set(['System.Trigger']);

const OF_EVERY_OBJECT: ReadonlySet<string> = new Set(['equals(Object)', 'hashCode()', 'toString()']);

/** Methods of every object, `addError` on fields, and `Id` of records. */
function isByCompiler(symbol: TypeSymbol, key: string): boolean {
  if (OF_EVERY_OBJECT.has(key)) return true;
  return symbol.kind === 'primitive' ? key.startsWith('addError(') : symbol.kind === 'sobject' && /^[gs]et Id$/.test(key);
}

/** `get name` and `set name` are one property. */
function withoutAccessors(keys: readonly string[]): string[] {
  return [...new Set(keys.map((key) => key.replace(/^[gs]et (?=\w+$)/, '')))];
}

function byFirst([left]: readonly [string, unknown], [right]: readonly [string, unknown]): number {
  return left < right ? -1 : 1;
}

function byName(left: {readonly name: string}, right: {readonly name: string}): number {
  return left.name < right.name ? -1 : 1;
}
