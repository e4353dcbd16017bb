/** Where an org's time comes from. Nothing else in the engine asks the machine. */
export interface Clock {
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  now(): number;
}

export const systemClock: Clock = {now: () => Date.now()};

/** A clock that stands still until it is moved, for tests and for showing a night in seconds. */
export class MovableClock implements Clock {
  #now: number;

  /** @param now milliseconds since 1970-01-01T00:00:00Z */
  constructor(now: number) {
    this.#now = now;
  }

  now(): number {
    return this.#now;
  }

  moveTo(now: number): void {
    this.#now = now;
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }
}
