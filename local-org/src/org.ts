/**
 * The composition root: one `Org` holds clock, Ids, data and code. Nothing is global; two orgs in one process don't know of each other.
 */
import {libraryClasses} from './apex/library/index.ts';
import {LibraryTable} from './apex/library/library-table.ts';
import {ApexRuntime} from './apex/runtime/apex-runtime.ts';
import {toApex} from './apex/runtime/operations/failures.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import {Watchdog} from './apex/runtime/watchdog.ts';
import type {ApexAction} from './apex-actions.ts';
import {callApexRest, type RestAnswer, type RestCall} from './apex-rest.ts';
import {systemClock, type Clock} from './clock.ts';
import {AsyncWork} from './async/async-work.ts';
import {failOrgJobs, runOrgWork} from './async/org-work.ts';
import {composeOrg} from './compose.ts';
import type {Schema} from './data/descriptor.ts';
import type {Records} from './data/records.ts';
import {customMetadataRows} from './data/schema/custom-metadata-rows.ts';
import {createSchema} from './data/schema/schema.ts';
import type {QueryEngine} from './data/soql/query-engine.ts';
import type {Tables} from './data/tables/tables.ts';
import type {Diagnostic} from './diagnostics/diagnostic.ts';
import type {AutoNumbers} from './dml/auto-number.ts';
import type {DmlEngine} from './dml/dml-engine.ts';
import {RecordLocks} from './dml/record-locks.ts';
import type {FieldDefaults} from './dml/org-save-environment.ts';
import {checkFormulas} from './formula/check-formulas.ts';
import {checkMetadataRules} from './formula/check-metadata-rules.ts';
import {executeAnonymous, type AnonymousResult} from './execute-anonymous.ts';
import type {FormulaGlobals} from './formula/formula-context.ts';
import type {Generation} from './generation.ts';
import type {ApiRequest, ApiResponse} from './http/api.ts';
import {handle} from './http/handle.ts';
import {IdGenerator} from './id-generator.ts';
import {invokeAction, visibleActions, type ActionAnswer} from './invoke-action.ts';
import {languageObjects} from './language-objects.ts';
import type {Limits} from './limits.ts';
import {loadProject} from './project/load-project.ts';
import {OrgCode, type ApexSources} from './org-code.ts';
import type {Project} from './project/model.ts';
import {checkFlows, RecordTriggeredFlows} from './project/record-triggered-flows.ts';
import {cacheFolder} from './project/syntax-tree-store.ts';
import {PlatformCache} from './platform-cache.ts';
import {restoreRows, type BackupRow} from './restore-rows.ts';
import type {Security} from './security/security.ts';
import type {SetupData} from './security/setup-data.ts';
import {Transaction, type TransactionOptions, type UndoLog} from './transaction.ts';

export type {Limits} from './limits.ts';
export {MovableClock, type Clock} from './clock.ts';
export type {BackupRow} from './restore-rows.ts';
export {ADMINISTRATOR} from './security/setup-data.ts';

export interface OrgOptions {
  readonly project: Project;
  /** The system's by default. */
  readonly clock?: Clock;
  /** Where compiled code is kept between runs; null keeps none. */
  readonly cacheFolder?: string | null;
  /** Whether to count how often lines of code are reached. */
  readonly countLines?: boolean;
  /** After how many milliseconds of one transaction a loop is taken for endless. */
  readonly watchdogMilliseconds?: number;
}

/** The parts that an org is made of; each reaches the others through the runtime. */
export interface OrgParts {
  readonly schema: Schema;
  readonly tables: Tables;
  readonly records: Records;
  readonly security: Security;
  readonly autoNumbers: AutoNumbers;
  readonly defaults: FieldDefaults;
  readonly globals: FormulaGlobals;
  readonly setup: SetupData;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
}

const DEFAULT_WATCHDOG = 60_000;

/** Loads the sources of an SFDX project and starts an org that runs them. */
export function openOrg({directories, ...options}: {readonly directories: readonly string[]} & Omit<OrgOptions, 'project'>): Org {
  const project = loadProject(directories);
  return new Org({cacheFolder: cacheFolder(project.root), ...options, project});
}

