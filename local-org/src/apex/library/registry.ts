/**
 * How the library is written: one file for each Apex class, which hands its members to `defineClass` by their Apex signatures.
 * Signatures are checked against those of the platform when an org starts: one that the platform doesn't have is a defect and stops
 * the start; a member without an implementation compiles to a refusal (`U…`) at the place of its use.
 */
import type {Runtime} from '../runtime/runtime.ts';

/**
 * The variables of a caller by lower-case name, as dynamic SOQL binds them; undefined for a name that means nothing there. `Database.query(String)` and its
 * relatives without a map of binds are handed them after their arguments.
 */
export type CallerVariables = (name: string) => unknown;

/**
 * - instance method: `(rt, self, ...args)`; `self` is never null, the caller has thrown `NullPointerException` already
 * - static method and constructor: `(rt, ...args)`
 * - constructor of a generic class (`new Map<Id, Lead>(leads)`): `(rt, type, ...args)`, where `type` is the RuntimeType of what is made
 * - property: `get name` and `set name`, as a method without and with one argument; static ones without `self`
 *
 * Arguments arrive converted to the parameter types (an Integer handed to a Decimal parameter is a `Decimal`); any may be null.
 */
export type Implementation = (rt: Runtime, ...args: never[]) => unknown;

export interface ClassDefinition {
  /** With namespace, as the platform spells it: `System.String`, `Database.SaveResult`, `Schema.SObjectType`. */
  readonly name: string;
  /** Keys: `split(String,Integer)`, `valueOf(Object)`, `<init>(Set<T>)`, `get size`, `set timeout`. */
  readonly members: Readonly<Record<string, Implementation>>;
  /**
   * Members for which the platform's signatures have an entry and that do nothing worth refusing here (`System.debug` levels, say) are
   * implemented like others. Members missing in the signature jars are declared in `semantics/supplement.ts` first.
   */
}

export function defineClass(name: string, members: Readonly<Record<string, Implementation>>): ClassDefinition {
  return {name, members};
}
