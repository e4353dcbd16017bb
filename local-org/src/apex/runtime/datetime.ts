import {ApexDate, MILLIS_PER_DAY, pad2, pad3, padYear} from './date.ts';
import {ApexTime} from './time.ts';
import {offsetAt, utcOfLocal} from './time-zone.ts';

/** An Apex Datetime: an instant, as milliseconds since 1970-01-01T00:00:00Z. Immutable; what is local takes the time zone as a parameter. */
export class ApexDatetime {
  readonly epoch: number;

  constructor(epoch: number) {
    this.epoch = epoch;
  }

  /** The instant at which clocks of the time zone show this day and time. */
  static ofLocal(date: ApexDate, time: ApexTime, zone: string): ApexDatetime {
    return new ApexDatetime(utcOfLocal(zone, date.days * MILLIS_PER_DAY + time.millis));
  }

  /** The day on calendars of the time zone. */
  date(zone: string): ApexDate {
    return new ApexDate(Math.floor(this.local(zone) / MILLIS_PER_DAY));
  }

  time(zone: string): ApexTime {
    return ApexTime.wrap(this.local(zone));
  }

  addMillis(millis: number): ApexDatetime {
    return new ApexDatetime(this.epoch + millis);
  }

  /** Milliseconds since 1970-01-01T00:00 on clocks of the time zone. */
  local(zone: string): number {
    return this.epoch + offsetAt(zone, this.epoch);
  }

  /** `yyyy-MM-dd HH:mm:ss` in the time zone: `String.valueOf(Datetime)`. */
  toText(zone: string): string {
    const fields = new Date(this.local(zone));
    return (
      `${padYear(fields.getUTCFullYear())}-${pad2(fields.getUTCMonth() + 1)}-${pad2(fields.getUTCDate())} ` +
      `${pad2(fields.getUTCHours())}:${pad2(fields.getUTCMinutes())}:${pad2(fields.getUTCSeconds())}`
    );
  }

  /** `yyyy-MM-ddTHH:mm:ss.SSSZ`, as JSON and the REST API's requests have it. */
  toIso(): string {
    const fields = new Date(this.epoch);
    return (
      `${padYear(fields.getUTCFullYear())}-${pad2(fields.getUTCMonth() + 1)}-${pad2(fields.getUTCDate())}T` +
      `${pad2(fields.getUTCHours())}:${pad2(fields.getUTCMinutes())}:${pad2(fields.getUTCSeconds())}.${pad3(fields.getUTCMilliseconds())}Z`
    );
  }

  toString(): string {
    return this.toText('GMT');
  }
}
