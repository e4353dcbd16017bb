/**
 * One transaction: the user it runs as, its limits, its statics, the triggers that are running, its savepoints and what waits for its
 * commit. The org makes it (`org.transaction`), one at a time; nothing of it outlives it.
 */
import type {ApexList} from './apex/runtime/list.ts';
import type {ApexMap} from './apex/runtime/map.ts';
import type {SObjectDescriptor} from './data/descriptor.ts';
import type {QueryEngine} from './data/soql/query-engine.ts';
import type {DmlEngine} from './dml/dml-engine.ts';
import type {Org} from './org.ts';
import {Limits} from './limits.ts';

/** What started a transaction: the constants of `System.Quiddity` that the org knows. */
export type Quiddity =
  | 'ANONYMOUS'
  | 'AURA'
  | 'BATCH_ACS'
  | 'BATCH_APEX'
  | 'BATCH_CHUNK_PARALLEL'
  | 'FUTURE'
  | 'INVOCABLE_ACTION'
  | 'PLATFORM_EVENT_PUBLISH_CALLBACK'
  | 'QUEUEABLE'
  | 'REST'
  | 'RUNTEST_SYNC'
  | 'SCHEDULED'
  | 'SYNCHRONOUS'
  | 'TRANSACTION_FINALIZER_QUEUEABLE';

const BATCH_OR_FUTURE: ReadonlySet<Quiddity> = new Set(['BATCH_ACS', 'BATCH_APEX', 'BATCH_CHUNK_PARALLEL', 'FUTURE']);

/** "A maximum of 50 million records can be returned in the QueryLocator object" (Apex Developer Guide, "Use Batch Apex"). */
const MOST_ROWS_OF_A_BATCH = 50_000_000;

/**
 * Scheduled Apex has the limits of synchronous code, and so have finalizers but for what they enqueue (Apex Developer Guide, "Execution Governors and Limits",
 * "Transaction Finalizers"); "0 in batch and future contexts" is the limit of future calls.
 */
function limitsOf(quiddity: Quiddity): Limits {
  if (quiddity === 'BATCH_APEX') return new Limits(true, {FutureCalls: 0, QueryLocatorRows: MOST_ROWS_OF_A_BATCH});
  if (BATCH_OR_FUTURE.has(quiddity)) return new Limits(true, {FutureCalls: 0});
  if (quiddity === 'TRANSACTION_FINALIZER_QUEUEABLE') return new Limits(false, {QueueableJobs: 1, FutureCalls: 1});
  return new Limits(quiddity === 'QUEUEABLE');
}

/** Of `System.Trigger`, for the trigger that is running. Lists and maps are what Apex sees; null where the event has none. */
export interface TriggerContext {
  readonly object: SObjectDescriptor;
  readonly operation: 'insert' | 'update' | 'delete' | 'undelete';
  readonly timing: 'before' | 'after';
  readonly newList: ApexList | null;
  readonly newMap: ApexMap | null;
  readonly oldList: ApexList | null;
  readonly oldMap: ApexMap | null;
  /** Rows of this chunk. */
  readonly size: number;
}

/** The undo log of the org's rows. Marks are positions in it. */
export interface UndoLog {
  mark(): number;
  rollbackTo(mark: number): void;
  /** Forgets what could be undone, and hands what changed to the durable store. */
  commit(): void;
  /** Logs a change of state outside of the rows: `undo` takes it back where the log is rolled back past this point. */
  onRollback(undo: () => void): void;
}

/** Of `Database.setSavepoint`: a position of the undo log, and whether it can still be gone back to. */
export class Savepoint {
  readonly transaction: Transaction;
  readonly mark: number;
  /** Position among the savepoints of the transaction; going back to one makes later ones invalid. */
  readonly depth: number;
  isValid = true;

  constructor(transaction: Transaction, mark: number, depth: number) {
    this.transaction = transaction;
    this.mark = mark;
    this.depth = depth;
  }
}

/** One line of the debug log. */
export interface LogEntry {
  /** `DEBUG`, `WARN` … as given to `System.debug`. */
  readonly level: string;
  readonly text: string;
  /** Line of the statement, 0 where it isn't known. */
  readonly line: number;
}

/** How long state lasts: as its transaction, or as the test, whose jobs run in transactions of their own and share it. */
export type Lifetime = 'transaction' | 'test';

/** Names a piece of state that some part of the engine keeps per transaction. */
export class TransactionKey<State> {
  readonly initial: (transaction: Transaction) => State;
  readonly lifetime: Lifetime;

  constructor(initial: (transaction: Transaction) => State, lifetime: Lifetime = 'transaction') {
    this.initial = initial;
    this.lifetime = lifetime;
  }
}

/** Who ran before a `System.runAs` block, and in which block. */
export interface UserFrame {
  readonly userId: string;
  readonly frame: number;
}

export interface TransactionOptions {
  /** 18-character Id of the user. */
  readonly userId: string;
  readonly quiddity: Quiddity;
  /** Whether a test method runs. */
  readonly isTest?: boolean;
  /** The transaction of the test for which this one runs asynchronous work: they share mocks and debug log. */
  readonly test?: Transaction | null;
  /** Statics of another transaction, to go on with; fresh ones by default. */
  readonly statics?: (object | undefined)[];
}

