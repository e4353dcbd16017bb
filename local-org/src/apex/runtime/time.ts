import {MILLIS_PER_DAY, pad2, pad3} from './date.ts';

/** An Apex Time: milliseconds since midnight, without a time zone. Immutable. */
export class ApexTime {
  /** From 0 to 86,399,999. */
  readonly millis: number;

  constructor(millis: number) {
    this.millis = millis;
  }

  /** Values beyond their range roll over the clock. */
  static of(hour: number, minute: number, second: number, millisecond: number): ApexTime {
    return ApexTime.wrap(((hour * 60 + minute) * 60 + second) * 1000 + millisecond);
  }

  static wrap(millis: number): ApexTime {
    return new ApexTime(((millis % MILLIS_PER_DAY) + MILLIS_PER_DAY) % MILLIS_PER_DAY);
  }

  hour(): number {
    return Math.floor(this.millis / 3_600_000);
  }

  minute(): number {
    return Math.floor(this.millis / 60_000) % 60;
  }

  second(): number {
    return Math.floor(this.millis / 1000) % 60;
  }

  millisecond(): number {
    return this.millis % 1000;
  }

  add(millis: number): ApexTime {
    return ApexTime.wrap(this.millis + millis);
  }

  /** `HH:mm:ss.SSSZ`, as text and JSON have it. */
  toString(): string {
    return `${pad2(this.hour())}:${pad2(this.minute())}:${pad2(this.second())}.${pad3(this.millisecond())}Z`;
  }
}
