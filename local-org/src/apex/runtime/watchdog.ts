import {ApexFault} from './fault.ts';

/** Turns of loops between two looks at the clock. */
const TURNS = 20_000;

/**
 * Ends a program that runs away. Every turn of a loop counts `left` down, which costs next to nothing; the clock is looked at when it reaches zero. This is
 * no CPU limit as the platform has it (DIVERGENCES.md): only a program that would never end meets it.
 */
export class Watchdog {
  left = TURNS;
  /** Of the transactions that begin from now on. */
  milliseconds: number;
  #deadline = Number.POSITIVE_INFINITY;

  constructor(milliseconds: number) {
    this.milliseconds = milliseconds;
  }

  /** Begins anew, at the start of a transaction. */
  reset(): void {
    this.left = TURNS;
    this.#deadline = performance.now() + this.milliseconds;
  }

  refill(): void {
    this.left = TURNS;
    if (performance.now() > this.#deadline) throw new ApexFault('System.LimitException', 'Apex CPU time limit exceeded');
  }
}
