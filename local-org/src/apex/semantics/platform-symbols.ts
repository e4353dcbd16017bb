/**
 * Symbols of the platform's classes, made from their signatures and the supplement. A symbol knows its name from the start; whatever
 * else is asked of it is read from the jar when it is first asked for.
 */
import type {FieldSignature, MethodSignature, ClassSignature} from './signatures/class-signature.ts';
import type {PlatformSignatures} from './signatures/platform-signatures.ts';
import type {TypeSignature} from './signatures/type-signature.ts';
import {supplemented, supplementedNested} from './supplement.ts';
import {ERROR_TYPE, VOID_TYPE, classType, displayType} from './types.ts';
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from './symbols.ts';

/** What platform symbols need of the universe around them. */
export interface PlatformScope {
  readonly signatures: PlatformSignatures;
  /** By qualified name in any spelling; null where there is no such class. */
  platformType(qualifiedName: string): TypeSymbol | null;
  schemaType(name: string): TypeSymbol | null;
  /** Whether a class of the project has the name, which then means that class wherever it stands alone. */
  isShadowed(name: string): boolean;
}

/** Classes of System that are values of the language rather than objects (Apex Developer Guide, "Primitive Data Types"). */
const PRIMITIVES = new Set(['Blob', 'Boolean', 'Date', 'Datetime', 'Decimal', 'Double', 'Id', 'Integer', 'Long', 'String', 'Time']);

export class PlatformTypeSymbol implements TypeSymbol {
  readonly origin = 'platform';
  readonly visibility = 'global';
  readonly isTest = false;
  readonly sharing = null;
  readonly descriptor = null;
  readonly declaration = null;
  readonly name: string;
  readonly namespace: string;
  /** `System.List`, `Database.DMLOptions.EmailHeader`; `System.Object` for the root. */
  readonly canonicalName: string;
  readonly #scope: PlatformScope;
  #signature: ClassSignature | undefined;
  #qualifiedName: string | undefined;
  #superclass: ClassType | null | undefined;
  #interfaces: readonly ClassType[] | undefined;
  #fields: ReadonlyMap<string, FieldSymbol> | undefined;
  #methods: ReadonlyMap<string, readonly MethodSymbol[]> | undefined;
  #constructors: readonly MethodSymbol[] | undefined;
  #innerTypes: ReadonlyMap<string, TypeSymbol> | undefined;

  constructor(canonicalName: string, scope: PlatformScope) {
    this.canonicalName = canonicalName;
    this.#scope = scope;
    this.namespace = canonicalName.slice(0, canonicalName.indexOf('.'));
    this.name = canonicalName.slice(canonicalName.lastIndexOf('.') + 1);
  }

  get qualifiedName(): string {
    if (this.#qualifiedName === undefined) {
      const short = registryName(this);
      const [first = ''] = short.split('.');
      this.#qualifiedName = this.#scope.isShadowed(first) ? this.canonicalName : short;
    }
    return this.#qualifiedName;
  }

  get kind(): TypeSymbol['kind'] {
    if (this.namespace === 'System' && PRIMITIVES.has(this.name)) return 'primitive';
    return this.canonicalName === 'System.SObject' ? 'sobject' : this.signature.kind;
  }

  get outer(): TypeSymbol | null {
    const outer = this.canonicalName.slice(0, this.canonicalName.lastIndexOf('.'));
    return outer === this.namespace ? null : this.#scope.platformType(outer);
  }

  get typeParameters(): readonly string[] {
    return this.signature.typeParameters;
  }

  get isAbstract(): boolean {
    return this.signature.isAbstract;
  }

  /** Of the platform's classes only Exception may be extended. */
  get isVirtual(): boolean {
    return this.canonicalName === 'System.Exception' || this.signature.isAbstract;
  }

  get superclass(): ClassType | null {
    this.#superclass ??= this.#readSuperclass();
    return this.#superclass;
  }

  get interfaces(): readonly ClassType[] {
    this.#interfaces ??= this.signature.interfaces.map((type) => this.#type(type)).filter((type) => type.kind === 'class');
    return this.#interfaces;
  }

