/** The universe of a project: its classes, its schema and the platform, seen as one. */
import type {Schema} from '../../data/descriptor.ts';
import type * as ast from '../syntax/ast.ts';
import {Conversions} from './conversions.ts';
import {Members} from './members.ts';
import {resolveOverload} from './overloads.ts';
import {overriddenBy} from './overriding.ts';
import {platformSignatures} from './signatures/platform-signatures.ts';
import {SourceTypeSymbol} from './source-symbols.ts';
import type {SourceScope} from './source-symbols.ts';
import {TypeLookup} from './type-lookup.ts';
import {resolveTypeReference} from './type-references.ts';
import {ERROR_TYPE, NULL_TYPE, VOID_TYPE, classType, displayType, isSameType} from './types.ts';
import type {Conversion, OverloadResult, Universe, WellKnownTypes} from './universe.ts';
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from './symbols.ts';

/** A class, interface or enum of the project and the path of its file. */
export interface SourceDeclaration {
  readonly path: string;
  readonly declaration: ast.TypeDeclaration;
}

/**
 * Builds the universe. `labels` are the names of the project's custom labels. Of two top-level types with one name the first counts; telling the user of the second is the checker's.
 *
 * Cheap to make: nothing but names is read before it is asked for.
 */
export function createUniverse(schema: Schema, sources: readonly SourceDeclaration[], labels: readonly string[] = []): Universe {
  return new ProjectUniverse(schema, sources, labels);
}

class ProjectUniverse implements Universe {
  readonly schema: Schema;
  readonly well: WellKnownTypes;
  readonly labels: ReadonlySet<string>;
  readonly #sources = new Map<string, TypeSymbol>();
  readonly #sourceScope: SourceScope;
  readonly #lookup: TypeLookup;
  readonly #members: Members;
  readonly #conversions: Conversions;
  readonly #plainTypes = new WeakMap<TypeSymbol, ClassType>();
  #sourceTypes: readonly TypeSymbol[] | undefined;

  constructor(schema: Schema, sources: readonly SourceDeclaration[], labels: readonly string[]) {
    this.schema = schema;
    this.labels = new Set(labels.map((label) => label.toLowerCase()));
    this.#lookup = new TypeLookup(schema, platformSignatures(), this.#sources);
    this.well = this.#wellKnownTypes();
    this.#members = new Members(this.well.object);
    this.#conversions = new Conversions(this.#members, this.well.object.symbol, this.well.sobject.symbol);
    this.#sourceScope = {
      object: this.well.object,
      string: this.well.string,
      integer: this.well.integer,
      exception: this.well.exception,
      listOf: (element) => this.listOf(element),
      resolve: (reference, from) => resolveTypeReference(this, reference, from),
    };
    for (const {path, declaration} of sources) {
      const key = declaration.name.text.toLowerCase();
      if (!this.#sources.has(key)) this.#sources.set(key, this.declare(declaration, path));
    }
  }

  get sourceTypes(): readonly TypeSymbol[] {
    this.#sourceTypes ??= [...this.#sources.values()].flatMap(withInnerTypes);
    return this.#sourceTypes;
  }

  findType(parts: readonly string[], from: TypeSymbol | null): TypeSymbol | null {
    return this.#lookup.find(parts, from);
  }

  isNamespace(name: string): boolean {
    return this.#lookup.isNamespace(name);
  }

  sourceType(name: string): TypeSymbol | null {
    return this.#sources.get(name.toLowerCase()) ?? null;
  }

  declare(node: ast.TypeDeclaration, path: string): TypeSymbol {
    return new SourceTypeSymbol(path, node, null, this.#sourceScope);
  }

  listOf(element: Type): ClassType {
    return this.#platform('List', [element]);
  }

  setOf(element: Type): ClassType {
    return this.#platform('Set', [element]);
  }

  mapOf(key: Type, value: Type): ClassType {
    return this.#platform('Map', [key, value]);
  }

  typeOf(symbol: TypeSymbol): ClassType {
    let type = this.#plainTypes.get(symbol);
    if (type === undefined) {
      type = classType(symbol);
      this.#plainTypes.set(symbol, type);
    }
    return type;
  }

  findField(type: ClassType, name: string): FieldSymbol | null {
    return this.#members.findField(type, name);
  }

  findMethods(type: ClassType, name: string): readonly MethodSymbol[] {
    return this.#members.findMethods(type, name);
  }

  findConstructors(type: ClassType): readonly MethodSymbol[] {
    return this.#members.findConstructors(type);
  }

  supertypes(type: ClassType): readonly ClassType[] {
    return this.#members.supertypes(type);
  }

  isSame(left: Type, right: Type): boolean {
    return isSameType(left, right);
  }

  isSubtype(sub: Type, base: Type): boolean {
    return this.#conversions.isSubtype(sub, base);
  }

  conversion(from: Type, to: Type): Conversion | null {
    return this.#conversions.conversion(from, to);
  }

  isCastable(from: Type, to: Type): boolean {
    return this.#conversions.isCastable(from, to);
  }

  isAlways(from: Type, to: Type): boolean {
    return this.#conversions.isAlways(from, to);
  }

  commonType(left: Type, right: Type): Type | null {
    return this.#conversions.commonType(left, right);
  }

  resolveOverload(candidates: readonly MethodSymbol[], argumentTypes: readonly Type[]): OverloadResult {
    return resolveOverload(this.#conversions, candidates, argumentTypes);
  }

  overriddenBy(method: MethodSymbol): readonly MethodSymbol[] {
    return overriddenBy(this.#members, this.#conversions, method);
  }

  display(type: Type): string {
    return displayType(type);
  }

  #platform(name: string, typeArguments: readonly Type[] = []): ClassType {
    return classType(this.#lookup.systemType(name), typeArguments);
  }

  #wellKnownTypes(): WellKnownTypes {
    const named = (qualifiedName: string): ClassType => {
      const symbol = this.#lookup.platformType(qualifiedName);
      if (symbol === null) throw new Error(`The platform has no class ${qualifiedName}.`);
      return this.typeOf(symbol);
    };
    const user = this.#lookup.schemaType('User');
    if (user === null) throw new Error('The schema has no object User.');
    return {
      object: named('System.Object'),
      boolean: named('System.Boolean'),
      integer: named('System.Integer'),
      long: named('System.Long'),
      double: named('System.Double'),
      decimal: named('System.Decimal'),
      string: named('System.String'),
      id: named('System.Id'),
      blob: named('System.Blob'),
      date: named('System.Date'),
      datetime: named('System.Datetime'),
      time: named('System.Time'),
      sobject: named('System.SObject'),
      exception: named('System.Exception'),
      type: named('System.Type'),
      sobjectType: named('Schema.SObjectType'),
      sobjectField: named('Schema.SObjectField'),
      describeSObject: named('Schema.DescribeSObjectResult'),
      describeField: named('Schema.DescribeFieldResult'),
      user: this.typeOf(user),
      void: VOID_TYPE,
      null: NULL_TYPE,
      error: ERROR_TYPE,
    };
  }
}

function withInnerTypes(type: TypeSymbol): readonly TypeSymbol[] {
  return [type, ...[...type.innerTypes.values()].flatMap(withInnerTypes)];
}
