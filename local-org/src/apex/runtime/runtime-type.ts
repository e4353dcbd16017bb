/** Types as a running program sees them: `instanceof`, casts, `Type.forName`, the element types of collections. */
import type {ApexEnumValue} from './enum-value.ts';

export type RuntimeTypeKind = 'primitive' | 'object' | 'enum' | 'class' | 'interface' | 'list' | 'set' | 'map' | 'sobject' | 'platform';

export interface RuntimeType {
  readonly kind: RuntimeTypeKind;
  /** Canonical name, as `Type.getName()` gives it: `String`, `List<Lead>`, `Map<Id,List<String>>`, `Outer.Inner`, `Database.SaveResult`. */
  readonly name: string;
  /** Element types of collections, and of `Iterable`, `Iterator`, `Comparator`, `Batchable`. */
  readonly arguments: readonly RuntimeType[];
  /** Whether `value instanceof T`; null is an instance of nothing. */
  isInstance(value: unknown): boolean;
  isAssignableFrom(other: RuntimeType): boolean;
}

/** An instance variable or property of an Apex class, for those who read and write objects by name: JSON, the text of objects. */
export interface InstanceField {
  /** As the class spells it. */
  readonly name: string;
  readonly type: RuntimeType;
  readonly isTransient: boolean;
  /** Calls the accessor of a property that has one. */
  get(object: object): unknown;
  set(object: object, value: unknown): void;
}

export interface RuntimeTypes {
  /** The type of a canonical name, as generated code asks for it; throws an internal error for a name the compiler never bound. */
  get(name: string): RuntimeType;
  /** The type of an object's records by its API name, also where a class of the project has that name. */
  object(name: string): RuntimeType;
  /** As `Type.forName` looks it up, case-insensitive; null where there is no such type. */
  find(name: string): RuntimeType | null;
  list(element: RuntimeType): RuntimeType;
  set(element: RuntimeType): RuntimeType;
  map(key: RuntimeType, value: RuntimeType): RuntimeType;
  /** A constant of an enum, of the platform (`Schema.DisplayType`) or the project; throws an internal error where there is none. */
  enumValue(type: string, constant: string): ApexEnumValue;
  /** All constants of an enum in their order. */
  enumValues(type: string): readonly ApexEnumValue[];
  /** `Type.newInstance()`: an Apex object, collection, SObject or platform object. Throws `System.TypeException`. */
  newInstance(type: RuntimeType): unknown;
  /** The instance fields of an Apex class that can be read, those of its superclass first, each class's in the order of its source. */
  instanceFields(type: RuntimeType): readonly InstanceField[];
  /** An object of an Apex class all of whose fields are null, no constructor and no initialiser run, as `JSON.deserialize` makes it. */
  allocate(type: RuntimeType): object;
}

/** The API name of an object by its type, whose name has the namespace where a class of the project is called the same. */
export function objectNameOf({name}: RuntimeType): string {
  return name.replace(/^Schema\./, '');
}
