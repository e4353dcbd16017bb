/** A query after its names were resolved and its types checked: plain data, which belongs to one schema and to no org. */
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {Comparable, ValueKind} from './comparable.ts';
import type {QueryPlan} from './query-engine.ts';

/** One step from a record to a parent of it. */
export interface Hop {
  readonly lookup: FieldDescriptor;
  /** The parent's object; `Name` for lookups that may point to several. */
  readonly target: SObjectDescriptor;
  readonly isPolymorphic: boolean;
}

export interface FieldRef {
  readonly kind: 'field';
  /** The object from which the path starts. */
  readonly from: SObjectDescriptor;
  readonly hops: readonly Hop[];
  /** The object of the field, after all hops. */
  readonly object: SObjectDescriptor;
  readonly field: FieldDescriptor;
}

/** `CALENDAR_YEAR(convertTimezone(CreatedDate))`. */
export interface DateFunctionRef {
  readonly kind: 'date function';
  readonly name: DateFunction;
  readonly argument: FieldRef;
  /** Days and hours of the user's time zone instead of GMT's. */
  readonly inUserZone: boolean;
}

/** `toLabel(Status)`. */
export interface LabelRef {
  readonly kind: 'label';
  readonly argument: FieldRef;
}

/** What one row gives. */
export type RowValue = FieldRef | DateFunctionRef | LabelRef;

/** What a group of rows gives; no argument is `COUNT()`. */
export interface AggregateRef {
  readonly kind: 'aggregate';
  readonly name: AggregateFunction;
  readonly argument: RowValue | null;
}

export const aggregateFunctions = ['COUNT', 'COUNT_DISTINCT', 'SUM', 'AVG', 'MIN', 'MAX'] as const;
export type AggregateFunction = (typeof aggregateFunctions)[number];

export const dateFunctions = [
  'CALENDAR_MONTH',
  'CALENDAR_QUARTER',
  'CALENDAR_YEAR',
  'DAY_IN_MONTH',
  'DAY_IN_WEEK',
  'DAY_IN_YEAR',
  'DAY_ONLY',
  'FISCAL_MONTH',
  'FISCAL_QUARTER',
  'FISCAL_YEAR',
  'HOUR_IN_DAY',
  'WEEK_IN_MONTH',
  'WEEK_IN_YEAR',
] as const;
export type DateFunction = (typeof dateFunctions)[number];

export type PlannedCondition<Value> =
  | {readonly kind: 'and' | 'or'; readonly conditions: readonly PlannedCondition<Value>[]}
  | {readonly kind: 'not'; readonly condition: PlannedCondition<Value>}
  | PlannedComparison<Value>;

export interface PlannedComparison<Value> {
  readonly kind: 'comparison';
  readonly left: Value;
  readonly operator: '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';
  readonly valueKind: ValueKind;
  /** Whether values are selections of several, `A;B`, which are equal in any order. */
  readonly isMultiSelect: boolean;
  readonly right: Comparand;
}

export type Comparand =
  | {readonly kind: 'value'; readonly value: Comparable | null}
  | {readonly kind: 'bind'; readonly index: number}
  | {readonly kind: 'period'; readonly name: string; readonly n: number}
  | {readonly kind: 'list'; readonly items: readonly Comparand[]}
  /** The values of one field of the rows that a query finds. */
  | {readonly kind: 'query'; readonly query: PlannedRows; readonly select: FieldRef};

export interface PlannedOrder<Value> {
  readonly value: Value;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
}

export type Count = {readonly kind: 'number'; readonly value: number} | {readonly kind: 'bind'; readonly index: number};

export type Access = 'user' | 'system' | 'security enforced';

/** What all kinds of query share: which rows. */
export interface PlannedRows {
  readonly object: SObjectDescriptor;
  readonly where: PlannedCondition<RowValue> | null;
  readonly limit: Count | null;
  readonly offset: Count | null;
  readonly allRows: boolean;
  readonly forUpdate: boolean;
  /** Rows of the running user alone (`USING SCOPE mine`). */
  readonly isMine: boolean;
  /** Null where the query doesn't say. */
  readonly access: Access | null;
  /** Every field that the query names, for the check of rights. */
  readonly named: readonly FieldRef[];
  readonly orderBy: readonly PlannedOrder<RowValue>[];
}

/** What is put into the record that a query gives. */
export type Projection =
  | {readonly kind: 'field'; readonly field: FieldDescriptor; readonly asLabel: boolean}
  | {readonly kind: 'parent'; readonly hop: Hop; readonly select: readonly Projection[]}
  | {readonly kind: 'children'; readonly relationship: string; readonly lookup: FieldDescriptor; readonly query: RecordsPlan}
  | {
      readonly kind: 'typeof';
      readonly hop: Hop;
      readonly branches: readonly TypeOfBranch[];
      readonly otherwise: readonly Projection[] | null;
    };

export interface TypeOfBranch {
  readonly object: SObjectDescriptor;
  readonly select: readonly Projection[];
}

export interface RecordsPlan extends QueryPlan, PlannedRows {
  readonly kind: 'records';
  readonly select: readonly Projection[];
}

export interface CountPlan extends QueryPlan, PlannedRows {
  readonly kind: 'count';
}

export interface AggregatePlan extends QueryPlan, PlannedRows {
  readonly kind: 'aggregate';
  readonly groupBy: readonly RowValue[];
  readonly having: PlannedCondition<RowValue | AggregateRef> | null;
  readonly groupOrder: readonly PlannedOrder<RowValue | AggregateRef>[];
  /** The descriptor of the AggregateResults; its fields (after Id) are `outputs`, in order. */
  readonly result: SObjectDescriptor;
  readonly outputs: readonly {readonly index: number; readonly value: RowValue | AggregateRef}[];
}

export type PlannedQuery = RecordsPlan | CountPlan | AggregatePlan;
