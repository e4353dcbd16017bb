/** `System.String` (Apex Reference Guide, "String Class"). Methods that mirror `org.apache.commons.lang3.StringUtils` behave as it does. */
import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {userTimeZone} from '../session.ts';
import {ApexId, normalizeId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import type {ApexDate} from '../../runtime/date.ts';
import type {ApexDatetime} from '../../runtime/datetime.ts';
import type {Decimal} from '../../runtime/decimal.ts';
import type {ApexDouble} from '../../runtime/double.ts';
import {hashText} from '../../runtime/equality.ts';
import {stringFault} from '../../runtime/fault.ts';
import {escapeCsv, escapeEcmaScript, escapeHtml, escapeJava, escapeUnicode, escapeXml} from '../text/escape.ts';
import {unescapeCsv, unescapeHtml, unescapeJava, unescapeXml} from '../text/unescape.ts';
import {abbreviate, center, levenshtein, normalizeSpace, overlay, pad, splitByCharacterType} from '../text/layout.ts';
import {
  containsAny,
  containsOnly,
  countMatches,
  indexOfAny,
  indexOfAnyBut,
  indexOfDifference,
  isEvery,
  isWhitespace,
  lastIndexOf,
  trim,
} from '../text/search.ts';
import {formatMessage} from '../text/message-format.ts';
import {compileRegex, replaceAll, replaceFirst, splitByRegex} from '../text/regex.ts';
import {elementsOf} from './Iterable.ts';
import type {Runtime} from '../../runtime/runtime.ts';

type Text = string | null;
type Count = number | null;

export const stringClass = defineClass('System.String', {
  'abbreviate(Integer)': (_rt, self: string, maxWidth: Count) => abbreviate(self, 0, required(maxWidth)),
  'abbreviate(Integer,Integer)': (_rt, self: string, maxWidth: Count, offset: Count) =>
    abbreviate(self, required(offset), required(maxWidth)),
  'capitalize()': (_rt, self: string) => self.charAt(0).toUpperCase() + self.slice(1),
  'center(Integer)': (_rt, self: string, size: Count) => center(self, required(size), ' '),
  'center(Integer,String)': (_rt, self: string, size: Count, padding: Text) => center(self, required(size), required(padding)),
  'charAt(Integer)': (_rt, self: string, index: Count) => self.charCodeAt(within(self, required(index))),
  'codePointAt(Integer)': (_rt, self: string, index: Count) => self.codePointAt(within(self, required(index))) ?? 0,
  'codePointBefore(Integer)': (_rt, self: string, index: Count) => codePointBefore(self, required(index)),
  'codePointCount(Integer,Integer)': (_rt, self: string, begin: Count, end: Count) =>
    [...substring(self, required(begin), required(end))].length,
  'compareTo(String)': (_rt, self: string, other: Text) => compare(self, required(other)),
  'contains(String)': (_rt, self: string, part: Text) => self.includes(required(part)),
  'containsAny(String)': (_rt, self: string, characters: Text) => containsAny(self, required(characters)),
  'containsIgnoreCase(String)': (_rt, self: string, part: Text) => self.toLowerCase().includes(required(part).toLowerCase()),
  'containsNone(String)': (_rt, self: string, characters: Text) => !containsAny(self, required(characters)),
  'containsOnly(String)': (_rt, self: string, characters: Text) => containsOnly(self, required(characters)),
  'containsWhitespace()': (_rt, self: string) => /[\s\x1c-\x1f]/.test(self),
  'countMatches(String)': (_rt, self: string, part: Text) => countMatches(self, required(part)),
  'deleteWhitespace()': (_rt, self: string) => self.replace(/[\s\x1c-\x1f]/g, ''),
  'difference(String)': (_rt, self: string, other: Text) => difference(self, required(other)),
  'endsWith(String)': (_rt, self: string, suffix: Text) => self.endsWith(required(suffix)),
  'endsWithIgnoreCase(String)': (_rt, self: string, suffix: Text) => self.toLowerCase().endsWith(required(suffix).toLowerCase()),
  'equals(Object)': (_rt, self: string, other: unknown) => self === other || (other instanceof ApexId && normalizeId(self) === other.value),
  'equalsIgnoreCase(String)': (_rt, self: string, other: Text) => other !== null && self.toLowerCase() === other.toLowerCase(),
  'escapeCsv()': (_rt, self: string) => escapeCsv(self),
  'escapeEcmaScript()': (_rt, self: string) => escapeEcmaScript(self),
  'escapeHtml3()': (_rt, self: string) => escapeHtml(self, 3),
  'escapeHtml4()': (_rt, self: string) => escapeHtml(self, 4),
  'escapeJava()': (_rt, self: string) => escapeJava(self),
  'escapeUnicode()': (_rt, self: string) => escapeUnicode(self),
  'escapeXml()': (_rt, self: string) => escapeXml(self),
  'getChars()': (rt, self: string) =>
    listOf(
      rt,
      'Integer',
      Array.from({length: self.length}, (_, index) => self.charCodeAt(index)),
    ),
  'getLevenshteinDistance(String)': (_rt, self: string, other: Text) => levenshtein(self, required(other)),
  'getLevenshteinDistance(String,Integer)': (_rt, self: string, other: Text, threshold: Count) => {
    const distance = levenshtein(self, required(other));
    return distance <= required(threshold) ? distance : -1;
  },
  'hashCode()': (_rt, self: string) => hashText(self),
  'indexOf(String)': (_rt, self: string, part: Text) => self.indexOf(required(part)),
  'indexOf(String,Integer)': (_rt, self: string, part: Text, from: Count) => self.indexOf(required(part), required(from)),
  'indexOfAny(String)': (_rt, self: string, characters: Text) => indexOfAny(self, required(characters)),
  'indexOfAnyBut(String)': (_rt, self: string, characters: Text) => indexOfAnyBut(self, required(characters)),
  'indexOfChar(Integer)': (_rt, self: string, character: Count) => self.indexOf(String.fromCodePoint(required(character))),
  'indexOfChar(Integer,Integer)': (_rt, self: string, character: Count, from: Count) =>
    self.indexOf(String.fromCodePoint(required(character)), required(from)),
  'indexOfDifference(String)': (_rt, self: string, other: Text) => indexOfDifference(self, required(other)),
  'indexOfIgnoreCase(String)': (_rt, self: string, part: Text) => self.toLowerCase().indexOf(required(part).toLowerCase()),
  'indexOfIgnoreCase(String,Integer)': (_rt, self: string, part: Text, from: Count) =>
    self.toLowerCase().indexOf(required(part).toLowerCase(), required(from)),
  'isAllLowerCase()': (_rt, self: string) => isEvery(self, /^\p{Ll}+$/u),
  'isAllUpperCase()': (_rt, self: string) => isEvery(self, /^\p{Lu}+$/u),
  'isAlpha()': (_rt, self: string) => isEvery(self, /^\p{L}+$/u),
  'isAlphaSpace()': (_rt, self: string) => isEvery(self, /^[\p{L} ]*$/u),
  'isAlphanumeric()': (_rt, self: string) => isEvery(self, /^[\p{L}\p{Nd}]+$/u),
  'isAlphanumericSpace()': (_rt, self: string) => isEvery(self, /^[\p{L}\p{Nd} ]*$/u),
  'isAsciiPrintable()': (_rt, self: string) => isEvery(self, /^[ -~]*$/),
  'isNumeric()': (_rt, self: string) => isEvery(self, /^\p{Nd}+$/u),
  'isNumericSpace()': (_rt, self: string) => isEvery(self, /^[\p{Nd} ]*$/u),
  'isWhitespace()': (_rt, self: string) => isWhitespace(self),
  'lastIndexOf(String)': (_rt, self: string, part: Text) => self.lastIndexOf(required(part)),
  'lastIndexOf(String,Integer)': (_rt, self: string, part: Text, from: Count) => lastIndexOf(self, required(part), required(from)),
  'lastIndexOfChar(Integer)': (_rt, self: string, character: Count) => self.lastIndexOf(String.fromCodePoint(required(character))),
  'lastIndexOfChar(Integer,Integer)': (_rt, self: string, character: Count, from: Count) =>
    lastIndexOf(self, String.fromCodePoint(required(character)), required(from)),
  'lastIndexOfIgnoreCase(String)': (_rt, self: string, part: Text) => self.toLowerCase().lastIndexOf(required(part).toLowerCase()),
  'lastIndexOfIgnoreCase(String,Integer)': (_rt, self: string, part: Text, from: Count) =>
    lastIndexOf(self.toLowerCase(), required(part).toLowerCase(), required(from)),
  'left(Integer)': (_rt, self: string, length: Count) => self.slice(0, Math.max(0, required(length))),
  'leftPad(Integer)': (_rt, self: string, length: Count) => pad(self, required(length), ' ') + self,
  'leftPad(Integer,String)': (_rt, self: string, length: Count, padding: Text) => pad(self, required(length), required(padding)) + self,
  'length()': (_rt, self: string) => self.length,
  'mid(Integer,Integer)': (_rt, self: string, start: Count, length: Count) => mid(self, required(start), required(length)),
  'normalizeSpace()': (_rt, self: string) => normalizeSpace(self),
  'offsetByCodePoints(Integer,Integer)': (_rt, self: string, index: Count, offset: Count) =>
    offsetByCodePoints(self, required(index), required(offset)),
  'overlay(String,Integer,Integer)': (_rt, self: string, inserted: Text, start: Count, end: Count) =>
    overlay(self, required(inserted), required(start), required(end)),
  'remove(String)': (_rt, self: string, part: Text) => (required(part) === '' ? self : self.replaceAll(required(part), () => '')),
  'removeEnd(String)': (_rt, self: string, suffix: Text) => (self.endsWith(required(suffix)) ? cutEnd(self, required(suffix)) : self),
  'removeEndIgnoreCase(String)': (_rt, self: string, suffix: Text) =>
    self.toLowerCase().endsWith(required(suffix).toLowerCase()) ? cutEnd(self, required(suffix)) : self,
  'removeStart(String)': (_rt, self: string, prefix: Text) =>
    self.startsWith(required(prefix)) ? self.slice(required(prefix).length) : self,
  'removeStartIgnoreCase(String)': (_rt, self: string, prefix: Text) =>
    self.toLowerCase().startsWith(required(prefix).toLowerCase()) ? self.slice(required(prefix).length) : self,
  'repeat(Integer)': (_rt, self: string, times: Count) => self.repeat(Math.max(0, required(times))),
  'repeat(String,Integer)': (_rt, self: string, separator: Text, times: Count) =>
    Array.from({length: Math.max(0, required(times))}, () => self).join(required(separator)),
  'replace(String,String)': (_rt, self: string, target: Text, replacement: Text) =>
    replaceText(self, required(target), required(replacement)),
  'replaceAll(String,String)': (_rt, self: string, regex: Text, replacement: Text) =>
    replaceAll(compileRegex(required(regex)), self, required(replacement)),
  'replaceFirst(String,String)': (_rt, self: string, regex: Text, replacement: Text) =>
    replaceFirst(compileRegex(required(regex)), self, required(replacement)),
  'reverse()': (_rt, self: string) => [...self].reverse().join(''),
  'right(Integer)': (_rt, self: string, length: Count) => self.slice(Math.max(0, self.length - Math.max(0, required(length)))),
  'rightPad(Integer)': (_rt, self: string, length: Count) => self + pad(self, required(length), ' '),
  'rightPad(Integer,String)': (_rt, self: string, length: Count, padding: Text) => self + pad(self, required(length), required(padding)),
  'split(String)': (rt, self: string, regex: Text) => listOf(rt, 'String', splitByRegex(self, required(regex), 0)),
  'split(String,Integer)': (rt, self: string, regex: Text, limit: Count) =>
    listOf(rt, 'String', splitByRegex(self, required(regex), required(limit))),
  'splitByCharacterType()': (rt, self: string) => listOf(rt, 'String', splitByCharacterType(self, false)),
  'splitByCharacterTypeCamelCase()': (rt, self: string) => listOf(rt, 'String', splitByCharacterType(self, true)),
  'startsWith(String)': (_rt, self: string, prefix: Text) => self.startsWith(required(prefix)),
  'startsWithIgnoreCase(String)': (_rt, self: string, prefix: Text) => self.toLowerCase().startsWith(required(prefix).toLowerCase()),
  'substring(Integer)': (_rt, self: string, start: Count) => substring(self, required(start), self.length),
  'substring(Integer,Integer)': (_rt, self: string, start: Count, end: Count) => substring(self, required(start), required(end)),
  'substringAfter(String)': (_rt, self: string, separator: Text) => after(self, self.indexOf(required(separator)), required(separator)),
  'substringAfterLast(String)': (_rt, self: string, separator: Text) =>
    required(separator) === '' ? '' : after(self, self.lastIndexOf(required(separator)), required(separator)),
  'substringBefore(String)': (_rt, self: string, separator: Text) => before(self, self.indexOf(required(separator))),
  'substringBeforeLast(String)': (_rt, self: string, separator: Text) =>
    required(separator) === '' ? self : before(self, self.lastIndexOf(required(separator))),
  'substringBetween(String)': (_rt, self: string, tag: Text) => between(self, required(tag), required(tag)),
  'substringBetween(String,String)': (_rt, self: string, open: Text, close: Text) => between(self, required(open), required(close)),
  'swapCase()': (_rt, self: string) => Array.from(self, swapCase).join(''),
  'toLowerCase()': (_rt, self: string) => self.toLowerCase(),
  'toLowerCase(String)': (_rt, self: string, locale: Text) => self.toLocaleLowerCase(required(locale).replaceAll('_', '-')),
  'toUpperCase()': (_rt, self: string) => self.toUpperCase(),
  'toUpperCase(String)': (_rt, self: string, locale: Text) => self.toLocaleUpperCase(required(locale).replaceAll('_', '-')),
  'trim()': (_rt, self: string) => trim(self),
  'uncapitalize()': (_rt, self: string) => self.charAt(0).toLowerCase() + self.slice(1),
  'unescapeCsv()': (_rt, self: string) => unescapeCsv(self),
  'unescapeEcmaScript()': (_rt, self: string) => unescapeJava(self),
  'unescapeHtml3()': (_rt, self: string) => unescapeHtml(self, 3),
  'unescapeHtml4()': (_rt, self: string) => unescapeHtml(self, 4),
  'unescapeJava()': (_rt, self: string) => unescapeJava(self),
  'unescapeUnicode()': (_rt, self: string) => unescapeJava(self),
  'unescapeXml()': (_rt, self: string) => unescapeXml(self),

  'escapeSingleQuotes(String)': (_rt, text: Text) => required(text).replaceAll("'", () => "\\'"),
  'format(String,List<Object>)': (rt, pattern: Text, values: ApexList | null) =>
    formatMessage(rt, required(pattern), required(values).elements),
  'fromCharArray(List<Integer>)': (_rt, characters: ApexList | null) =>
    required(characters)
      .elements.map((character) => String.fromCharCode(required(character as Count)))
      .join(''),
  'getCommonPrefix(List<String>)': (_rt, texts: ApexList | null) => commonPrefix(required(texts).elements as readonly string[]),
  'isBlank(String)': (_rt, text: Text) => text === null || isWhitespace(text),
  'isEmpty(String)': (_rt, text: Text) => text === null || text === '',
  'isNotBlank(String)': (_rt, text: Text) => text !== null && !isWhitespace(text),
  'isNotEmpty(String)': (_rt, text: Text) => text !== null && text !== '',
  'join(Object,String)': (rt, elements: object | null, separator: Text) => join(rt, required(elements), required(separator)),
  'valueOf(Date)': (_rt, value: ApexDate | null) => value?.toIso() ?? null,
  'valueOf(Datetime)': (rt, value: ApexDatetime | null) => value?.toText(userTimeZone(rt)) ?? null,
  'valueOf(Decimal)': (_rt, value: Decimal | null) => value?.toString() ?? null,
  'valueOf(Double)': (_rt, value: ApexDouble | null) => value?.toString() ?? null,
  'valueOf(Integer)': (_rt, value: number | null) => (value === null ? null : String(value)),
  'valueOf(Long)': (_rt, value: bigint | null) => (value === null ? null : String(value)),
  'valueOf(Object)': (rt, value: unknown) => (value === null ? null : rt.stringOf(value)),
  'valueOfGmt(Datetime)': (_rt, value: ApexDatetime | null) => value?.toText('GMT') ?? null,
});

export function listOf(rt: Runtime, element: string, elements: unknown[]): ApexList {
  return new ApexList(rt.types.list(rt.types.get(element)), elements);
}

function within(text: string, index: number): number {
  if (index < 0 || index >= text.length) throw stringFault(`Index out of bounds: ${String(index)}`);
  return index;
}

function codePointBefore(text: string, index: number): number {
  within(text, index - 1);
  const point = text.codePointAt(index - 2);
  return point !== undefined && point > 0xffff && index >= 2 ? point : text.charCodeAt(index - 1);
}

function offsetByCodePoints(text: string, index: number, offset: number): number {
  if (index < 0 || index > text.length) throw stringFault(`Index out of bounds: ${String(index)}`);
  const points = offset >= 0 ? [...text.slice(index)].slice(0, offset) : [...text.slice(0, index)].slice(offset);
  if (points.length !== Math.abs(offset)) throw stringFault(`Index out of bounds: ${String(offset)}`);
  return index + Math.sign(offset) * points.join('').length;
}

function compare(left: string, right: string): number {
  const length = Math.min(left.length, right.length);
  for (let at = 0; at < length; at++) {
    const difference = left.charCodeAt(at) - right.charCodeAt(at);
    if (difference !== 0) return difference;
  }
  return left.length - right.length;
}

function substring(text: string, start: number, end: number): string {
  if (start < 0 || start > text.length) throw stringFault(`Starting position out of bounds: ${String(start)}`);
  if (end < start || end > text.length) throw stringFault(`Ending position out of bounds: ${String(end)}`);
  return text.slice(start, end);
}

function mid(text: string, start: number, length: number): string {
  if (length < 0 || start > text.length) return '';
  const from = Math.max(0, start);
  return text.slice(from, from + length);
}

function difference(text: string, other: string): string {
  const at = indexOfDifference(text, other);
  return at === -1 ? '' : other.slice(at);
}

function cutEnd(text: string, suffix: string): string {
  return text.slice(0, text.length - suffix.length);
}

function replaceText(text: string, target: string, replacement: string): string {
  return text.replaceAll(target, () => replacement);
}

function after(text: string, at: number, separator: string): string {
  return at === -1 ? '' : text.slice(at + separator.length);
}

function before(text: string, at: number): string {
  return at === -1 ? text : text.slice(0, at);
}

function between(text: string, open: string, close: string): string | null {
  const start = text.indexOf(open);
  if (start === -1) return null;
  const end = text.indexOf(close, start + open.length);
  return end === -1 ? null : text.slice(start + open.length, end);
}

function swapCase(character: string): string {
  const upper = character.toUpperCase();
  return character === upper ? character.toLowerCase() : upper;
}

function commonPrefix(texts: readonly string[]): string {
  let prefix = texts[0] ?? '';
  for (const text of texts) {
    while (!text.startsWith(prefix)) prefix = prefix.slice(0, -1);
  }
  return prefix;
}

function join(rt: Runtime, elements: object, separator: string): string {
  const parts: string[] = [];
  for (const element of elementsOf(rt, elements)) parts.push(element === null ? '' : rt.stringOf(element));
  return parts.join(separator);
}
