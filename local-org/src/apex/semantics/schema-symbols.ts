/** Symbols of SObject types: their members are the fields and relationships of the object's descriptor. */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import {readSObjectSignature} from './signatures/sobject-signatures.ts';
import {objectStatics} from './supplement-sobjects.ts';
import type {ObjectStatic} from './supplement-sobjects.ts';
import {parseTypeSignature} from './signatures/type-signature.ts';
import type {TypeSignature} from './signatures/type-signature.ts';
import {classType, displayType} from './types.ts';
import {registryName} from './platform-symbols.ts';
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from './symbols.ts';

/** What SObject symbols need of the universe around them. */
export interface SchemaScope {
  schemaType(name: string): TypeSymbol | null;
  platformType(qualifiedName: string): TypeSymbol | null;
  /** A class of the namespace System that is known to exist. */
  systemType(name: string): TypeSymbol;
}

export class SObjectTypeSymbol implements TypeSymbol {
  readonly kind = 'sobject';
  readonly origin = 'schema';
  readonly namespace = null;
  readonly outer = null;
  readonly typeParameters: readonly string[] = [];
  readonly visibility = 'global';
  readonly isAbstract = false;
  readonly isVirtual = false;
  readonly isTest = false;
  readonly sharing = null;
  readonly interfaces: readonly ClassType[] = [];
  readonly constructors: readonly MethodSymbol[] = [];
  readonly innerTypes: ReadonlyMap<string, TypeSymbol> = new Map();
  readonly declaration = null;
  readonly descriptor: SObjectDescriptor;
  readonly name: string;
  /** The API name; with its namespace where a class has that name (`Schema.Account`). */
  readonly qualifiedName: string;
  readonly superclass: ClassType;
  readonly #scope: SchemaScope;
  #fields: ReadonlyMap<string, FieldSymbol> | undefined;
  #methods: ReadonlyMap<string, readonly MethodSymbol[]> | undefined;

  constructor(descriptor: SObjectDescriptor, isShadowed: boolean, scope: SchemaScope) {
    this.descriptor = descriptor;
    this.name = descriptor.name;
    this.qualifiedName = isShadowed ? `Schema.${descriptor.name}` : descriptor.name;
    this.#scope = scope;
    this.superclass = classType(scope.systemType('SObject'));
  }

  get fields(): ReadonlyMap<string, FieldSymbol> {
    this.#fields ??= this.#readFields();
    return this.#fields;
  }

  /**
   * `clone` with the type of this object; the static methods of custom metadata types and custom settings; and those of the class of System
   * that shares the object's name (`BusinessHours.isWithin`).
   */
  get methods(): ReadonlyMap<string, readonly MethodSymbol[]> {
    this.#methods ??= this.#readMethods();
    return this.#methods;
  }

  #readFields(): ReadonlyMap<string, FieldSymbol> {
    const fields = new Map<string, FieldSymbol>();
    const parents = new Map(readSObjectSignature(this.name)?.parents.map(({relationshipName, target}) => [relationshipName, target]));
    for (const field of this.descriptor.fields) {
      fields.set(field.key, this.#member('sobject field', field.name, this.#valueType(field), field));
      const {relationshipName} = field;
      if (relationshipName === null) continue;
      const parent = this.#parentType(field, parents.get(relationshipName));
      if (parent !== null) fields.set(relationshipName.toLowerCase(), this.#member('parent relationship', relationshipName, parent, field));
    }
    const children = [...this.descriptor.childRelationships, ...(readSObjectSignature(this.name)?.children ?? [])];
    for (const {relationshipName, childObject} of children) {
      const key = relationshipName?.toLowerCase();
      const child = key === undefined || fields.has(key) ? null : this.#scope.schemaType(childObject);
      if (relationshipName === null || key === undefined || child === null) continue;
      const rows = classType(this.#scope.systemType('List'), [classType(child)]);
      fields.set(key, this.#member('child relationship', relationshipName, rows, null));
    }
    return fields;
  }

  /** One target gives its type; of several only what all have in common can be named: `Name`, or what the platform says (`SObject`). */
  #parentType({referenceTo}: FieldDescriptor, target: string | undefined): Type | null {
    const [only, ...others] = referenceTo;
    const name = only !== undefined && others.length === 0 ? only : (target ?? 'Name');
    const symbol = name === 'SObject' ? this.#scope.systemType('SObject') : this.#scope.schemaType(name);
    return symbol === null ? null : classType(symbol);
  }

  /** The header of a change event has a class of its own (Change Data Capture Developer Guide, "ChangeEventHeader Class"). */
  #valueType({key, valueType}: FieldDescriptor): Type {
    const header = key === 'changeeventheader' ? this.#scope.platformType('EventBus.ChangeEventHeader') : null;
    return classType(header ?? this.#scope.systemType(valueType));
  }

  #member(kind: FieldSymbol['kind'], name: string, type: Type, descriptor: FieldDescriptor | null): FieldSymbol {
    return {
      kind,
      name,
      owner: this,
      type,
      isStatic: false,
      isFinal: false,
      isTransient: false,
      visibility: 'global',
      getter: 'global',
      setter: 'global',
      testVisible: false,
      descriptor,
      span: null,
    };
  }

  #readMethods(): ReadonlyMap<string, readonly MethodSymbol[]> {
    const methods = new Map<string, readonly MethodSymbol[]>();
    const inherited = this.superclass.symbol.methods.get('clone') ?? [];
    methods.set(
      'clone',
      inherited.map((clone) => ({...clone, returnType: classType(this)})),
    );
    const namesake = this.#scope.platformType(`System.${this.name}`);
    const statics = [
      ...objectStatics(this.descriptor).map((declared) => this.#static(declared)),
      ...(namesake === null ? [] : [...namesake.methods.values()].flat().filter((method) => method.isStatic)),
    ];
    for (const method of statics) {
      const key = method.name.toLowerCase();
      methods.set(key, [...(methods.get(key) ?? []), method]);
    }
    return methods;
  }

  #static({name, parameters, returns}: ObjectStatic): MethodSymbol {
    const parameterSymbols = parameters.map((parameter) => ({name: parameter.name, type: this.#type(parameter.type)}));
    return {
      name,
      owner: this,
      isConstructor: false,
      isStatic: true,
      isAbstract: false,
      isVirtual: false,
      isOverride: false,
      visibility: 'global',
      testVisible: false,
      parameters: parameterSymbols,
      returnType: this.#type(returns),
      key: `${name}(${parameterSymbols.map(({type}) => displayType(type, registryName)).join(',')})`,
      annotations: [],
      span: null,
    };
  }

  /** `T` is this object. */
  #type(text: string): Type {
    const read = (signature: TypeSignature): Type => {
      if (signature.kind !== 'named') return classType(this);
      return classType(this.#scope.systemType(signature.name.replace(/^System\./, '')), signature.arguments.map(read));
    };
    return read(parseTypeSignature(text, ['T']));
  }
}
