/**
 * What a name stands for in the place of a type (Apex Developer Guide, "Type Resolution and System Namespace for Types"): a scalar type;
 * a type declared locally, here or in a class above or around; a class of the project; a type of the platform, where the namespaces
 * System and Schema go without saying. `A.B` is an inner type B of a class A before it is a class B of a namespace A.
 */
import type {Schema} from '../../data/descriptor.ts';
import {PlatformTypeSymbol} from './platform-symbols.ts';
import type {PlatformScope} from './platform-symbols.ts';
import {SObjectTypeSymbol} from './schema-symbols.ts';
import type {PlatformSignatures} from './signatures/platform-signatures.ts';
import {supplementedName} from './supplement.ts';
import type {TypeSymbol} from './symbols.ts';

/** The language's own types, which no class of a project can take the name of. */
const SCALARS = new Set(
  [
    'Blob',
    'Boolean',
    'Date',
    'Datetime',
    'Decimal',
    'Double',
    'Id',
    'Integer',
    'List',
    'Long',
    'Map',
    'Object',
    'SObject',
    'Set',
    'String',
    'Time',
  ].map((name) => name.toLowerCase()),
);

/**
 * The class whose inner classes stand for the DataWeave scripts of a project (Apex Developer Guide, "DataWeave in Apex"). They extend
 * DataWeave.Script, as which they are typed here: running one is refused whatever its name.
 */
const DATA_WEAVE_SCRIPTS = 'dataweavescriptresource';

export class TypeLookup implements PlatformScope {
  readonly schema: Schema;
  readonly signatures: PlatformSignatures;
  readonly #sourceTypes: ReadonlyMap<string, TypeSymbol>;
  readonly #platform = new Map<string, PlatformTypeSymbol | null>();
  readonly #schemaTypes = new Map<string, SObjectTypeSymbol | null>();
  readonly #implied = new Map<string, TypeSymbol | null>();
  readonly #namespaces: ReadonlySet<string>;

  /** `sourceTypes`: the classes of the project by their lower-case name; it may be filled after this is made. */
  constructor(schema: Schema, signatures: PlatformSignatures, sourceTypes: ReadonlyMap<string, TypeSymbol>) {
    this.schema = schema;
    this.signatures = signatures;
    this.#sourceTypes = sourceTypes;
    this.#namespaces = new Set(signatures.namespaces.map((name) => name.toLowerCase()));
  }

  find(parts: readonly string[], from: TypeSymbol | null): TypeSymbol | null {
    const [first, ...rest] = parts.map((part) => part.toLowerCase());
    if (first === undefined) return null;
    if (rest.length === 0) return this.#findSimple(first, from);
    const outer = this.#findSimple(first, from);
    const inner = outer === null ? null : innerType(outer, rest);
    if (inner !== null) return inner;
    if (first === DATA_WEAVE_SCRIPTS && rest.length === 1) return this.platformType('DataWeave.Script');
    return this.#findInNamespace(first, rest);
  }

  isNamespace(name: string): boolean {
    return this.#namespaces.has(name.toLowerCase());
  }

  isShadowed(name: string): boolean {
    const key = name.toLowerCase();
    return !SCALARS.has(key) && this.#sourceTypes.has(key);
  }

  platformType(qualifiedName: string): TypeSymbol | null {
    const key = qualifiedName.toLowerCase();
    let symbol = this.#platform.get(key);
    if (symbol === undefined) {
      const canonical = this.signatures.canonicalName(key) ?? supplementedName(key);
      symbol = canonical === null ? null : new PlatformTypeSymbol(canonical, this);
      this.#platform.set(key, symbol);
    }
    return symbol;
  }

  systemType(name: string): TypeSymbol {
    const symbol = this.platformType(`System.${name}`);
    if (symbol === null) throw new Error(`The platform has no class System.${name}.`);
    return symbol;
  }

  schemaType(name: string): TypeSymbol | null {
    const key = name.toLowerCase();
    let symbol = this.#schemaTypes.get(key);
    if (symbol === undefined) {
      const descriptor = this.schema.object(name);
      symbol = descriptor === null ? null : new SObjectTypeSymbol(descriptor, this.#isNamedOtherwise(key), this);
      this.#schemaTypes.set(key, symbol);
    }
    return symbol;
  }

  /** Whether the bare name of an object means something else: a class of the project, or one of System that has instances. */
  #isNamedOtherwise(key: string): boolean {
    if (this.isShadowed(key)) return true;
    const system = this.platformType(`System.${key}`);
    return system !== null && hasInstances(system);
  }

  #findSimple(name: string, from: TypeSymbol | null): TypeSymbol | null {
    if (SCALARS.has(name)) return this.platformType(`System.${name}`);
    return this.#findLocal(name, from) ?? this.#sourceTypes.get(name) ?? this.#findImplied(name);
  }

  #findLocal(name: string, from: TypeSymbol | null): TypeSymbol | null {
    for (let around = from; around !== null; around = around.outer) {
      if (around.name.toLowerCase() === name) return around;
      const seen = new Set<TypeSymbol>();
      for (let type: TypeSymbol | undefined = around; type?.origin === 'source' && !seen.has(type); type = type.superclass?.symbol) {
        const inner = type.innerTypes.get(name);
        if (inner !== undefined) return inner;
        seen.add(type);
      }
    }
    return null;
  }

  /**
   * System and Schema go without saying. Where an object has the name of a class of System that only has static methods
   * (BusinessHours, Network, Site), the object is the type.
   */
  #findImplied(name: string): TypeSymbol | null {
    let found = this.#implied.get(name);
    if (found === undefined) {
      found = this.#lookUpImplied(name);
      this.#implied.set(name, found);
    }
    return found;
  }

  #lookUpImplied(name: string): TypeSymbol | null {
    const system = this.platformType(`System.${name}`);
    if (system !== null && hasInstances(system)) return system;
    return this.schemaType(name) ?? system ?? this.platformType(`Schema.${name}`);
  }

  #findInNamespace(namespace: string, rest: readonly string[]): TypeSymbol | null {
    const [name, ...inner] = rest;
    if (name === undefined) return null;
    const top = this.platformType(`${namespace}.${name}`) ?? (namespace === 'schema' ? this.schemaType(name) : null);
    return top === null ? null : innerType(top, inner);
  }
}

function innerType(outer: TypeSymbol, names: readonly string[]): TypeSymbol | null {
  let type: TypeSymbol | undefined = outer;
  for (const name of names) {
    type = inheritedInnerType(type, name);
    if (type === undefined) return null;
  }
  return type;
}

function inheritedInnerType(outer: TypeSymbol, name: string): TypeSymbol | undefined {
  const seen = new Set<TypeSymbol>();
  for (let type: TypeSymbol | undefined = outer; type !== undefined && !seen.has(type); type = type.superclass?.symbol) {
    const inner = type.innerTypes.get(name);
    if (inner !== undefined) return inner;
    seen.add(type);
  }
  return undefined;
}

/** Whether a platform class is more than a place for static methods. */
function hasInstances(type: TypeSymbol): boolean {
  if (type.kind !== 'class') return true;
  const members = [...type.fields.values(), ...[...type.methods.values()].flat()];
  return members.length === 0 || members.some((member) => !member.isStatic);
}
