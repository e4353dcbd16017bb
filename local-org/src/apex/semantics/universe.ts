/**
 * All types that a program can name, and the relations among them. The binder asks nobody else. Built from the platform's signatures,
 * the schema and the declarations of the project; members of platform and schema types are read when first asked for.
 */
import type {Schema} from '../../data/descriptor.ts';
import type * as ast from '../syntax/ast.ts';
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from './symbols.ts';

export interface Universe {
  readonly schema: Schema;

  /** The primitives, `Object`, `SObject`, `Exception` and other types that the language itself needs. */
  readonly well: WellKnownTypes;

  /**
   * A type by the parts of its name as seen from a class (inner types of it, of its outer and super classes come first, then the
   * project's classes, then SObject types, then System and Schema, then `Namespace.Type`). Null where nothing is called so.
   */
  findType(parts: readonly string[], from: TypeSymbol | null): TypeSymbol | null;
  /** Whether a name is a platform namespace (`System`, `Database`, `Schema`, `ConnectApi`). */
  isNamespace(name: string): boolean;
  /** The class of the project by its (top-level) name. */
  sourceType(name: string): TypeSymbol | null;
  /** A class that is no part of the project and has no name in it: the methods and types that anonymous code declares. */
  declare(node: ast.TypeDeclaration, path: string): TypeSymbol;
  /** All types of the project, inner ones after their outer ones. */
  readonly sourceTypes: readonly TypeSymbol[];
  /** Lower-case names of the project's custom labels. */
  readonly labels: ReadonlySet<string>;

  listOf(element: Type): ClassType;
  setOf(element: Type): ClassType;
  mapOf(key: Type, value: Type): ClassType;
  /** The type of a symbol without type arguments. */
  typeOf(symbol: TypeSymbol): ClassType;

  /** A field or property by name, own or inherited, with the type arguments of `type` put in. */
  findField(type: ClassType, name: string): FieldSymbol | null;
  /** Methods of that name, own and inherited (overridden ones left out), with the type arguments of `type` put in. */
  findMethods(type: ClassType, name: string): readonly MethodSymbol[];
  findConstructors(type: ClassType): readonly MethodSymbol[];
  /** All superclasses and interfaces, with type arguments put in, nearest first, without `type` itself. */
  supertypes(type: ClassType): readonly ClassType[];

  isSame(left: Type, right: Type): boolean;
  /** Subclass, implemented interface, `Object`, SObject types under SObject, `List<Lead>` under `List<SObject>` and so on as Apex has it. */
  isSubtype(sub: Type, base: Type): boolean;
  /**
   * How a value of `from` becomes one of `to` without a cast, or null. `widen` needs no change of representation, `convert` does
   * (Integer → Long → Decimal …, Integer → Double, String ↔ Id, Date → Datetime, Id → Object, query result → single record).
   */
  conversion(from: Type, to: Type): Conversion | null;
  /** Whether `(to) value` compiles. */
  isCastable(from: Type, to: Type): boolean;
  /** Whether every value of `from` is one of `to` as `instanceof` has it. */
  isAlways(from: Type, to: Type): boolean;
  /** The type of `c ? a : b`; null where they have none in common. */
  commonType(left: Type, right: Type): Type | null;

  /** Chooses among methods or constructors as the platform does. */
  resolveOverload(candidates: readonly MethodSymbol[], argumentTypes: readonly Type[]): OverloadResult;

  /** The slots of superclass and interface methods that a method declared in source implements or overrides. */
  overriddenBy(method: MethodSymbol): readonly MethodSymbol[];
  /** The name that messages and `Type.getName` use. */
  display(type: Type): string;
}

export type Conversion = 'same' | 'widen' | 'convert';

export type OverloadResult =
  | {readonly kind: 'found'; readonly method: MethodSymbol}
  | {readonly kind: 'none'}
  | {readonly kind: 'ambiguous'; readonly methods: readonly MethodSymbol[]};

export interface WellKnownTypes {
  readonly object: ClassType;
  readonly boolean: ClassType;
  readonly integer: ClassType;
  readonly long: ClassType;
  readonly double: ClassType;
  readonly decimal: ClassType;
  readonly string: ClassType;
  readonly id: ClassType;
  readonly blob: ClassType;
  readonly date: ClassType;
  readonly datetime: ClassType;
  readonly time: ClassType;
  readonly sobject: ClassType;
  readonly exception: ClassType;
  readonly type: ClassType;
  readonly sobjectType: ClassType;
  readonly sobjectField: ClassType;
  readonly describeSObject: ClassType;
  readonly describeField: ClassType;
  readonly user: ClassType;
  readonly void: Type;
  readonly null: Type;
  readonly error: Type;
}
