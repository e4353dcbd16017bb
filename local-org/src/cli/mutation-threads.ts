/** Mutants are judged in threads, each with an org of its own: one that hangs can be ended without the rest. */
import {once} from 'node:events';
import {Worker} from 'node:worker_threads';
import type {Project} from '../project/model.ts';
import type {Mutant} from '../testing/mutation/mutant.ts';
import type {Verdict} from '../testing/mutation/run-mutant.ts';
import type {TestPlan} from '../testing/mutation/test-reach.ts';

export interface MutationJob {
  readonly mutant: Mutant;
  readonly plan: TestPlan;
}

/** What a thread makes its org of. */
export interface ThreadSetup {
  readonly project: Project;
  readonly cacheFolder: string | null;
  readonly watchdogMilliseconds: number;
}

export interface ThreadLimits {
  readonly threads: number;
  /** After how long without a verdict a thread is ended. */
  readonly patienceMilliseconds: number;
  /** Of memory for each thread. */
  readonly heapMegabytes: number;
}

/** @param onVerdict told each verdict when it is known @returns the verdicts in the order of the jobs */
export async function judgeMutants(
  jobs: readonly MutationJob[],
  setup: ThreadSetup,
  limits: ThreadLimits,
  onVerdict: (verdict: Verdict) => void,
): Promise<readonly Verdict[]> {
  const verdicts: Verdict[] = [];
  const queue = jobs.entries();
  const work = async () => {
    const thread = new MutationThread(setup, limits);
    try {
      // All threads take from one queue.
      for (const [index, job] of queue) {
        const verdict = await thread.judge(job);
        verdicts[index] = verdict;
        onVerdict(verdict);
      }
    } finally {
      await thread.end();
    }
  };
  await Promise.all(Array.from({length: Math.min(limits.threads, jobs.length)}, work));
  return verdicts;
}

class MutationThread {
  readonly #setup: ThreadSetup;
  readonly #limits: ThreadLimits;
  #worker: Worker | null = null;

  constructor(setup: ThreadSetup, limits: ThreadLimits) {
    this.#setup = setup;
    this.#limits = limits;
  }

  /** @throws Error what a thread dies of, unless the mutant is to blame */
  async judge(job: MutationJob): Promise<Verdict> {
    const {patienceMilliseconds, heapMegabytes} = this.#limits;
    const worker = (this.#worker ??= await this.#start());
    const patience = AbortSignal.timeout(Math.ceil(patienceMilliseconds));
    try {
      const answer = once(worker, 'message', {signal: patience});
      worker.postMessage(job);
      const [verdict] = (await answer) as [Verdict];
      return verdict;
    } catch (error) {
      await this.end();
      if (patience.aborted) return {kind: 'stopped', reason: `no verdict after ${String(Math.round(patienceMilliseconds / 1000))} s`};
      if (isOutOfMemory(error)) return {kind: 'stopped', reason: `more than ${String(heapMegabytes)} MB of memory`};
      throw error;
    }
  }

  async end(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
  }

  async #start(): Promise<Worker> {
    const worker = new Worker(new URL('mutation-worker.ts', import.meta.url), {
      workerData: this.#setup,
      resourceLimits: {maxOldGenerationSizeMb: this.#limits.heapMegabytes},
    });
    // Its org is there.
    await once(worker, 'message');
    return worker;
  }
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
}
