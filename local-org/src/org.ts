/**
 * The composition root: one `Org` holds clock, Ids, data and code. Nothing is global; two orgs in one process don't know of each other.
 */
import type {Runtime} from './apex/runtime/runtime.ts';
import {systemClock, type Clock} from './clock.ts';
import type {Schema} from './data/descriptor.ts';
import type {Records} from './data/records.ts';
import type {QueryEngine} from './data/soql/query-engine.ts';
import type {Tables} from './data/tables/tables.ts';
import type {AutoNumbers} from './dml/auto-number.ts';
import type {DmlEngine} from './dml/dml-engine.ts';
import type {FieldDefaults} from './dml/org-save-environment.ts';
import {IdGenerator} from './id-generator.ts';
import type {Project} from './project/model.ts';
import type {Security} from './security/security.ts';
import type {SetupData} from './security/setup-data.ts';
import {Transaction, type TransactionOptions, type UndoLog} from './transaction.ts';

export interface OrgOptions {
  readonly project: Project;
  /** The system's by default. */
  readonly clock?: Clock;
}

/** The parts that an org is made of; each reaches the others through the runtime. */
export interface OrgParts {
  readonly schema: Schema;
  readonly tables: Tables;
  readonly records: Records;
  readonly security: Security;
  readonly autoNumbers: AutoNumbers;
  readonly defaults: FieldDefaults;
  readonly setup: SetupData;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
}

export class Org {
  readonly project: Project;
  readonly clock: Clock;
  readonly ids = new IdGenerator();
  readonly runtime: Runtime;
  readonly #parts: OrgParts;
  #tx: Transaction | null = null;

  constructor(options: OrgOptions, compose: (org: Org) => {readonly runtime: Runtime; readonly parts: (runtime: Runtime) => OrgParts}) {
    this.project = options.project;
    this.clock = options.clock ?? systemClock;
    const {runtime, parts} = compose(this);
    this.runtime = runtime;
    this.#parts = parts(runtime);
  }

  get schema(): Schema {
    return this.#parts.schema;
  }

  get tables(): Tables {
    return this.#parts.tables;
  }

  get records(): Records {
    return this.#parts.records;
  }

  get undo(): UndoLog {
    return this.#parts.tables;
  }

  get security(): Security {
    return this.#parts.security;
  }

  get autoNumbers(): AutoNumbers {
    return this.#parts.autoNumbers;
  }

  get defaults(): FieldDefaults {
    return this.#parts.defaults;
  }

  /** 18 characters, `00D…`. */
  get organizationId(): string {
    return this.#parts.setup.organizationId;
  }

  /** Id of the administrator that every org starts with. */
  get administratorId(): string {
    return this.#parts.setup.administratorId;
  }

  get queries(): QueryEngine {
    return this.#parts.queries;
  }

  get dml(): DmlEngine {
    return this.#parts.dml;
  }

  /** The transaction that is running. */
  get tx(): Transaction {
    if (this.#tx === null) throw new Error('No transaction is running in this org; wrap the work in org.transaction(…).');
    return this.#tx;
  }

  /**
   * Runs work in a transaction of its own: committed when it returns, rolled back when it throws (the exception goes on to the caller).
   * Work that waits for the commit runs after it, outside of the transaction.
   */
  transaction<Result>(options: TransactionOptions, work: (tx: Transaction) => Result): Result {
    const outer = this.#tx;
    const tx = new Transaction(this, options);
    const mark = this.undo.mark();
    this.#tx = tx;
    let result: Result;
    try {
      result = work(tx);
    } catch (error) {
      this.undo.rollbackTo(mark);
      throw error;
    } finally {
      this.#tx = outer;
    }
    if (outer === null) this.undo.commit();
    for (const next of tx.takeAfterCommit()) next();
    return result;
  }
}
