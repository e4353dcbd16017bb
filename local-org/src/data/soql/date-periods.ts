/** Date literals as periods of days (SOQL and SOSL Reference, "Date Formats and Date Literals"). The fiscal year is the calendar year; weeks start on Sunday, as in the locale en_US. */
import {ApexDate} from '../../apex/runtime/date.ts';

/** From the first day to the day after the last one. */
export interface Period {
  readonly from: ApexDate;
  readonly to: ApexDate;
}

type Unit = 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';

/** Literals without a number, as an offset from the unit that holds today. */
const named: Readonly<Record<string, readonly [Unit, number]>> = {
  YESTERDAY: ['DAY', -1],
  TODAY: ['DAY', 0],
  TOMORROW: ['DAY', 1],
};

/** Null for a name that is no date literal, or that lacks (or must not have) a number. @param n of `LAST_N_DAYS:n`; null where none is written */
export function periodOf(literal: string, n: number | null, today: ApexDate): Period | null {
  const name = literal.toUpperCase().replace('FISCAL_', '');
  if (n === null) return unnumbered(name, today);
  const match = /^(?:(LAST|NEXT)_N_(DAY|WEEK|MONTH|QUARTER|YEAR)S|N_(DAY|WEEK|MONTH|QUARTER|YEAR)S_AGO)$/.exec(name);
  if (match === null) return null;
  const unit = (match[2] ?? match[3]) as Unit;
  if (match[3] !== undefined) return one(unit, -n, today);
  if (match[1] === 'NEXT') return {from: start(unit, 1, today), to: start(unit, n + 1, today)};
  // "Starts with the current day and continues for the past n days": days alone count the current one.
  return {from: start(unit, -n, today), to: start(unit, unit === 'DAY' ? 1 : 0, today)};
}

function unnumbered(name: string, today: ApexDate): Period | null {
  const day = named[name];
  if (day !== undefined) return one(day[0], day[1], today);
  if (name === 'LAST_90_DAYS') return {from: today.addDays(-90), to: today.addDays(1)};
  if (name === 'NEXT_90_DAYS') return {from: today.addDays(1), to: today.addDays(91)};
  const match = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (match === null) return null;
  return one(match[2] as Unit, match[1] === 'LAST' ? -1 : match[1] === 'THIS' ? 0 : 1, today);
}

function one(unit: Unit, offset: number, today: ApexDate): Period {
  return {from: start(unit, offset, today), to: start(unit, offset + 1, today)};
}

/** The first day of the unit that is `offset` units away from the one that holds today. */
function start(unit: Unit, offset: number, today: ApexDate): ApexDate {
  switch (unit) {
    case 'DAY':
      return today.addDays(offset);
    case 'WEEK':
      return today.addDays(7 * offset - today.dayOfWeek());
    case 'MONTH':
      return ApexDate.of(today.year(), today.month(), 1).addMonths(offset);
    case 'QUARTER':
      return ApexDate.of(today.year(), 3 * Math.floor((today.month() - 1) / 3) + 1, 1).addMonths(3 * offset);
    case 'YEAR':
      return ApexDate.of(today.year() + offset, 1, 1);
  }
}
