/** What an org may use of something in a stretch of time (Salesforce Developer Limits and Allocations Quick Reference): counted anew after each stretch. */
export class Allowance {
  readonly #most: number;
  readonly #stretch: number;
  #start = -Infinity;
  #used = 0;

  /** @param stretch milliseconds */
  constructor(most: number, stretch: number) {
    this.#most = most;
    this.#stretch = stretch;
  }

  /** Uses one. @returns false where none is left */
  take(now: number): boolean {
    if (now - this.#start >= this.#stretch) {
      this.#start = now;
      this.#used = 0;
    }
    if (this.#used >= this.#most) return false;
    this.#used++;
    return true;
  }
}