export class Transaction {
  readonly org: Org;
  readonly quiddity: Quiddity;
  readonly isTest: boolean;
  /** The transaction of the test method (or of the test's setup) that this one runs for, maybe itself; null outside of tests. */
  readonly test: Transaction | null;
  /** The user who started it. `userId` is the one it runs as now. */
  readonly startedBy: string;
  limits: Limits;
  /** Values of static variables by the index of their class in the generation; undefined for a class that wasn't touched. */
  readonly statics: (object | undefined)[];
  /** Triggers that are running, outermost first. */
  readonly triggers: TriggerContext[] = [];
  readonly log: LogEntry[];

  #userId: string;
  #userFrame = 0;
  #userFrames = 0;
  #savepoints: Savepoint[] = [];
  readonly #afterCommit: (() => void)[] = [];
  readonly #state = new Map<TransactionKey<unknown>, unknown>();

  constructor(org: Org, options: TransactionOptions) {
    this.org = org;
    this.quiddity = options.quiddity;
    const test = options.test ?? null;
    this.isTest = options.isTest ?? test !== null;
    this.test = test ?? (this.isTest ? this : null);
    this.statics = options.statics ?? [];
    this.log = test?.log ?? [];
    this.startedBy = options.userId;
    this.#userId = options.userId;
    this.limits = limitsOf(options.quiddity);
  }

  /** The user as whom code runs at the moment: inside of `System.runAs` the one named there. */
  get userId(): string {
    return this.#userId;
  }

  /** Number of the innermost `System.runAs` block that is running, 0 outside of all; each block has a number of its own. */
  get userFrame(): number {
    return this.#userFrame;
  }

  get dml(): DmlEngine {
    return this.org.dml;
  }

  get queries(): QueryEngine {
    return this.org.queries;
  }

  /** The innermost trigger that is running, or null. */
  get trigger(): TriggerContext | null {
    return this.triggers.at(-1) ?? null;
  }

  /** Runs as another user, as `System.runAs` does. */
  runAs<Result>(userId: string, work: () => Result): Result {
    const before = this.enterUser(userId);
    try {
      return work();
    } finally {
      this.leaveUser(before);
    }
  }

  /** The two halves of `runAs`, for generated code, whose blocks may return and break. Gives what `leaveUser` wants back. */
  enterUser(userId: string): UserFrame {
    const before = {userId: this.#userId, frame: this.#userFrame};
    this.#userId = userId;
    this.#userFrame = ++this.#userFrames;
    return before;
  }

  leaveUser(before: UserFrame): void {
    this.#userId = before.userId;
    this.#userFrame = before.frame;
  }

  /** Runs a trigger's work with its context variables. */
  inTrigger<Result>(context: TriggerContext, work: () => Result): Result {
    this.triggers.push(context);
    try {
      return work();
    } finally {
      this.triggers.pop();
    }
  }

  /** `Database.setSavepoint()`; the caller counts the DML statement that it costs. */
  setSavepoint(): Savepoint {
    const savepoint = new Savepoint(this, this.org.undo.mark(), this.#savepoints.length);
    this.#savepoints.push(savepoint);
    return savepoint;
  }

  /** `Database.rollback(savepoint)`; later savepoints become invalid, this one may be used again. */
  rollback(savepoint: Savepoint): void {
    this.org.undo.rollbackTo(savepoint.mark);
    this.#invalidateFrom(savepoint.depth + 1);
  }

  /** `Database.releaseSavepoint(savepoint)`: it and later ones can't be gone back to. */
  release(savepoint: Savepoint): void {
    this.#invalidateFrom(savepoint.depth);
  }

  /** Undoes the rows of `work` where it throws. */
  atomically<Result>(work: () => Result): Result {
    const mark = this.org.undo.mark();
    try {
      return work();
    } catch (error) {
      this.org.undo.rollbackTo(mark);
      throw error;
    }
  }

  /** Work for when the transaction has been committed: it runs in the order of the calls, and not at all where the transaction is rolled back. */
  afterCommit(work: () => void): void {
    this.#afterCommit.push(work);
  }

  /** Taken by the org when it commits. */
  takeAfterCommit(): readonly (() => void)[] {
    return this.#afterCommit.splice(0);
  }

  /** State that a part of the engine keeps in the transaction; made when first asked for. */
  get<State>(key: TransactionKey<State>): State {
    if (key.lifetime === 'test' && this.test !== null && this.test !== this) return this.test.get(key);
    if (!this.#state.has(key)) this.#state.set(key, key.initial(this));
    return this.#state.get(key) as State;
  }

  set<State>(key: TransactionKey<State>, state: State): void {
    if (key.lifetime === 'test' && this.test !== null && this.test !== this) this.test.set(key, state);
    else this.#state.set(key, state);
  }

  debug(level: string, text: string, line = 0): void {
    this.log.push({level, text, line});
  }

  #invalidateFrom(depth: number): void {
    for (const savepoint of this.#savepoints.slice(depth)) savepoint.isValid = false;
    this.#savepoints = this.#savepoints.slice(0, depth);
  }
}
