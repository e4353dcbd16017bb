/** Members by name, own and inherited, with the arguments of generic types put in. */
import {areSameTypes, bindingsOf, classType, substitute, substituteClass} from './types.ts';
import type {Bindings} from './types.ts';
import type {ClassType, FieldSymbol, MethodSymbol, TypeSymbol} from './symbols.ts';

interface KnownMembers {
  readonly fields: Map<string, FieldSymbol | null>;
  readonly methods: Map<string, readonly MethodSymbol[]>;
}

export class Members {
  /** Class above interfaces that declare none: every object has what Object has. */
  readonly #object: ClassType;
  readonly #supertypes = new WeakMap<TypeSymbol, readonly ClassType[]>();
  readonly #known = new WeakMap<TypeSymbol | ClassType, KnownMembers>();

  constructor(object: ClassType) {
    this.#object = object;
  }

  /** Superclasses and interfaces, nearest first, Object last; each once. Circles in faulty sources end where they close. */
  supertypes(type: ClassType): readonly ClassType[] {
    const declared = this.#declaredSupertypes(type.symbol);
    const bindings = bindingsOf(type);
    return bindings.size === 0 ? declared : declared.map((supertype) => substituteClass(supertype, bindings));
  }

  #declaredSupertypes(symbol: TypeSymbol): readonly ClassType[] {
    const known = this.#supertypes.get(symbol);
    if (known !== undefined) return known;
    const found: ClassType[] = [];
    const queue: ClassType[] = directSupertypes(
      classType(
        symbol,
        symbol.typeParameters.map((name) => ({kind: 'type parameter', name})),
      ),
    );
    for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
      const {symbol: candidate, arguments: typeArguments} = next;
      const isKnown = found.some((other) => other.symbol === candidate && areSameTypes(other.arguments, typeArguments));
      if (candidate === symbol || candidate === this.#object.symbol || isKnown) continue;
      found.push(next);
      queue.push(...directSupertypes(next));
    }
    if (symbol !== this.#object.symbol) found.push(this.#object);
    this.#supertypes.set(symbol, found);
    return found;
  }

  findField(type: ClassType, name: string): FieldSymbol | null {
    const {fields} = this.#knownOf(type);
    const key = name.toLowerCase();
    let field = fields.get(key);
    if (field === undefined) {
      field = this.#lookUpField(type, key);
      fields.set(key, field);
    }
    return field;
  }

  #lookUpField(type: ClassType, key: string): FieldSymbol | null {
    for (const holder of [type, ...this.supertypes(type)]) {
      const field = holder.symbol.fields.get(key);
      if (field === undefined) continue;
      const bindings = bindingsOf(holder);
      return bindings.size === 0 ? field : {...field, type: substitute(field.type, bindings)};
    }
    return null;
  }

  /** Nearest first; a method hides those above it that have the same parameters. */
  findMethods(type: ClassType, name: string): readonly MethodSymbol[] {
    const {methods} = this.#knownOf(type);
    const key = name.toLowerCase();
    let found = methods.get(key);
    if (found === undefined) {
      found = this.#lookUpMethods(type, key);
      methods.set(key, found);
    }
    return found;
  }

  /** What was found before: of a type without arguments by its symbol, since types are made anew wherever they are met. */
  #knownOf(type: ClassType): KnownMembers {
    const owner = type.arguments.length === 0 ? type.symbol : type;
    let known = this.#known.get(owner);
    if (known === undefined) {
      known = {fields: new Map(), methods: new Map()};
      this.#known.set(owner, known);
    }
    return known;
  }

  #lookUpMethods(type: ClassType, key: string): readonly MethodSymbol[] {
    const found: MethodSymbol[] = [];
    for (const holder of [type, ...this.supertypes(type)]) {
      const declared = holder.symbol.methods.get(key);
      if (declared === undefined) continue;
      const bindings = bindingsOf(holder);
      const inherited = declared.map((method) => bindMethod(method, bindings));
      found.push(...inherited.filter((method) => !found.some((nearer) => hasSameParameters(nearer, method))));
    }
    return found;
  }

  findConstructors(type: ClassType): readonly MethodSymbol[] {
    const bindings = bindingsOf(type);
    return type.symbol.constructors.map((constructor) => bindMethod(constructor, bindings));
  }
}

function directSupertypes(type: ClassType): ClassType[] {
  const {superclass, interfaces} = type.symbol;
  const declared = superclass === null ? [...interfaces] : [superclass, ...interfaces];
  const bindings = bindingsOf(type);
  return declared.map((supertype) => substituteClass(supertype, bindings));
}

/** The method with type arguments in; its key stays that of the declaration, under which it is implemented. */
function bindMethod(method: MethodSymbol, bindings: Bindings): MethodSymbol {
  if (bindings.size === 0) return method;
  return {
    ...method,
    parameters: method.parameters.map(({name, type}) => ({name, type: substitute(type, bindings)})),
    returnType: substitute(method.returnType, bindings),
  };
}

function hasSameParameters(left: MethodSymbol, right: MethodSymbol): boolean {
  return areSameTypes(
    left.parameters.map(({type}) => type),
    right.parameters.map(({type}) => type),
  );
}
