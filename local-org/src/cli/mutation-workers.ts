/** Mutants are judged in processes of their own, each with an org: one that hangs or fills its memory can be ended without the rest. */
import {fork} from 'node:child_process';
import type {ChildProcess} from 'node:child_process';
import {once} from 'node:events';
import {setTimeout} from 'node:timers/promises';
import {fileURLToPath} from 'node:url';
import type {Project} from '../project/model.ts';
import type {Mutant} from '../testing/mutation/mutant.ts';
import type {Verdict} from '../testing/mutation/run-mutant.ts';
import type {TestPlan} from '../testing/mutation/test-reach.ts';

export interface MutationJob {
  readonly mutant: Mutant;
  readonly plan: TestPlan;
}

/** What a worker makes its org of. */
export interface WorkerSetup {
  readonly project: Project;
  readonly cacheFolder: string | null;
}

export interface WorkerLimits {
  readonly workers: number;
  /** After how long without a verdict a worker is ended. */
  readonly patienceMilliseconds: number;
  /** Of memory for each worker. */
  readonly heapMegabytes: number;
}

/** What a worker answers: first that its org is there, then verdicts, in the order of the jobs. */
export type WorkerMessage = {readonly kind: 'ready'} | {readonly kind: 'verdict'; readonly verdict: Verdict};

/** @param onVerdict told each verdict when it is known @returns the verdicts in the order of the jobs */
export async function judgeMutants(
  jobs: readonly MutationJob[],
  setup: WorkerSetup,
  limits: WorkerLimits,
  onVerdict: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const queue = jobs.entries();
  const work = async () => {
    const worker = new MutationWorker(setup, limits);
    try {
      // All workers take from one queue.
      for (const [index, job] of queue) {
        const verdict = await worker.judge(job);
        verdicts[index] = verdict;
        onVerdict(verdict);
      }
    } finally {
      worker.dismiss();
    }
  };
  await Promise.all(Array.from({length: Math.min(limits.workers, jobs.length)}, work));
  return verdicts;
}

class MutationWorker {
  readonly #setup: WorkerSetup;
  readonly #limits: WorkerLimits;
  #process: ChildProcess | null = null;
  #lastWords = '';

  constructor(setup: WorkerSetup, limits: WorkerLimits) {
    this.#setup = setup;
    this.#limits = limits;
  }

  /** @throws Error where a worker fails by itself */
  async judge(job: MutationJob): Promise<Verdict> {
    const worker = (this.#process ??= await this.#start());
    const milliseconds = Math.ceil(this.#limits.patienceMilliseconds);
    worker.send(job);
    const end = await nextEvent(worker, milliseconds);
    if (end.kind === 'verdict') return end.verdict;
    this.#kill();
    if (end.kind === 'silence') return {kind: 'stopped', reason: `no verdict after ${String(Math.round(milliseconds / 1000))} s`};
    // The process aborts where there is no memory left; what the worker itself throws gives it an exit code.
    if (end.kind === 'exit' && end.code === null) return {kind: 'stopped', reason: 'the process came to an abrupt end'};
    throw new Error(`A worker ended at ${job.mutant.path}:${String(job.mutant.line)} (${job.mutant.operator}).\n${this.#lastWords}`);
  }

  /** It ends by itself once nobody can talk to it. */
  dismiss(): void {
    this.#process?.disconnect();
    this.#process = null;
  }

  #kill(): void {
    this.#process?.kill('SIGKILL');
    this.#process = null;
  }

  async #start(): Promise<ChildProcess> {
    const worker = fork(fileURLToPath(new URL('mutation-worker.ts', import.meta.url)), {
      execArgv: [`--max-old-space-size=${String(this.#limits.heapMegabytes)}`],
      serialization: 'advanced',
      // Of an abrupt end Node tells more than anybody wants to know; of an error the worker tells why the run ends.
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.#lastWords = '';
    worker.stderr?.setEncoding('utf8').on('data', (text: string) => (this.#lastWords += text));
    worker.send(this.#setup);
    const first = await nextEvent(worker, null);
    if (first.kind !== 'ready') throw new Error(`A worker ended before its org was there.\n${this.#lastWords}`);
    return worker;
  }
}

type WorkerEvent = WorkerMessage | {readonly kind: 'exit'; readonly code: number | null} | {readonly kind: 'silence'};

/** @param patience in milliseconds; null waits for ever */
async function nextEvent(worker: ChildProcess, patience: number | null): Promise<WorkerEvent> {
  const stop = new AbortController();
  const {signal} = stop;
  try {
    return await Promise.race([
      once(worker, 'message', {signal}).then(([message]) => message as WorkerMessage),
      once(worker, 'exit', {signal}).then(([code]): WorkerEvent => ({kind: 'exit', code: code as number | null})),
      ...(patience === null ? [] : [setTimeout(patience, {kind: 'silence'} as const, {signal})]),
    ]);
  } finally {
    stop.abort();
  }
}
