/** The other way round from `escape.ts`, as `org.apache.commons.lang3.StringEscapeUtils` does it. */
import {htmlEntities} from './html-entities.ts';

const ESCAPES: Readonly<Record<string, string>> = {b: '\b', n: '\n', t: '\t', f: '\f', r: '\r'};

/** Java's, ECMAScript's and Unicode escapes alike. */
export function unescapeJava(text: string): string {
  return text.replace(/\\(?:u+\+?([0-9A-Fa-f]{4})|([0-3]?[0-7]{1,2})|([\s\S]))/g, (_match, hex?: string, octal?: string, other = '') => {
    if (hex !== undefined) return String.fromCharCode(parseInt(hex, 16));
    if (octal !== undefined) return String.fromCharCode(parseInt(octal, 8));
    return ESCAPES[other as string] ?? (other as string);
  });
}

export function unescapeHtml(text: string, version: 3 | 4): string {
  return unescapeEntities(text, htmlEntities(version).byName);
}

const XML: ReadonlyMap<string, string> = new Map([
  ['quot', '"'],
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['apos', "'"],
]);

export function unescapeXml(text: string): string {
  return unescapeEntities(text, XML);
}

export function unescapeCsv(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  const inner = text.slice(1, -1);
  return /[",\r\n]/.test(inner) ? inner.replaceAll('""', '"') : text;
}

function unescapeEntities(text: string, names: ReadonlyMap<string, string>): string {
  return text.replace(/&(?:#[xX]([0-9A-Fa-f]+)|#([0-9]+)|(\w+));/g, (match: string, hex?: string, decimal?: string, name = '') => {
    if (hex !== undefined) return fromCode(parseInt(hex, 16), match);
    if (decimal !== undefined) return fromCode(parseInt(decimal, 10), match);
    return names.get(name as string) ?? match;
  });
}

function fromCode(code: number, otherwise: string): string {
  return code <= 0x10ffff ? String.fromCodePoint(code) : otherwise;
}
