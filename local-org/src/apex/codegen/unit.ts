/** What the code generator makes of one source file: plain data, which is cached as JSON and linked into a generation. */
import type {TriggerEvent} from '../syntax/ast.ts';
import type {SoqlQuery} from '../syntax/soql-ast.ts';

export interface GeneratedUnit {
  readonly path: string;
  readonly kind: 'class' | 'trigger' | 'anonymous';
  /** Of the class or trigger. */
  readonly name: string;
  /** The script: an expression whose value is a `UnitFactory` (see `link.ts`). */
  readonly code: string;
  /** By line of the script, from 1: the line of the source, 0 where it has none. */
  readonly lines: readonly number[];
  /** Which method each line of the script belongs to; ordered, ranges don't overlap. */
  readonly methods: readonly MethodRange[];
  /** What the script refers to, by the index of its variable. */
  readonly references: readonly Reference[];
  /** The top-level class first. */
  readonly classes: readonly ClassInfo[];
  readonly trigger: TriggerInfo | null;
  /** Lines with statements, ascending: what coverage counts. Filled whether or not the script counts. */
  readonly coverable: readonly number[];
  /** Whether the script counts how often lines are reached. */
  readonly countsLines: boolean;
  /** Qualified names of the project's classes without which it can't be linked. */
  readonly needs: readonly string[];
}

export interface MethodRange {
  readonly from: number;
  readonly to: number;
  /** `Class.Foo.bar`, as stack traces print it. */
  readonly label: string;
  /** Qualified name of the class; null in triggers and anonymous blocks. */
  readonly className: string | null;
}

export interface TriggerInfo {
  readonly object: string;
  readonly events: readonly TriggerEvent[];
}

/** Something outside of the script, by name; the linker puts a value in its place. */
export type Reference =
  /** A function of `operations.ts`. */
  | {readonly kind: 'operation'; readonly name: string}
  | {readonly kind: 'library'; readonly className: string; readonly member: string}
  | {readonly kind: 'type'; readonly name: string}
  /** The JavaScript class of an Apex class. */
  | {readonly kind: 'class'; readonly name: string}
  /** The function of a static method or accessor. */
  | {readonly kind: 'static'; readonly className: string; readonly slot: string}
  /** A function that gives the statics of a class, initialised. */
  | {readonly kind: 'statics'; readonly className: string}
  | {readonly kind: 'enum'; readonly type: string; readonly constant: string}
  | {readonly kind: 'object'; readonly object: string}
  /** `Lead.SObjectType`, `Lead.Status`, `Foo.class`. */
  | {readonly kind: 'object token'; readonly object: string}
  | {readonly kind: 'field token'; readonly object: string; readonly field: string}
  | {readonly kind: 'type token'; readonly name: string}
  | {readonly kind: 'field'; readonly object: string; readonly field: string}
  /** A function that gives the plan of a query, planned when first asked for. */
  | {readonly kind: 'plan'; readonly query: SoqlQuery}
  | {readonly kind: 'decimal' | 'double'; readonly text: string}
  /** A function that makes an empty list of a type. */
  | {readonly kind: 'empty list'; readonly type: string};

/** What is known of a class without its source. */
export interface ClassInfo {
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly visibility: 'global' | 'public' | 'protected' | 'private';
  readonly isAbstract: boolean;
  readonly isTest: boolean;
  readonly sharing: 'with' | 'without' | 'inherited' | null;
  /** Superclass that has generated code. */
  readonly superclass: string | null;
  /** Whether it descends from System.Exception. */
  readonly isException: boolean;
  /** Direct superclass and interfaces, with type arguments. */
  readonly supertypes: readonly string[];
  /** Constants of an enum. */
  readonly constants: readonly string[];
  readonly annotations: readonly AnnotationInfo[];
  readonly methods: readonly MethodInfo[];
  /** Instance and static variables and properties, in the order of the source; for JSON, describes of Lightning controllers and debuggers. */
  readonly fields: readonly FieldInfo[];
}

export interface MethodInfo {
  readonly name: string;
  /** Slot under which instances or the unit hold it. */
  readonly slot: string;
  readonly isStatic: boolean;
  readonly isConstructor: boolean;
  readonly visibility: 'global' | 'public' | 'protected' | 'private';
  readonly parameters: readonly {readonly name: string; readonly type: string}[];
  /** `void` where it has none. */
  readonly returnType: string;
  readonly annotations: readonly AnnotationInfo[];
  readonly line: number;
}

export interface FieldInfo {
  readonly name: string;
  /** Property of the instance, or of the statics, that holds the value; null for a property without a backing field. */
  readonly slot: string | null;
  readonly type: string;
  readonly isStatic: boolean;
  readonly isTransient: boolean;
  readonly visibility: 'global' | 'public' | 'protected' | 'private';
  /** Slots of accessors that have a body. */
  readonly getter: string | null;
  readonly setter: string | null;
  readonly annotations: readonly AnnotationInfo[];
}

export interface AnnotationInfo {
  /** Lower-case: `istest`. */
  readonly name: string;
  /** Lower-case names; an argument without a name is called `value`. */
  readonly arguments: Readonly<Record<string, string | boolean | number>>;
}
