/** Queries: static ones arrive as their AST, dynamic ones as text. Both become the same plan. */
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {SObjectDescriptor} from '../descriptor.ts';
import type {SoqlQuery} from '../../apex/syntax/soql-ast.ts';

/** A checked query over a schema; plain immutable data behind an opaque face. */
export interface QueryPlan {
  readonly object: SObjectDescriptor;
  readonly kind: 'records' | 'aggregate' | 'count';
  /** For each bind in the order of its index, what it is compared with (for the checker to type it). */
  readonly binds: readonly BindUse[];
}

export interface BindUse {
  /** `scalar` beside comparison operators and in lists, `collection` after IN, `number` after LIMIT and OFFSET. */
  readonly kind: 'scalar' | 'collection' | 'number';
  /** The Apex type of the field that it meets (`Id`, `String`, `Decimal` …), null where it meets a number clause. */
  readonly valueType: string | null;
}

/** `planQuery(query, schema, path)` in `plan.ts`: names resolved, types checked; diagnostics in place of exceptions. */
export type PlanResult =
  | {readonly plan: QueryPlan; readonly diagnostics: readonly Diagnostic[]}
  | {readonly plan: null; readonly diagnostics: readonly Diagnostic[]};

export interface QueryOptions {
  /** What the statement says; `WITH USER_MODE` in the query itself has the last word. */
  readonly access: 'user' | 'system';
  /** Whether rows of other owners are left out: the sharing of the class that asks. */
  readonly withSharing: boolean;
  readonly origin: 'apex' | 'api';
  /** What its rows count against where Apex asks; `QueryRows` by default. */
  readonly rowLimit?: 'QueryRows' | 'QueryLocatorRows';
}

export interface QueryEngine {
  /** The plan of a static query, planned once for the engine's schema. */
  plan(query: SoqlQuery): QueryPlan;
  /** Dynamic SOQL; throws `System.QueryException` for text that doesn't parse or bind. Plans are kept by their text. */
  planText(text: string): {readonly plan: QueryPlan; readonly bindNames: readonly string[]};
  /** Rows as Apex sees them, counted against the limits. `binds` in the order of their index, in the runtime's representation. */
  run(plan: QueryPlan, binds: readonly unknown[], options: QueryOptions): SObject[];
  /**
   * Reads rows of a query that was run before as they are now: those of them that still exist, in their order, whether or not the query would find them
   * still. They aren't counted. It holds none of the rows.
   *
   * @param rows what `run` gave, the same array
   */
  rereader(rows: readonly SObject[]): (ids: readonly string[]) => SObject[];
  count(plan: QueryPlan, binds: readonly unknown[], options: QueryOptions): number;
}
