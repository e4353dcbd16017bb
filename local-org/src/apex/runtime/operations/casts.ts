/** Conversions that only the run shows the outcome of. */
import {ApexDatetime} from '../datetime.ts';
import {ApexDate, MILLIS_PER_DAY} from '../date.ts';
import {Decimal} from '../decimal.ts';
import {ApexDouble} from '../double.ts';
import {typeFault} from '../fault.ts';
import {ApexId, stringToId} from '../id.ts';
import type {Runtime} from '../runtime.ts';
import type {RuntimeType} from '../runtime-type.ts';
import type {JavaScriptClass} from '../script.ts';

/** `(T) value`. Throws `System.TypeException: Invalid conversion from runtime type A to B`. */
export function cast(rt: Runtime, value: unknown, type: RuntimeType): unknown {
  if (value === null) return null;
  if (type.kind === 'primitive') return castToPrimitive(rt, value, type);
  if (type.isInstance(value)) return value;
  throw conversionFault(rt, value, type);
}

/** `(T) value` for a class of the project, whose JavaScript class knows its instances. */
export function castToClass(rt: Runtime, value: unknown, javaScriptClass: JavaScriptClass, type: RuntimeType): unknown {
  if (value === null || value instanceof javaScriptClass) return value;
  throw conversionFault(rt, value, type);
}

/** A value whose type rises to the wanted one by itself is converted; a Decimal isn't cast down to an Integer unless it is typed as one. */
function castToPrimitive(rt: Runtime, value: unknown, type: RuntimeType): unknown {
  if (!type.isInstance(value)) throw conversionFault(rt, value, type);
  switch (type.name) {
    case 'Long':
      return typeof value === 'number' ? BigInt(value) : value;
    case 'Double':
      return toDouble(value);
    case 'Decimal':
      return toDecimal(value);
    case 'String':
      return value instanceof ApexId ? value.value : value;
    case 'Id':
      return value instanceof ApexId ? value.value : stringToId(value as string);
    case 'Datetime':
      return value instanceof ApexDate ? dateToDatetime(value) : value;
    default:
      return value;
  }
}

function toDouble(value: unknown): unknown {
  if (value instanceof Decimal) return new ApexDouble(value.toNumber());
  return typeof value === 'number' || typeof value === 'bigint' ? new ApexDouble(Number(value)) : value;
}

function toDecimal(value: unknown): unknown {
  if (value instanceof ApexDouble) return Decimal.fromDouble(value.value);
  if (typeof value === 'bigint') return Decimal.fromLong(value);
  return typeof value === 'number' ? Decimal.fromInteger(value) : value;
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
