import {jsonFault} from './json-reader.ts';
import {JsonNumber, type JsonNode} from './json-tree.ts';
import {decodeBase64} from '../System/EncodingUtil.ts';
import {ApexDate, MILLIS_PER_DAY} from '../../runtime/date.ts';
import {ApexDatetime} from '../../runtime/datetime.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexDouble} from '../../runtime/double.ts';
import {normalizeId} from '../../runtime/id.ts';
import {MAX_INTEGER, MIN_INTEGER, wrapLong} from '../../runtime/long.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexTime} from '../../runtime/time.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/**
 * A value of a primitive type; `node` isn't null. Numbers and Booleans may stand in quotes, and may be read as text: the parser of the platform asks for the text of
 * a token, whatever its kind (tests of public projects rely on both).
 */
export function primitiveOf(rt: Runtime, node: JsonNode, type: string): unknown {
  if (node instanceof Map || Array.isArray(node)) throw jsonFault(`Illegal value for primitive: ${node instanceof Map ? '{' : '['}`);
  switch (type) {
    case 'String':
      return textOf(node);
    case 'Boolean':
      return booleanOf(node);
    case 'Integer':
      return integerOf(node);
    case 'Long':
      return longOf(node);
    case 'Double':
      return new ApexDouble(Number(numberText(node, type)));
    case 'Decimal':
      return Decimal.parse(numberText(node, type));
    default:
      return fromText(rt, typeof node === 'string' ? node : null, node, type);
  }
}

function textOf(node: JsonNode): string {
  if (node instanceof JsonNumber) return node.text;
  return typeof node === 'string' ? node : JSON.stringify(node);
}

function fromText(rt: Runtime, text: string | null, node: JsonNode, type: string): unknown {
  if (text === null) throw unclear(node, type);
  switch (type) {
    case 'Id': {
      const id = normalizeId(text);
      if (id === null) throw jsonFault(`Illegal value for id: ${text}`);
      return id;
    }
    case 'Date':
      return ApexDate.parseIso(text) ?? readDatetime(text).date('GMT');
    case 'Datetime':
      return readDatetime(text);
    case 'Time':
      return readTime(text);
    case 'Blob':
      return decodeBase64(text);
    default:
      throw jsonFault(`Apex Type unsupported in JSON: ${rt.types.get(type).name}`);
  }
}

/** Conversions between kinds of values that no document describes are refused rather than guessed. */
function unclear(node: JsonNode, type: string): UnsupportedError {
  return new UnsupportedError(`U305 Reading ${textOf(node)} from JSON as ${type} is not supported.`);
}

function booleanOf(node: JsonNode): boolean {
  if (typeof node === 'boolean') return node;
  if (node === 'true' || node === 'false') return node === 'true';
  throw unclear(node, 'Boolean');
}

const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?$/;
const WHOLE_NUMBER = /^-?(?:0|[1-9]\d*)$/;

function numberText(node: JsonNode, type: string): string {
  const text = textOf(node);
  if (!NUMBER.test(text)) throw unclear(node, type);
  return text;
}

function integerOf(node: JsonNode): number {
  const text = wholeNumber(node, 'Integer');
  const value = Number(text);
  if (value > MAX_INTEGER || value < MIN_INTEGER) throw jsonFault(`Numeric value (${text}) out of range of int${locationOf(node)}`);
  return value + 0;
}

function longOf(node: JsonNode): bigint {
  const text = wholeNumber(node, 'Long');
  const value = BigInt(text);
  if (wrapLong(value) !== value) throw jsonFault(`Numeric value (${text}) out of range of long${locationOf(node)}`);
  return value;
}

function wholeNumber(node: JsonNode, type: string): string {
  const text = textOf(node);
  if (!WHOLE_NUMBER.test(text)) throw unclear(node, type);
  return text;
}

function locationOf(node: JsonNode): string {
  return node instanceof JsonNumber ? node.location() : '';
}

/** ISO 8601 with a zone: `2026-01-02T03:04:05Z`, with milliseconds, with `+0100` or `+01:00`; a day alone is its midnight in GMT. */
function readDatetime(text: string): ApexDatetime {
  const day = ApexDate.parseIso(text);
  if (day !== null) return new ApexDatetime(day.days * MILLIS_PER_DAY);
  const match = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(Z|[+-]\d{2}:?\d{2})?$/.exec(text);
  const date = match === null ? null : ApexDate.parseIso(match[1] ?? '');
  const [hour, minute, second] = [Number(match?.[2]), Number(match?.[3]), Number(match?.[4] ?? '0')];
  if (match === null || date === null || hour > 23 || minute > 59 || second > 59) throw jsonFault(`Invalid format: "${text}"`);
  if (match[6] === undefined)
    throw new UnsupportedError(`U305 Reading "${text}", which names no time zone, from JSON as Datetime is not supported.`);
  const millis = Number((match[5] ?? '').padEnd(3, '0').slice(0, 3));
  return new ApexDatetime(date.days * MILLIS_PER_DAY + ((hour * 60 + minute) * 60 + second) * 1000 + millis - zoneOffset(match[6]));
}

function zoneOffset(zone: string): number {
  if (zone === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

function readTime(text: string): ApexTime {
  const match = /^(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (match === null) throw jsonFault(`Invalid format: "${text}"`);
  return ApexTime.of(Number(match[1]), Number(match[2]), Number(match[3] ?? '0'), Number((match[4] ?? '').padEnd(3, '0')));
}
