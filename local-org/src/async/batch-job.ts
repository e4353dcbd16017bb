/** Batch Apex (Apex Developer Guide, "Use Batch Apex"): the run of a job through start, execute for each chunk, and finish. */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {Quiddity, Transaction} from '../transaction.ts';
import {raiseBatchError, type BatchPhase} from './batch-error-event.ts';
import {NO_SCOPE, scopeOf, type BatchScope} from './batch-scope.ts';
import {BatchableContext} from './contexts.ts';
import {callInterface} from './interface-call.ts';
import type {Job, JobStep, Origin} from './job-queue.ts';
import {insertJobRow, seconds, updateJobRow} from './job-rows.ts';
import {statusDetail} from './job-status.ts';
import {inJobTransaction} from './job-transaction.ts';
import {serializedCopy} from '../apex/runtime/serialized-copy.ts';

export interface BatchParts {
  readonly id: string;
  /** Of the row of its class. */
  readonly classId: string | null;
  readonly dueAt: number;
  readonly origin: Origin;
  /** The user who submitted it. */
  readonly userId: string;
  /** Most records, or elements, that `execute` gets at once. */
  readonly scopeSize: number;
}

const ONE_EXECUTE =
  'No more than one executeBatch can be called from within a test method.  Please make sure the iterable returned from your start method matches the ' +
  'batch size, resulting in one executeBatch invocation.';

export class BatchJob implements Job {
  readonly id: string;
  readonly dueAt: number;
  readonly origin: Origin;
  readonly isScheduled = false;
  readonly #parts: BatchParts;
  /** The object as each transaction finds it: as it was submitted, or with `Database.Stateful` as the last one left it. */
  #state: object;
  #failures: ApexException[] = [];
  #steps: Iterator<undefined, ApexException | null> | null = null;

  /** @param state a copy of the batchable, made when it was submitted */
  constructor(state: object, parts: BatchParts) {
    this.id = parts.id;
    this.dueAt = parts.dueAt;
    this.origin = parts.origin;
    this.#parts = parts;
    this.#state = state;
  }

  run(rt: Runtime, test: Transaction | null): JobStep {
    this.#steps ??= this.#run(rt, test);
    const step = this.#steps.next();
    return step.done === true ? {isDone: true, exception: step.value} : {isDone: false};
  }

  /** Pauses between any two transactions. */
  *#run(rt: Runtime, test: Transaction | null): Generator<undefined, ApexException | null> {
    const batch = new BatchRun(rt, this, this.#parts, test);
    let scope: BatchScope = NO_SCOPE;
    this.#update(rt, {Status: 'Preparing'});
    const isStarted = batch.phase('START', 'BATCH_APEX', noScope, (batchable) => {
      const result = callInterface(rt, batchable, 'start', [new BatchableContext(this.id, null)]);
      scope = scopeOf(rt, batchable, result, this.#parts.scopeSize);
      if (test !== null && scope.chunks.length > 1) throw rt.exception('System.UnexpectedException', ONE_EXECUTE);
    });
    if (!isStarted) return this.#end(rt, 'Failed');
    if (this.#isAborted(rt)) return null;
    this.#update(rt, {Status: 'Processing', TotalJobItems: scope.chunks.length});
    yield;
    yield* this.#execute(rt, batch, scope);
    if (this.#isAborted(rt)) return this.#failures[0] ?? null;
    const isFinished = batch.phase('FINISH', 'BATCH_APEX', noScope, (batchable) => {
      callInterface(rt, batchable, 'finish', [new BatchableContext(this.id, null)]);
    });
    return this.#end(rt, isFinished ? 'Completed' : 'Failed');
  }

  /** A chunk that fails is undone; the others go on. */
  *#execute(rt: Runtime, batch: BatchRun, {chunks, quiddity}: BatchScope): Generator<undefined> {
    if (chunks.length === 0) return;
    const {classId, userId} = this.#parts;
    const fixed = {JobType: 'BatchApexWorker', ApexClassId: classId, ParentJobId: this.id, TotalJobItems: 0, NumberOfErrors: 0};
    const worker = insertJobRow(rt, 'AsyncApexJob', userId, {...fixed, Status: 'Processing', JobItemsProcessed: 0, LastProcessedOffset: 0});
    let processed = 0;
    for (const [index, chunk] of chunks.entries()) {
      if (this.#isAborted(rt)) break;
      batch.phase(
        'EXECUTE',
        quiddity,
        () => chunk.names(rt).join(','),
        (batchable) => {
          callInterface(rt, batchable, 'execute', [new BatchableContext(this.id, worker), chunk.read(rt)]);
        },
      );
      processed += chunk.size;
      this.#update(rt, {JobItemsProcessed: index + 1});
      yield;
    }
    updateJobRow(rt, 'AsyncApexJob', worker, {
      Status: this.#isAborted(rt) ? 'Aborted' : 'Completed',
      CompletedDate: seconds(rt.org.clock.now()),
      LastProcessedOffset: processed,
    });
  }

  #isAborted(rt: Runtime): boolean {
    return rt.org.records.value('AsyncApexJob', this.id, 'status') === 'Aborted';
  }

  get state(): object {
    return this.#state;
  }

  keepState(state: object): void {
    this.#state = state;
  }

  fail(rt: Runtime, exception: ApexException): void {
    this.#failures.push(exception);
    const [first = exception] = this.#failures;
    this.#update(rt, {NumberOfErrors: this.#failures.length, ExtendedStatus: statusDetail(first)});
  }

  #end(rt: Runtime, status: 'Completed' | 'Failed'): ApexException | null {
    this.#update(rt, {Status: status, CompletedDate: seconds(rt.org.clock.now())});
    return this.#failures[0] ?? null;
  }

  #update(rt: Runtime, values: Readonly<Record<string, unknown>>): void {
    updateJobRow(rt, 'AsyncApexJob', this.id, values);
  }
}

const noScope = (): string => '';

/** Runs the phases of a job, each in a transaction of its own. */
class BatchRun {
  readonly #rt: Runtime;
  readonly #job: BatchJob;
  readonly #userId: string;
  readonly #test: Transaction | null;

  constructor(rt: Runtime, job: BatchJob, {userId}: BatchParts, test: Transaction | null) {
    this.#rt = rt;
    this.#job = job;
    this.#userId = userId;
    this.#test = test;
  }

  /** @returns whether the phase succeeded */
  phase(phase: BatchPhase, quiddity: Quiddity, scope: () => string, work: (batchable: object) => void): boolean {
    const rt = this.#rt;
    const is = (marker: string): boolean => rt.types.get(marker).isInstance(this.#job.state);
    const transaction = {userId: this.#userId, quiddity, job: {kind: 'batch' as const, phase}, test: this.#test};
    let state = this.#job.state;
    const exception = inJobTransaction(rt, transaction, () => {
      // Within the transaction, in which the classes of the copied objects set their static variables.
      const batchable = serializedCopy(rt, state);
      work(batchable);
      if (is('Database.Stateful')) state = serializedCopy(rt, batchable);
    });
    if (exception === null) {
      this.#job.keepState(state);
      return true;
    }
    this.#job.fail(rt, exception);
    if (is('Database.RaisesPlatformEvents')) {
      raiseBatchError(rt, {jobId: this.#job.id, phase, exception, scope: scope(), userId: this.#userId}, this.#test);
    }
    return false;
  }
}
