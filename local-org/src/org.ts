/**
 * The composition root: one `Org` holds clock, Ids, data and code. Nothing is global; two orgs in one process don't know of each other.
 */
import {CodeCache} from './apex/code-cache.ts';
import {compile, compileAnonymous, type Compilation} from './apex/compile.ts';
import {libraryClasses} from './apex/library/index.ts';
import {LibraryTable} from './apex/library/library-table.ts';
import {platformFacts} from './apex/platform-facts.ts';
import {ApexException} from './apex/runtime/exceptions.ts';
import {ApexRuntime} from './apex/runtime/apex-runtime.ts';
import {toApex} from './apex/runtime/operations/failures.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import {apexFrames, formatFrames} from './apex/runtime/stack.ts';
import {SyntaxTreeCache} from './apex/syntax/cache.ts';
import {Watchdog} from './apex/runtime/watchdog.ts';
import {systemClock, type Clock} from './clock.ts';
import {composeOrg} from './compose.ts';
import type {Schema} from './data/descriptor.ts';
import type {Records} from './data/records.ts';
import {customMetadataRows} from './data/schema/custom-metadata-rows.ts';
import {createSchema} from './data/schema/schema.ts';
import type {QueryEngine} from './data/soql/query-engine.ts';
import type {Tables} from './data/tables/tables.ts';
import {isError, type Diagnostic} from './diagnostics/diagnostic.ts';
import type {AutoNumbers} from './dml/auto-number.ts';
import type {DmlEngine} from './dml/dml-engine.ts';
import type {FieldDefaults} from './dml/org-save-environment.ts';
import {checkFormulas} from './formula/check-formulas.ts';
import {checkMetadataRules} from './formula/check-metadata-rules.ts';
import {Generation} from './generation.ts';
import type {ApiRequest, ApiResponse} from './http/api.ts';
import {handle} from './http/handle.ts';
import {IdGenerator} from './id-generator.ts';
import {languageObjects} from './language-objects.ts';
import type {Limits} from './limits.ts';
import {loadCode, storeCode} from './project/generated-code-store.ts';
import {loadProject} from './project/load-project.ts';
import type {Project} from './project/model.ts';
import {cacheFolder, loadSyntaxTrees, storeSyntaxTrees} from './project/syntax-tree-store.ts';
import type {Security} from './security/security.ts';
import type {SetupData} from './security/setup-data.ts';
import {Transaction, type TransactionOptions, type UndoLog} from './transaction.ts';

export type {Limits} from './limits.ts';
export type {Clock} from './clock.ts';
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
  readonly setup: SetupData;
  readonly queries: QueryEngine;
  readonly dml: DmlEngine;
}

/** How an anonymous block ended. */
export interface AnonymousResult {
  readonly compileProblem: {readonly line: number; readonly column: number; readonly message: string} | null;
  readonly exception: {readonly message: string; readonly stackTrace: string; readonly line: number} | null;
  readonly log: readonly string[];
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
  readonly runtime: Runtime;
  /** Of the project's sources, errors and refusals alike. Files with errors, and those that need them, don't run. */
  readonly diagnostics: readonly Diagnostic[];
  readonly library = new LibraryTable(libraryClasses);
  readonly #watchdog: Watchdog;
  readonly #parts: OrgParts;
  readonly #compilation: Compilation;
  readonly #generation: Generation;
  readonly #listeners = new Set<(limits: Limits) => void>();
  #tx: Transaction | null = null;

  constructor(options: OrgOptions) {
    this.project = options.project;
    this.clock = options.clock ?? systemClock;
    this.#watchdog = new Watchdog(options.watchdogMilliseconds ?? DEFAULT_WATCHDOG);
    const schema = createSchema(this.project);
    this.#compilation = this.#compile(schema, options.cacheFolder ?? null, options.countLines ?? false);
    const metadata = customMetadataRows(this.project, schema);
    this.diagnostics = [
      ...this.project.diagnostics,
      ...schema.diagnostics,
      ...checkFormulas(this.project, schema),
      ...metadata.diagnostics,
      ...checkMetadataRules(metadata.rows, schema, this.clock.now()),
      ...this.#compilation.diagnostics,
    ];
    this.runtime = new ApexRuntime(this, languageObjects);
    this.#parts = composeOrg(this, this.runtime, schema, metadata.rows);
    this.#generation = new Generation(this.#compilation.units, {
      rt: this.runtime,
      schema,
      library: this.library,
      watchdog: this.#watchdog,
      platformClass: platformFacts,
    });
  }

  #compile(schema: Schema, folder: string | null, countLines: boolean): Compilation {
    const parser = folder === null ? new SyntaxTreeCache('', null) : loadSyntaxTrees(folder);
    const cache = folder === null ? new CodeCache('', null) : loadCode(folder, countLines);
    const compilation = compile(this.project, {schema, library: this.library, parser, cache, countLines});
    if (folder !== null) {
      storeSyntaxTrees(folder, parser);
      storeCode(folder, countLines, cache);
    }
    return compilation;
  }

  get schema(): Schema {
    return this.#parts.schema;
  }

  /** The code that runs. */
  get generation(): Generation {
    return this.#generation;
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
   * knows it). Work that waits for the commit runs after it, outside of the transaction.
   */
  transaction<Result>(options: TransactionOptions, work: (tx: Transaction) => Result): Result {
    const {tx, result} = this.#run(options, work, true);
    for (const next of tx.takeAfterCommit()) next();
    return result;
  }

  /** As `transaction`, and undoes everything afterwards, as after a test. */
  isolated<Result>(options: TransactionOptions, work: (tx: Transaction) => Result): Result {
    return this.#run(options, work, false).result;
  }

  /** Compiles and runs an anonymous block as a user. */
  executeAnonymous(source: string, userId: string): AnonymousResult {
    const {unit, diagnostics} = compileAnonymous(source, this.#compilation.universe(), this.library);
    const problem = diagnostics.find(isError);
    if (problem !== undefined) return {compileProblem: {...problem.span, message: problem.message}, exception: null, log: []};
    if (unit === null) throw new Error('An anonymous block without errors gave no code.');
    const own = new Set(unit.classes.map(({name}) => name));
    const broken = unit.needs.find((name) => !own.has(name) && this.generation.classes.info(name) === null);
    if (broken !== undefined) {
      const message = `Dependent class is invalid and needs recompilation: Class ${broken}`;
      return {compileProblem: {line: 1, column: 1, message}, exception: null, log: []};
    }
    const log: string[] = [];
    try {
      this.transaction({userId, quiddity: 'ANONYMOUS'}, (tx) => {
        try {
          this.generation.loadAnonymous(unit)();
        } finally {
          log.push(...tx.log.map(({text}) => text));
        }
      });
    } catch (error) {
      if (!(error instanceof ApexException)) throw error;
      const frames = apexFrames(error, this.generation);
      const message = `${error.type.name}: ${error.text ?? ''}`;
      return {compileProblem: null, exception: {message, stackTrace: formatFrames(frames), line: frames.at(-1)?.line ?? 0}, log};
    }
    return {compileProblem: null, exception: null, log};
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
