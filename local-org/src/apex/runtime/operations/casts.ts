/** Conversions that only the run shows the outcome of. */
import {ApexDatetime} from '../datetime.ts';
import {ApexDate, MILLIS_PER_DAY} from '../date.ts';
import {Decimal} from '../decimal.ts';
import {ApexDouble} from '../double.ts';
import {typeFault} from '../fault.ts';
import {ApexId, stringToId} from '../id.ts';
import type {Runtime} from '../runtime.ts';
import type {RuntimeType} from '../runtime-type.ts';

/** `(T) value`. Throws `System.TypeException: Invalid conversion from runtime type A to B`. */
export function cast(rt: Runtime, value: unknown, type: RuntimeType): unknown {
  if (value === null || type.isInstance(value)) return value;
  // A Decimal and a Double stand for each other wherever the compiler lets them; an Integer doesn't.
  if (type.name === 'Double' && value instanceof Decimal) return new ApexDouble(value.toNumber());
  if (type.name === 'Decimal' && value instanceof ApexDouble) return Decimal.fromDouble(value.value);
  throw conversionFault(rt, value, type);
}

export function castToString(rt: Runtime, value: unknown, type: RuntimeType): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof ApexId) return value.value;
  throw conversionFault(rt, value, type);
}

export function castToId(rt: Runtime, value: unknown, type: RuntimeType): string | null {
  if (value === null) return null;
  if (value instanceof ApexId) return value.value;
  if (typeof value === 'string') return stringToId(value);
  throw conversionFault(rt, value, type);
}

function conversionFault(rt: Runtime, value: unknown, type: RuntimeType): Error {
  return typeFault(`Invalid conversion from runtime type ${runtimeName(rt.typeOf(value).name)} to ${runtimeName(type.name)}`);
}

/** Messages call Object `ANY`: `List<ANY>`. */
function runtimeName(name: string): string {
  return name.replaceAll(/\bObject\b/g, 'ANY');
}

/** An Id that becomes an Object keeps its type along. */
export function boxId(id: string | null): ApexId | null {
  return id === null ? null : new ApexId(id);
}

/** Midnight of the day in GMT (Apex Reference Guide, "Date Class": a Date converts to a Datetime at 00:00 GMT). */
export function dateToDatetime(date: ApexDate | null): ApexDatetime | null {
  return date === null ? null : new ApexDatetime(date.days * MILLIS_PER_DAY);
}

/** The day in GMT: the counterpart of `dateToDatetime`. */
export function datetimeToDate(datetime: ApexDatetime | null): ApexDate | null {
  return datetime === null ? null : new ApexDate(Math.floor(datetime.epoch / MILLIS_PER_DAY));
}
