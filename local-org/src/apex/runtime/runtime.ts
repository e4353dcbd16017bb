/**
 * What generated code and the library see of an org. One `Runtime` belongs to one org; nothing here is global.
 *
 * Representation of Apex values in JavaScript (every value is told apart at run time without its static type, save Id and String):
 *
 * | Apex | JavaScript |
 * |---|---|
 * | null | `null`; `undefined` occurs only in the slots of an SObject, where it means "not queried, not set" |
 * | Boolean | boolean |
 * | Integer | number, always an int32 |
 * | Long | bigint, always within 64 bits |
 * | Double | `ApexDouble` (a Double in a List<Object> or a Map must not be taken for an Integer) |
 * | Decimal | `Decimal`, immutable: unscaled integer and scale |
 * | String | string |
 * | Id | string of 18 characters while its static type is Id; `ApexId` once it was converted to Object (`convert` node Id → Object) |
 * | Date, Datetime, Time | `ApexDate`, `ApexDatetime`, `ApexTime`, immutable |
 * | Blob | `ApexBlob` |
 * | List, Set, Map | `ApexList`, `ApexSet`, `ApexMap`, which carry their Apex type (`type: RuntimeType`) |
 * | SObject | `SObject`: a descriptor and an array of slots |
 * | enum constant | `ApexEnumValue`, one object a constant and org generation |
 * | instance of an Apex class | instance of the generated JavaScript class, which descends from `ApexObject` |
 * | exception | `ApexException`, or a generated class that descends from it; what JavaScript throws is the same object |
 * | instance of a platform class | instance of a TypeScript class in `library/`, which descends from `PlatformObject` |
 */
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type {Transaction} from '../../transaction.ts';
import type {Org} from '../../org.ts';
import type {RuntimeType, RuntimeTypes} from './runtime-type.ts';
import type {ApexException} from './exceptions.ts';
import type {SourceMapper} from './stack.ts';

/** Objects of the library that the language itself can name. The library implements it. */
export interface LanguageObjects {
  /** `Foo.class`: a `System.Type`, the same object for the same type. */
  typeToken(rt: Runtime, type: RuntimeType): unknown;
  /** `Lead.SObjectType` */
  objectToken(object: SObjectDescriptor): unknown;
  /** `Lead.Status`, `Lead.fields.Status` */
  fieldToken(object: SObjectDescriptor, field: FieldDescriptor): unknown;
  /** `Schema.SObjectType.Lead` */
  describeObject(rt: Runtime, object: SObjectDescriptor): unknown;
  /** `Schema.SObjectType.Lead.fields.Status` */
  describeField(rt: Runtime, object: SObjectDescriptor, field: FieldDescriptor): unknown;
}

export interface Runtime {
  readonly org: Org;
  /** The transaction that is running; replaced between transactions, so read it at each use. */
  readonly tx: Transaction;
  readonly types: RuntimeTypes;
  /** Finds lines of source behind frames of generated code (`apexFrames(error, rt.source)`). */
  readonly source: SourceMapper;
  /** Makes the objects that literals of the language stand for. */
  readonly language: LanguageObjects;

  /** `String.valueOf` for any value, as `'' + value` has it; calls a class's own `toString`. */
  stringOf(value: unknown): string;
  /** Apex `==` between two values of unknown type: by value for values and collections, a class's own `equals`, identity else. Strings fold case. */
  looseEquals(left: unknown, right: unknown): boolean;
  /** Equality of elements in collections: as `looseEquals`, but strings compare exactly. */
  equals(left: unknown, right: unknown): boolean;
  /** The hash that goes with `equals`; calls a class's own `hashCode`. */
  hashCode(value: unknown): number;
  /** Calls an instance method of an Apex object by name and arguments, bound at run time by number of arguments (interfaces of the platform). */
  invoke(target: object, method: string, args: readonly unknown[]): unknown;
  /** Whether an Apex object declares (or inherits) such a method. */
  responds(target: object, method: string, arity: number): boolean;
  /**
   * A platform exception, to throw: `throw rt.exception('System.ListException', 'List index out of bounds: 3')`. Values and operators have no runtime
   * at hand and throw an `ApexFault` (fault.ts), which the boundary that maps host errors turns into this at each Apex `catch` and at the end of a transaction.
   */
  exception(type: string, message: string, cause?: ApexException): ApexException;
  typeOf(value: unknown): RuntimeType;
  /**
   * Whether the sharing rules of the user bind the code that runs now: as declared by the class of the innermost frame; a class that declares
   * `inherited sharing` or nothing has that of its caller. Looks at the stack (some ten microseconds), save for users whom sharing never binds: for them it is false.
   */
  withSharing(): boolean;
  /** An object of the class that answers every call through a `System.StubProvider`, for `Test.createStub`. */
  createStub(type: RuntimeType, provider: object): object;
}