export class Org {
  readonly project: Project;
  readonly clock: Clock;
  readonly ids = new IdGenerator();
  /** What is in the platform cache. */
  readonly cache = new PlatformCache();
  readonly runtime: Runtime;
  /** Events and jobs that wait, save those of tests. */
  readonly asyncWork = new AsyncWork();
  readonly library = new LibraryTable(libraryClasses);
  readonly flows: RecordTriggeredFlows;
  /** Records that only admins may change. */
  readonly locks = new RecordLocks();
  readonly #watchdog: Watchdog;
  readonly #parts: OrgParts;
  readonly #code: OrgCode;
  readonly #findings: readonly Diagnostic[];
  readonly #listeners = new Set<(limits: Limits) => void>();
  #tx: Transaction | null = null;

  constructor(options: OrgOptions) {
    this.project = options.project;
    this.flows = new RecordTriggeredFlows(this.project);
    this.clock = options.clock ?? systemClock;
    this.#watchdog = new Watchdog(options.watchdogMilliseconds ?? DEFAULT_WATCHDOG);
    const schema = createSchema(this.project);
    const metadata = customMetadataRows(this.project, schema);
    this.#findings = [
      ...this.project.diagnostics,
      ...schema.diagnostics,
      ...checkFormulas(this.project, schema),
      ...checkFlows(this.project),
      ...metadata.diagnostics,
      ...checkMetadataRules(metadata.rows, schema, this.clock.now()),
    ];
    this.runtime = new ApexRuntime(this, languageObjects);
    this.#parts = composeOrg(this, this.runtime, schema, metadata.rows);
    this.#code = new OrgCode(this.project, {
      rt: this.runtime,
      schema,
      library: this.library,
      watchdog: this.#watchdog,
      cacheFolder: options.cacheFolder ?? null,
      countLines: options.countLines ?? false,
    });
  }

  /** Of the project's sources, errors and refusals alike. Files with errors, and those that need them, don't run. */
  get diagnostics(): readonly Diagnostic[] {
    return [...this.#findings, ...this.#code.diagnostics];
  }

  get schema(): Schema {
    return this.#parts.schema;
  }

  /** The code that runs. */
  get generation(): Generation {
    return this.#code.generation;
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

  /** The `$` merge fields of formulas, for the running user. */
  get globals(): FormulaGlobals {
    return this.#parts.globals;
  }

  /** 18 characters, `00D…`. */
  get organizationId(): string {
    return this.#parts.setup.organizationId;
  }

  /** Id of the administrator that every org starts with. */
  get administratorId(): string {
    return this.#parts.setup.administratorId;
  }

  /** Id of the user as whom event triggers run. */
  get automatedProcessId(): string {
    return this.#parts.setup.automatedProcessId;
  }

  get queries(): QueryEngine {
    return this.#parts.queries;
  }

  get dml(): DmlEngine {
    return this.#parts.dml;
  }

  get isInTransaction(): boolean {
    return this.#tx !== null;
  }

  /** The transaction that is running. */
  get tx(): Transaction {
    if (this.#tx === null) throw new Error('No transaction is running in this org; wrap the work in org.transaction(…).');
    return this.#tx;
  }

  /** After how many milliseconds a loop is taken for endless, in transactions that begin from now on. */
  limitLoops(milliseconds: number): void {
    this.#watchdog.milliseconds = milliseconds;
  }

  /** Answers a request of the Salesforce APIs. */
  handle(request: ApiRequest): ApiResponse {
    return handle(this, request);
  }

  /** Calls the listener with the limits of every transaction when it ends. @returns stops that */
  onTransaction(listener: (limits: Limits) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Runs work in a transaction of its own: committed when it returns, rolled back when it throws (the exception goes on to the caller, as Apex
   * knows it). Work that waits for the commit runs after it, outside of the transaction: events are delivered and jobs that are due run, in transactions
   * of their own.
   */
  transaction<Result>(options: TransactionOptions, work: (tx: Transaction) => Result): Result {
    try {
      const {tx, result} = this.#run(options, work, true);
      for (const next of tx.takeAfterCommit()) next();
      return result;
    } finally {
      // Also after a rollback: events that are published immediately are out.
      if (this.#tx === null && !this.asyncWork.isHeld) runOrgWork(this.runtime);
    }
  }

  /**
   * Runs the jobs whose time has come by the org's clock; for whoever moves the clock, or waits for it. A batch has a transaction for `start`, one for each
   * chunk and one for `finish`, every other job one: with a number of them, jobs stop after so many, and go on with the next call, or after the
   * next commit.
   *
   * @returns how many transactions of jobs were run
   */
  runDueJobs({transactions}: {readonly transactions?: number} = {}): number {
    if (this.#tx !== null) throw new Error('Jobs run between transactions.');
    return runOrgWork(this.runtime, transactions);
  }

  /** From now on events and jobs wait for `runDueJobs`, also after a commit. @returns ends that */
  holdJobs(): () => void {
    this.asyncWork.isHeld = true;
    return () => {
      this.asyncWork.isHeld = false;
    };
  }

  /** Ends the jobs that wait or are under way as an outage would: no chunk and no `finish` of them runs any more, and their AsyncApexJob is Failed. Schedules stay. */
  failJobs(detail = 'Outage'): void {
    if (this.#tx !== null) throw new Error('Jobs fail between transactions.');
    failOrgJobs(this.runtime, detail);
  }

  /** As `transaction`, and undoes everything afterwards, as after a test. */
  isolated<Result>(options: TransactionOptions, work: (tx: Transaction) => Result): Result {
    return this.#run(options, work, false).result;
  }

  /** Stores rows as a backup would hold them, without triggers and checks, in one transaction. @returns their Ids @throws Error where one can't be stored; then none is */
  restoreRows(objectName: string, rows: Iterable<BackupRow>): readonly string[] {
    if (this.#tx !== null) throw new Error('Rows are restored between transactions.');
    return restoreRows(this, objectName, rows);
  }

  /** Calls a REST resource of the org's own code as a user. */
  callApexRest(call: RestCall, userId: string): RestAnswer {
    return callApexRest(this, call, userId);
  }

  /** The invocable methods whose classes a user may access. */
  visibleActions(userId: string): readonly ApexAction[] {
    return visibleActions(this, userId);
  }

  /** Calls an invocable method of the org's own code as a user. @param body JSON: `{"inputs": [{…}, …]}` */
  invokeAction(name: string, body: string, userId: string): ActionAnswer {
    return invokeAction(this, name, body, userId);
  }

  /** Compiles and runs an anonymous block as a user. */
  executeAnonymous(source: string, userId: string): AnonymousResult {
    return executeAnonymous(this, this.#code, source, userId);
  }

  /**
   * Adds classes and triggers to the code, or replaces those of the same name. All or none: with an error among the diagnostics that it gives, the code stays
   * as it was.
   *
   * @throws Error while a transaction runs: it has begun with the old code
   */
  deployCode(sources: ApexSources): readonly Diagnostic[] {
    if (this.#tx !== null) throw new Error('Code can only be deployed between transactions.');
    return this.#code.deploy(sources);
  }

  #run<Result>(
    options: TransactionOptions,
    work: (tx: Transaction) => Result,
    commits: boolean,
  ): {readonly tx: Transaction; readonly result: Result} {
    const outer = this.#tx;
    const tx = new Transaction(this, options);
    const mark = this.undo.mark();
    this.#enter(tx);
    let result: Result;
    try {
      result = work(tx);
      if (!commits) this.undo.rollbackTo(mark);
    } catch (error) {
      this.undo.rollbackTo(mark);
      throw asError(toApex(this.runtime, error));
    } finally {
      this.#enter(outer);
      for (const listener of this.#listeners) listener(tx.limits);
    }
    if (outer === null) this.undo.commit();
    return {tx, result};
  }

  #enter(tx: Transaction | null): void {
    this.#tx = tx;
    this.generation.useStatics(tx?.statics ?? []);
    if (tx !== null) this.#watchdog.reset();
  }
}

function asError(thrown: unknown): Error {
  return thrown instanceof Error ? thrown : new Error(String(thrown));
}