  get fields(): ReadonlyMap<string, FieldSymbol> {
    if (this.#fields === undefined) {
      const constants = this.signature.constants.map((name) => this.#enumConstant(name));
      const fields = this.signature.fields.map((field) => this.#field(field));
      this.#fields = new Map([...constants, ...fields].map((field) => [field.name.toLowerCase(), field]));
    }
    return this.#fields;
  }

  get methods(): ReadonlyMap<string, readonly MethodSymbol[]> {
    if (this.#methods === undefined) {
      const methods = new Map<string, MethodSymbol[]>();
      for (const signature of this.signature.methods) {
        const method = this.#method(signature, false);
        const key = method.name.toLowerCase();
        const overloads = methods.get(key);
        if (overloads === undefined) methods.set(key, [method]);
        else overloads.push(method);
      }
      this.#methods = methods;
    }
    return this.#methods;
  }

  get constructors(): readonly MethodSymbol[] {
    this.#constructors ??= this.kind === 'primitive' ? [] : this.signature.constructors.map((signature) => this.#method(signature, true));
    return this.#constructors;
  }

  get innerTypes(): ReadonlyMap<string, TypeSymbol> {
    if (this.#innerTypes === undefined) {
      const inner = new Map<string, TypeSymbol>();
      for (const name of [...this.#scope.signatures.nested(this.canonicalName), ...supplementedNested(this.canonicalName)]) {
        const symbol = this.#scope.platformType(name);
        if (symbol !== null) inner.set(symbol.name.toLowerCase(), symbol);
      }
      this.#innerTypes = inner;
    }
    return this.#innerTypes;
  }

  get signature(): ClassSignature {
    if (this.#signature === undefined) {
      const signature = supplemented(this.canonicalName, this.#scope.signatures.read(this.canonicalName));
      if (signature === null) throw new Error(`The platform has no class ${this.canonicalName}.`);
      this.#signature = signature;
    }
    return this.#signature;
  }

  #readSuperclass(): ClassType | null {
    if (this.canonicalName === 'System.Object' || this.kind === 'interface' || this.kind === 'primitive') return null;
    const {superclass} = this.signature;
    const type = superclass === null ? this.#type({kind: 'named', name: 'Object', arguments: []}) : this.#type(superclass);
    return type.kind === 'class' ? type : null;
  }

  #type(signature: TypeSignature): Type {
    switch (signature.kind) {
      case 'void':
        return VOID_TYPE;
      case 'parameter':
        return {kind: 'type parameter', name: signature.name};
      case 'named': {
        const symbol = this.#symbolOf(signature.name);
        return symbol === null
          ? ERROR_TYPE
          : classType(
              symbol,
              signature.arguments.map((argument) => this.#type(argument)),
            );
      }
    }
  }

  #symbolOf(name: string): TypeSymbol | null {
    if (name === 'Object') return this.#scope.platformType('System.Object');
    const platform = this.#scope.platformType(name);
    if (platform !== null || !name.startsWith('Schema.')) return platform;
    return this.#scope.schemaType(name.slice('Schema.'.length));
  }

  #field({name, isStatic, isFinal, type}: FieldSignature): FieldSymbol {
    return {
      kind: this.kind === 'sobject' ? 'sobject field' : 'property',
      name,
      owner: this,
      type: this.#type(type),
      isStatic,
      isFinal,
      isTransient: false,
      visibility: 'global',
      getter: 'global',
      setter: isFinal ? null : 'global',
      testVisible: false,
      descriptor: null,
      span: null,
    };
  }

  #enumConstant(name: string): FieldSymbol {
    return {
      kind: 'enum constant',
      name,
      owner: this,
      type: classType(this),
      isStatic: true,
      isFinal: true,
      isTransient: false,
      visibility: 'global',
      getter: 'global',
      setter: null,
      testVisible: false,
      descriptor: null,
      span: null,
    };
  }

  #method(signature: MethodSignature, isConstructor: boolean): MethodSymbol {
    const parameters = signature.parameters.map(({name, type}) => ({name, type: this.#type(type)}));
    const name = isConstructor ? '<init>' : signature.name;
    return {
      name,
      owner: this,
      isConstructor,
      isStatic: signature.isStatic,
      isAbstract: signature.isAbstract,
      isVirtual: signature.isAbstract || this.signature.kind === 'interface' || OPEN_METHODS.has(name.toLowerCase()) || this.isVirtual,
      isOverride: false,
      visibility: signature.visibility === 'protected' ? 'protected' : 'global',
      testVisible: false,
      parameters,
      returnType: this.#type(signature.returnType),
      key: `${name}(${parameters.map(({type}) => displayType(type, registryName)).join(',')})`,
      annotations: [],
      span: null,
      givesQueryResult: signature.givesQueryResult,
    };
  }
}

/** The name of a type in the keys of the library's registry: System goes without saying, whatever the project's classes are called. */
export function registryName(symbol: TypeSymbol): string {
  if (!(symbol instanceof PlatformTypeSymbol)) return symbol.qualifiedName;
  return symbol.namespace === 'System' ? symbol.canonicalName.slice('System.'.length) : symbol.canonicalName;
}

/** What every object may declare anew (Apex Developer Guide, "Using Custom Types in Map Keys and Sets"). */
const OPEN_METHODS = new Set(['equals', 'hashcode', 'tostring']);
