/**
 * Symbols and types: what names mean. Platform types (from the signature jars and the supplement), SObject types (from the schema) and
 * the project's own classes are all seen through these interfaces, so that the binder has one way of looking things up.
 *
 * Keys of every map are lower-case; `name` keeps the declared spelling.
 */
import type {Span} from '../../diagnostics/source-location.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type * as ast from '../syntax/ast.ts';

export type Type = ClassType | TypeParameterType | NullType | VoidType | ErrorType;

/** A class, interface, enum, primitive, collection or SObject type, with its type arguments (`List<Lead>`: symbol List, one argument). */
export interface ClassType {
  readonly kind: 'class';
  readonly symbol: TypeSymbol;
  readonly arguments: readonly Type[];
}

/** `T` in the declaration of a platform generic; never in a bound expression. */
export interface TypeParameterType {
  readonly kind: 'type parameter';
  readonly name: string;
}

/** The type of the literal `null`; converts to every type. */
export interface NullType {
  readonly kind: 'null';
}

export interface VoidType {
  readonly kind: 'void';
}

/** The type of an expression that was already refused; converts to and from everything, so that one mistake gives one diagnostic. */
export interface ErrorType {
  readonly kind: 'error';
}

export type Visibility = 'global' | 'public' | 'protected' | 'private';

export interface TypeSymbol {
  readonly kind: 'class' | 'interface' | 'enum' | 'primitive' | 'sobject';
  readonly origin: 'platform' | 'schema' | 'source';
  /** `String`, `Outer`, `Inner`, `Lead`. */
  readonly name: string;
  /** Unique: `String` (System is implied), `Database.SaveResult`, `Outer.Inner`, `Lead`, `Schema.SObjectType`. */
  readonly qualifiedName: string;
  readonly namespace: string | null;
  readonly outer: TypeSymbol | null;
  readonly typeParameters: readonly string[];
  readonly visibility: Visibility;
  readonly isAbstract: boolean;
  readonly isVirtual: boolean;
  readonly isTest: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  /** Null for interfaces, primitives and Object itself. */
  readonly superclass: ClassType | null;
  readonly interfaces: readonly ClassType[];
  /** Fields, properties and enum constants declared here (not inherited). */
  readonly fields: ReadonlyMap<string, FieldSymbol>;
  readonly methods: ReadonlyMap<string, readonly MethodSymbol[]>;
  readonly constructors: readonly MethodSymbol[];
  readonly innerTypes: ReadonlyMap<string, TypeSymbol>;
  /** Set where origin is `schema`. */
  readonly descriptor: SObjectDescriptor | null;
  /** Set where origin is `source`. */
  readonly declaration: {readonly path: string; readonly node: ast.TypeDeclaration} | null;
}

export interface FieldSymbol {
  readonly kind: 'field' | 'property' | 'enum constant' | 'sobject field' | 'parent relationship' | 'child relationship';
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly type: Type;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly isTransient: boolean;
  readonly visibility: Visibility;
  /** Visibility of the accessors of a property; null where there is none. Fields have both, final ones no setter outside of construction. */
  readonly getter: Visibility | null;
  readonly setter: Visibility | null;
  /** `@TestVisible`: private members are seen by test classes. */
  readonly testVisible: boolean;
  /** Of an SObject field or parent relationship (the lookup field behind it). */
  readonly descriptor: FieldDescriptor | null;
  readonly span: Span | null;
}

export interface ParameterSymbol {
  readonly name: string;
  readonly type: Type;
}

export interface MethodSymbol {
  readonly name: string;
  readonly owner: TypeSymbol;
  readonly isConstructor: boolean;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  /** `virtual`, `abstract`, or an interface's: may be overridden. */
  readonly isVirtual: boolean;
  readonly isOverride: boolean;
  readonly visibility: Visibility;
  readonly testVisible: boolean;
  readonly parameters: readonly ParameterSymbol[];
  readonly returnType: Type;
  /**
   * Key of the implementation: for platform members the registry key (`split(String,Integer)`), for source members the slot under which
   * generated classes hold it: lower-case name, `$`, lower-case canonical parameter types joined by `,` (`save$list<lead>,boolean`).
   */
  readonly key: string;
  readonly annotations: readonly ast.Annotation[];
  readonly span: Span | null;
  /**
   * Set on platform methods that run a query (`Database.query`): their List becomes the one record where a record is wanted, as that of a
   * query in brackets does.
   */
  readonly givesQueryResult?: boolean;
}
