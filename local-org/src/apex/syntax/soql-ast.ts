/** The abstract syntax tree of SOQL, for static queries (between brackets) and dynamic ones (text at run time) alike. Plain data. */
import type {Span} from '../../diagnostics/source-location.ts';
import type {Expression, Identifier} from './ast.ts';

/** `Lead.Owner.Name` as written, outermost first. */
export interface FieldPath {
  readonly kind: 'field';
  readonly parts: readonly Identifier[];
  readonly span: Span;
}

/**
 * `COUNT(Id)`, `CALENDAR_MONTH(CreatedDate)`, `toLabel(Status)`, `COUNT()` (no argument). Functions nest:
 * `DISTANCE(Place__c, GEOLOCATION(37.7, :longitude), 'mi')`.
 */
export interface SoqlFunction {
  readonly kind: 'function';
  readonly name: Identifier;
  readonly arguments: readonly (FieldPath | SoqlFunction | SoqlLiteral | Bind)[];
  readonly span: Span;
}

export type SelectItem =
  | {readonly kind: 'field'; readonly field: FieldPath; readonly alias: Identifier | null; readonly span: Span}
  | {readonly kind: 'function'; readonly call: SoqlFunction; readonly alias: Identifier | null; readonly span: Span}
  | {readonly kind: 'subquery'; readonly query: SoqlQuery; readonly alias: Identifier | null; readonly span: Span}
  | {readonly kind: 'typeof'; readonly typeOf: TypeOf; readonly span: Span}
  /** `FIELDS(ALL)`, `FIELDS(STANDARD)`, `FIELDS(CUSTOM)`. */
  | {readonly kind: 'fields'; readonly group: 'ALL' | 'STANDARD' | 'CUSTOM'; readonly span: Span};

/** `TYPEOF Who WHEN Lead THEN Status ELSE Name END`. */
export interface TypeOf {
  readonly relationship: FieldPath;
  readonly branches: readonly {readonly type: Identifier; readonly fields: readonly FieldPath[]}[];
  readonly otherwise: readonly FieldPath[];
}

export interface SoqlQuery {
  readonly select: readonly SelectItem[];
  /** More than one only for the old alias notation (`FROM Account a, a.Contacts c`). */
  readonly from: readonly {readonly object: FieldPath; readonly alias: Identifier | null}[];
  readonly scope: Identifier | null;
  readonly where: Condition | null;
  /** `WITH USER_MODE`, `SYSTEM_MODE`, `SECURITY_ENFORCED`; any other WITH clause is kept as its text in `other`. */
  readonly with: SoqlWith | null;
  readonly groupBy: {
    readonly kind: 'fields' | 'rollup' | 'cube';
    readonly items: readonly (FieldPath | SoqlFunction)[];
    readonly span: Span;
  } | null;
  readonly having: Condition | null;
  readonly orderBy: readonly OrderBy[];
  readonly limit: SoqlLiteral | Bind | null;
  readonly offset: SoqlLiteral | Bind | null;
  readonly allRows: boolean;
  readonly forClause: readonly ('view' | 'reference' | 'update')[];
  /** `UPDATE TRACKING, VIEWSTAT`. */
  readonly update: readonly ('tracking' | 'viewstat')[];
  readonly span: Span;
}

export type SoqlWith =
  | {readonly kind: 'access'; readonly mode: 'USER_MODE' | 'SYSTEM_MODE' | 'SECURITY_ENFORCED'; readonly span: Span}
  | {readonly kind: 'other'; readonly text: string; readonly span: Span};

export interface OrderBy {
  readonly field: FieldPath | SoqlFunction;
  readonly descending: boolean;
  /** `null` where not written: nulls come first when ascending, and last when descending is written with NULLS LAST only. */
  readonly nulls: 'first' | 'last' | null;
  readonly span: Span;
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>=' | 'like' | 'in' | 'not in' | 'includes' | 'excludes';

export type Condition =
  | {readonly kind: 'and' | 'or'; readonly conditions: readonly Condition[]; readonly span: Span}
  | {readonly kind: 'not'; readonly condition: Condition; readonly span: Span}
  | {
      readonly kind: 'comparison';
      readonly left: FieldPath | SoqlFunction;
      readonly operator: ComparisonOperator;
      readonly right: SoqlValue;
      readonly span: Span;
    };

export type SoqlValue =
  | SoqlLiteral
  | Bind
  | {readonly kind: 'list'; readonly values: readonly (SoqlLiteral | Bind)[]; readonly span: Span}
  /** A semi-join or anti-join. */
  | {readonly kind: 'subquery'; readonly query: SoqlQuery; readonly span: Span};

export type SoqlLiteral =
  | {readonly kind: 'null'; readonly span: Span}
  | {readonly kind: 'boolean'; readonly value: boolean; readonly span: Span}
  | {readonly kind: 'number'; readonly text: string; readonly span: Span}
  /**
   * Escapes are resolved in `value`, save that `\%` and `\_` (legal with LIKE alone) keep their backslash. In `pattern`, for LIKE, the sequences `\\`, `\%` and `\_` are left as written, so that a wildcard
   * and its escaped character can be told apart (SOQL and SOSL Reference, "Quoted String Escape Sequences").
   */
  | {readonly kind: 'string'; readonly value: string; readonly pattern: string; readonly span: Span}
  | {readonly kind: 'date'; readonly text: string; readonly span: Span}
  | {readonly kind: 'datetime'; readonly text: string; readonly span: Span}
  | {readonly kind: 'time'; readonly text: string; readonly span: Span}
  /** `TODAY`, `LAST_N_DAYS:3`; `n` is null where none is written. */
  | {readonly kind: 'date literal'; readonly name: string; readonly n: number | null; readonly span: Span}
  | {readonly kind: 'currency'; readonly iso: string; readonly text: string; readonly span: Span};

/**
 * `:expression`. In static queries `expression` is set; the compiler numbers the binds of a query from 0 in the order of the text.
 * In dynamic ones it is the name that is looked up when the query runs.
 */
export interface Bind {
  readonly kind: 'bind';
  readonly index: number;
  readonly expression: Expression;
  readonly span: Span;
}

/** `FIND 'Acme*' IN NAME FIELDS RETURNING Account(Name WHERE Industry = :industry LIMIT 5), Contact`. */
export interface SoslQuery {
  readonly search: Extract<SoqlLiteral, {kind: 'string'}> | Bind;
  /** `ALL` where it isn't written. */
  readonly group: 'ALL' | 'EMAIL' | 'NAME' | 'PHONE' | 'SIDEBAR';
  /** One query for each object, which selects the Id where no field is named. Their binds count from 0 each. */
  readonly returning: readonly SoqlQuery[];
  readonly limit: SoqlLiteral | Bind | null;
  /** Further clauses, as written: `WITH …`, `UPDATE …`, `USING LISTVIEW = …`, functions among the fields. */
  readonly others: readonly string[];
  readonly span: Span;
}
