/** The right sides of comparisons, with the binds, periods and semi-joins of one run put in. */
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {ApexList} from '../../apex/runtime/list.ts';
import {ApexSet} from '../../apex/runtime/set.ts';
import {ApexTime} from '../../apex/runtime/time.ts';
import {nullPointer} from '../../apex/runtime/fault.ts';
import {boundComparable, comparable, type Comparable, type ValueKind} from './comparable.ts';
import {periodOf} from './date-periods.ts';
import type {Comparand, FieldRef, PlannedComparison, PlannedRows} from './planned-query.ts';
import type {QueryEnvironment} from './query-environment.ts';

export type Operand =
  | {readonly kind: 'one'; readonly value: Comparable | null}
  | {readonly kind: 'many'; readonly values: readonly (Comparable | null)[]}
  /** From the first value to before the second. */
  | {readonly kind: 'period'; readonly from: Comparable; readonly to: Comparable};

/** Finds the values of a semi-join. */
export type RunSemiJoin = (query: PlannedRows, select: FieldRef) => readonly unknown[];

export class Operands {
  readonly #environment: QueryEnvironment;
  readonly #binds: readonly unknown[];
  readonly #semiJoin: RunSemiJoin;
  readonly #resolved = new Map<PlannedComparison<unknown>, Operand>();

  /** @param binds in the runtime's representation, by their index */
  constructor(environment: QueryEnvironment, binds: readonly unknown[], semiJoin: RunSemiJoin) {
    this.#environment = environment;
    this.#binds = binds;
    this.#semiJoin = semiJoin;
  }

  bind(index: number): unknown {
    return this.#binds[index];
  }

  /** The right side of a comparison; found once a run, since a semi-join is a query of its own. */
  of(condition: PlannedComparison<unknown>): Operand {
    let operand = this.#resolved.get(condition);
    if (operand === undefined) {
      const {operator} = condition;
      operand = this.#resolve(condition.right, condition.valueKind, operator === 'like', operator === 'in' || operator === 'not in');
      this.#resolved.set(condition, operand);
    }
    return operand;
  }

  /** @param kind of what it is compared with */
  #resolve(comparand: Comparand, kind: ValueKind, isPattern: boolean, wantsMany: boolean): Operand {
    switch (comparand.kind) {
      case 'value':
        return {kind: 'one', value: comparand.value};
      case 'bind':
        return this.#bound(comparand.index, kind, isPattern, wantsMany);
      case 'period':
        return this.#period(comparand.name, comparand.n, kind);
      case 'list': {
        const items = comparand.items.map((item) => this.#resolve(item, kind, isPattern, false));
        return {
          kind: 'many',
          values: items.flatMap((item) => (item.kind === 'one' ? [item.value] : item.kind === 'many' ? item.values : [])),
        };
      }
      case 'query':
        // Rows whose field is empty match nothing, neither with IN nor with NOT IN.
        return {
          kind: 'many',
          values: this.#semiJoin(comparand.query, comparand.select).flatMap((value) => comparable(kind, value) ?? []),
        };
    }
  }

  /** A collection beside `=` means what it means beside `IN`. */
  #bound(index: number, kind: ValueKind, isPattern: boolean, wantsMany: boolean): Operand {
    const value = this.#binds[index];
    const convert = (item: unknown): Comparable | null => (isPattern && typeof item === 'string' ? item : boundComparable(kind, item));
    if (value instanceof ApexList) return {kind: 'many', values: value.elements.map(convert)};
    if (value instanceof ApexSet) return {kind: 'many', values: Array.from(value.values(), convert)};
    if (wantsMany && (value === null || value === undefined)) throw nullPointer();
    return {kind: 'one', value: convert(value)};
  }

  #period(name: string, n: number, kind: ValueKind): Operand {
    const zone = this.#environment.userZone();
    const today = new ApexDatetime(this.#environment.now()).date(zone);
    const period = periodOf(name, Number.isNaN(n) ? null : n, today);
    if (period === null) throw new Error(`${name} was planned and is no date literal.`);
    if (kind === 'date') return {kind: 'period', from: period.from.days, to: period.to.days};
    const midnight = new ApexTime(0);
    return {
      kind: 'period',
      from: ApexDatetime.ofLocal(period.from, midnight, zone).epoch,
      to: ApexDatetime.ofLocal(period.to, midnight, zone).epoch,
    };
  }
}
