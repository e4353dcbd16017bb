/** The thread in which mutants are judged, one after the other: says when it is ready, then takes `MutationJob`s and gives `Verdict`s. */
import {parentPort, workerData} from 'node:worker_threads';
import {Org} from '../org.ts';
import {MutantRunner} from '../testing/mutation/run-mutant.ts';
import type {MutationJob, ThreadSetup} from './mutation-threads.ts';

if (parentPort === null) throw new Error('This file is the code of a worker thread.');
const port = parentPort;
const runner = new MutantRunner(new Org(workerData as ThreadSetup));
port.on('message', ({mutant, plan}: MutationJob) => {
  port.postMessage(runner.run(mutant, plan));
});
port.postMessage('ready');
