/** An Apex Date: a day without a time zone, as the number of days since 1970-01-01. Immutable. */
export class ApexDate {
  readonly days: number;

  constructor(days: number) {
    this.days = days;
  }

  /** Month from 1; values beyond their range roll over, as they do on the platform (a lenient Gregorian calendar). */
  static of(year: number, month: number, day: number): ApexDate {
    return new ApexDate(daysOf(year, month, day));
  }

  /** Reads `yyyy-MM-dd` exactly; null for anything else and for days that don't exist. */
  static parseIso(text: string): ApexDate | null {
    const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
    if (match === null) return null;
    const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])];
    return isDay(year, month, day) ? ApexDate.of(year, month, day) : null;
  }

  year(): number {
    return this.fields().getUTCFullYear();
  }

  /** From 1. */
  month(): number {
    return this.fields().getUTCMonth() + 1;
  }

  day(): number {
    return this.fields().getUTCDate();
  }

  dayOfYear(): number {
    return this.days - daysOf(this.year(), 1, 1) + 1;
  }

  /** 0 for Sunday. */
  dayOfWeek(): number {
    return this.fields().getUTCDay();
  }

  addDays(days: number): ApexDate {
    return new ApexDate(this.days + days);
  }

  /** The same day of the month, or the month's last one where it has none. */
  addMonths(months: number): ApexDate {
    const fields = this.fields();
    const month = fields.getUTCMonth() + months;
    const year = fields.getUTCFullYear() + Math.floor(month / 12);
    const inYear = (((month % 12) + 12) % 12) + 1;
    return ApexDate.of(year, inYear, Math.min(fields.getUTCDate(), daysInMonth(year, inYear)));
  }

  /** `yyyy-MM-dd`. */
  toIso(): string {
    const fields = this.fields();
    return `${padYear(fields.getUTCFullYear())}-${pad2(fields.getUTCMonth() + 1)}-${pad2(fields.getUTCDate())}`;
  }

  /** What a Date shows in text: `'' + date` and `System.debug` have a time of midnight, `String.valueOf(Date)` only the day (see `toIso`). */
  toString(): string {
    return this.toIso() + ' 00:00:00';
  }

  private fields(): Date {
    return new Date(this.days * MILLIS_PER_DAY);
  }
}

export const MILLIS_PER_DAY = 86_400_000;

export function daysInMonth(year: number, month: number): number {
  return month === 2 ? (isLeapYear(year) ? 29 : 28) : month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

export function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

export function isDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

/** Days since 1970-01-01 of a day of the Gregorian calendar, whose fields may be out of range. */
export function daysOf(year: number, month: number, day: number): number {
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  return Math.floor(instant.getTime() / MILLIS_PER_DAY);
}

export function pad2(value: number): string {
  return value < 10 ? '0' + String(value) : String(value);
}

export function pad3(value: number): string {
  return value < 10 ? '00' + String(value) : value < 100 ? '0' + String(value) : String(value);
}

export function padYear(year: number): string {
  return year >= 1000 ? String(year) : String(year).padStart(4, '0');
}
