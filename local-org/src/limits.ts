/**
 * Governor limits of one transaction. Numbers as in the Apex Developer Guide, "Execution Governors and Limits"; the names are those of the
 * methods of the Limits class without `get`.
 */
import {ApexFault} from './apex/runtime/fault.ts';

export type LimitName =
  | 'Queries'
  | 'AggregateQueries'
  | 'QueryRows'
  | 'QueryLocatorRows'
  | 'SoslQueries'
  | 'DmlStatements'
  | 'DmlRows'
  | 'PublishImmediateDML'
  | 'Callouts'
  | 'FutureCalls'
  | 'QueueableJobs'
  | 'EmailInvocations'
  | 'MobilePushApexCalls';

interface Limit {
  readonly synchronous: number;
  readonly asynchronous: number;
  /** What the exception says before the number. */
  readonly message: string;
}

const LIMITS: Readonly<Record<LimitName, Limit>> = {
  Queries: {synchronous: 100, asynchronous: 200, message: 'Too many SOQL queries'},
  AggregateQueries: {synchronous: 300, asynchronous: 300, message: 'Too many Aggregate Queries'},
  QueryRows: {synchronous: 50_000, asynchronous: 50_000, message: 'Too many query rows'},
  QueryLocatorRows: {synchronous: 10_000, asynchronous: 10_000, message: 'Too many query locator rows'},
  SoslQueries: {synchronous: 20, asynchronous: 20, message: 'Too many SOSL queries'},
  DmlStatements: {synchronous: 150, asynchronous: 150, message: 'Too many DML statements'},
  DmlRows: {synchronous: 10_000, asynchronous: 10_000, message: 'Too many DML rows'},
  PublishImmediateDML: {synchronous: 150, asynchronous: 150, message: 'Too many PublishImmediate DML statements'},
  Callouts: {synchronous: 100, asynchronous: 100, message: 'Too many callouts'},
  FutureCalls: {synchronous: 50, asynchronous: 50, message: 'Too many future calls'},
  QueueableJobs: {synchronous: 50, asynchronous: 1, message: 'Too many queueable jobs added to the queue'},
  EmailInvocations: {synchronous: 10, asynchronous: 10, message: 'Too many Email Invocations'},
  MobilePushApexCalls: {synchronous: 10, asynchronous: 10, message: 'Too many mobile push notifications'},
};

export class Limits {
  readonly isAsynchronous: boolean;
  /** Maxima that differ from those of the two kinds. */
  readonly exceptions: Partial<Readonly<Record<LimitName, number>>>;
  readonly #used = new Map<LimitName, number>();

  constructor(isAsynchronous: boolean, exceptions: Partial<Readonly<Record<LimitName, number>>> = {}) {
    this.isAsynchronous = isAsynchronous;
    this.exceptions = exceptions;
  }

  /** Of the same kind, with nothing used. */
  fresh(): Limits {
    return new Limits(this.isAsynchronous, this.exceptions);
  }

  used(name: LimitName): number {
    return this.#used.get(name) ?? 0;
  }

  maximum(name: LimitName): number {
    return this.exceptions[name] ?? (this.isAsynchronous ? LIMITS[name].asynchronous : LIMITS[name].synchronous);
  }

  /** Counts, and throws `System.LimitException` (`Too many SOQL queries: 101`) where the count passes the maximum. */
  count(name: LimitName, amount = 1): void {
    const used = this.used(name) + amount;
    this.#used.set(name, used);
    const maximum = this.maximum(name);
    if (used > maximum) throw new ApexFault('System.LimitException', `${LIMITS[name].message}: ${maximum + 1}`);
  }

  /** What was used so far, to go back to with `restore` where DML repeats an attempt. */
  snapshot(): ReadonlyMap<LimitName, number> {
    return new Map(this.#used);
  }

  restore(snapshot: ReadonlyMap<LimitName, number>): void {
    this.#used.clear();
    for (const [name, used] of snapshot) this.#used.set(name, used);
  }
}
