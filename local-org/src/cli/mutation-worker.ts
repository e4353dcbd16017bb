/** The process in which mutants are judged, one after the other: takes a `WorkerSetup`, then `MutationJob`s. */
import process from 'node:process';
import {Org} from '../org.ts';
import {MutantRunner} from '../testing/mutation/run-mutant.ts';
import type {MutationJob, WorkerMessage, WorkerSetup} from './mutation-workers.ts';

process.once('message', (setup: WorkerSetup) => {
  const runner = new MutantRunner(new Org(setup));
  process.on('message', ({mutant, plan}: MutationJob) => {
    answer({kind: 'verdict', verdict: runner.run(mutant, plan)});
  });
  answer({kind: 'ready'});
});

function answer(message: WorkerMessage): void {
  if (process.send === undefined) throw new Error('This file is the code of a worker of local-org mutate.');
  process.send(message);
}
