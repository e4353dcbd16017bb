import type {ClassDefinition, Implementation} from './registry.ts';

/** The members that the library implements, by class and signature. */
export class LibraryTable {
  readonly #classes = new Map<string, Readonly<Record<string, Implementation>>>();

  /** @throws Error where two files define one class */
  constructor(definitions: readonly ClassDefinition[]) {
    for (const {name, members} of definitions) {
      if (this.#classes.has(name)) throw new Error(`The library defines ${name} twice.`);
      this.#classes.set(name, members);
    }
  }

  /** @param className with namespace @param member the key, `split(String,Integer)` */
  find(className: string, member: string): Implementation | null {
    const members = this.#classes.get(className);
    return members !== undefined && Object.hasOwn(members, member) ? (members[member] ?? null) : null;
  }

  has(className: string, member: string): boolean {
    return this.find(className, member) !== null;
  }

  /** All keys, for what depends on which members there are. */
  get signature(): string {
    return [...this.#classes]
      .map(([name, members]) => `${name}: ${Object.keys(members).sort().join(' ')}`)
      .sort()
      .join('\n');
  }
}
