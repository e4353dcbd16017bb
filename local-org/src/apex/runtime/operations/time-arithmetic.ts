/** `date + days`, `datetime + days`, `time + milliseconds` (Apex Developer Guide, "Expression Operators", `+` and `-`). */
import {MILLIS_PER_DAY, type ApexDate} from '../date.ts';
import type {ApexDatetime} from '../datetime.ts';
import {Decimal} from '../decimal.ts';
import {ApexDouble} from '../double.ts';
import {nullPointer} from '../fault.ts';
import type {ApexTime} from '../time.ts';

type Amount = number | bigint | Decimal | ApexDouble;

export function dateAdd(date: ApexDate | null, days: Amount | null): ApexDate {
  if (date === null || days === null) throw nullPointer();
  return date.addDays(toNumber(days));
}

export function dateSubtract(date: ApexDate | null, days: Amount | null): ApexDate {
  if (date === null || days === null) throw nullPointer();
  return date.addDays(-toNumber(days));
}

export function datetimeAdd(datetime: ApexDatetime | null, days: Amount | null): ApexDatetime {
  if (datetime === null || days === null) throw nullPointer();
  return datetime.addMillis(Math.round(toNumber(days) * MILLIS_PER_DAY));
}

export function datetimeSubtract(datetime: ApexDatetime | null, days: Amount | null): ApexDatetime {
  if (datetime === null || days === null) throw nullPointer();
  return datetime.addMillis(-Math.round(toNumber(days) * MILLIS_PER_DAY));
}

export function timeAdd(time: ApexTime | null, milliseconds: Amount | null): ApexTime {
  if (time === null || milliseconds === null) throw nullPointer();
  return time.add(toNumber(milliseconds));
}

export function timeSubtract(time: ApexTime | null, milliseconds: Amount | null): ApexTime {
  if (time === null || milliseconds === null) throw nullPointer();
  return time.add(-toNumber(milliseconds));
}

function toNumber(amount: Amount): number {
  if (amount instanceof Decimal) return amount.toNumber();
  return amount instanceof ApexDouble ? amount.value : Number(amount);
}
