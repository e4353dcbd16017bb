import {ApexBlob} from './blob.ts';
import {ApexDate} from './date.ts';
import {ApexDatetime} from './datetime.ts';
import {Decimal} from './decimal.ts';
import {ApexDouble} from './double.ts';
import {ApexId, normalizeId} from './id.ts';
import {ApexTime} from './time.ts';

/**
 * `value instanceof Decimal` and so on. As on the platform, whose `instanceof` asks whether the value rises to the type by itself: every number is a Decimal
 * and a Double, an Integer is a Long, a Date is a Datetime, an Id is a String and a text that looks like an Id is one.
 */
export function isPrimitiveInstance(name: string, value: unknown): boolean {
  switch (name) {
    case 'Integer':
      return typeof value === 'number';
    case 'Long':
      return typeof value === 'number' || typeof value === 'bigint';
    case 'Double':
    case 'Decimal':
      return typeof value === 'number' || typeof value === 'bigint' || value instanceof Decimal || value instanceof ApexDouble;
    case 'Boolean':
      return typeof value === 'boolean';
    case 'String':
      return typeof value === 'string' || value instanceof ApexId;
    case 'Id':
      return value instanceof ApexId || (typeof value === 'string' && normalizeId(value) !== null);
    case 'Datetime':
      return value instanceof ApexDatetime || value instanceof ApexDate;
    case 'Date':
      return value instanceof ApexDate;
    case 'Time':
      return value instanceof ApexTime;
    case 'Blob':
      return value instanceof ApexBlob;
    default:
      return false;
  }
}
