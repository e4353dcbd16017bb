/** `TEXT`, `DATEVALUE`, `DATETIMEVALUE` and `TIMEVALUE`, which take arguments of several types. */
import {ApexDate} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import {ApexTime} from '../apex/runtime/time.ts';
import {FormulaEvaluationError, type FormulaContext} from './formula-context.ts';
import type {Bound} from './formula-types.ts';

function convert(argument: Bound, type: Bound['type'], apply: (value: unknown, context: FormulaContext) => unknown): Bound {
  return {
    type,
    evaluate: (context) => {
      const value = argument.evaluate(context);
      return value === null ? null : apply(value, context);
    },
  };
}

/** Null where the argument is of a type that the function doesn't take. */
export function bindConversion(name: string, argument: Bound): Bound | null {
  switch (name) {
    case 'TEXT':
      return argument.type === 'text' || argument.type === 'boolean' || argument.type === 'multipicklist'
        ? null
        : convert(argument, 'text', asText);
    case 'DATEVALUE':
      return argument.type === 'datetime' || argument.type === 'text' || argument.type === 'null'
        ? convert(argument, 'date', asDate)
        : null;
    case 'DATETIMEVALUE':
      return argument.type === 'text' || argument.type === 'date' || argument.type === 'datetime' || argument.type === 'null'
        ? convert(argument, 'datetime', asDatetime)
        : null;
    case 'TIMEVALUE':
      return argument.type === 'text' || argument.type === 'datetime' || argument.type === 'null'
        ? convert(argument, 'time', asTime)
        : null;
    default:
      return null;
  }
}

function asText(value: unknown): unknown {
  if (value instanceof Decimal) return numberText(value);
  if (value instanceof ApexDate) return value.toIso();
  if (value instanceof ApexDatetime) return `${value.toText('GMT')}Z`;
  return value instanceof ApexTime ? isoTime(value) : value;
}

/** Without trailing zeros and without exponent. */
function numberText(value: Decimal): string {
  return value.stripTrailingZeros().toPlainString();
}

function isoTime(time: ApexTime): string {
  return new Date(time.millis).toISOString().slice(11, 23);
}

function asDate(value: unknown, {globals}: FormulaContext): ApexDate {
  if (value instanceof ApexDatetime) return value.date(globals.userZone());
  const date = typeof value === 'string' ? ApexDate.parseIso(value.trim()) : null;
  if (date === null) throw new FormulaEvaluationError(`"${String(value)}" is not a date of the form YYYY-MM-DD`);
  return date;
}

function asDatetime(value: unknown): ApexDatetime {
  if (value instanceof ApexDatetime) return value;
  if (value instanceof ApexDate) return new ApexDatetime(value.days * 86_400_000);
  const text = typeof value === 'string' ? value.trim() : '';
  const epoch = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/.test(text) ? Date.parse(`${text.replace(' ', 'T')}Z`) : Number.NaN;
  if (Number.isNaN(epoch)) throw new FormulaEvaluationError(`"${text}" is not a time of the form YYYY-MM-DD HH:MM:SS`);
  return new ApexDatetime(epoch);
}

function asTime(value: unknown): ApexTime {
  if (value instanceof ApexDatetime) return value.time('GMT');
  const text = typeof value === 'string' ? value.trim() : '';
  const epoch = /^\d{2}:\d{2}:\d{2}\.\d{3}$/.test(text) ? Date.parse(`1970-01-01T${text}Z`) : Number.NaN;
  if (Number.isNaN(epoch)) throw new FormulaEvaluationError(`"${text}" is not a time of the form HH:MM:SS.MS`);
  return new ApexTime(epoch);
}
