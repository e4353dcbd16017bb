/** Padding, shortening and taking text apart, as `org.apache.commons.lang3.StringUtils` does it. */
import {stringFault} from '../../runtime/fault.ts';

/** Shortens with an ellipsis to at most `maxWidth` characters, of which the one at `offset` is among those that stay. */
export function abbreviate(text: string, offset: number, maxWidth: number): string {
  if (maxWidth < 4) throw stringFault('Minimum abbreviation width is 4');
  if (text.length <= maxWidth) return text;
  let from = Math.min(offset, text.length);
  if (text.length - from < maxWidth - 3) from = text.length - (maxWidth - 3);
  if (from <= 4) return text.slice(0, maxWidth - 3) + '...';
  if (maxWidth < 7) throw stringFault('Minimum abbreviation width with offset is 7');
  if (from + maxWidth - 3 < text.length) return '...' + abbreviate(text.slice(from), 0, maxWidth - 3);
  return '...' + text.slice(text.length - (maxWidth - 3));
}

/** The padding that brings text to a length: `padding` repeated and cut. */
export function pad(text: string, length: number, padding: string): string {
  const missing = length - text.length;
  return missing <= 0 ? '' : (padding === '' ? ' ' : padding).repeat(missing).slice(0, missing);
}

export function center(text: string, size: number, padding: string): string {
  const missing = size - text.length;
  if (missing <= 0) return text;
  const left = pad(text, text.length + Math.floor(missing / 2), padding) + text;
  return left + pad(left, size, padding);
}

export function overlay(text: string, inserted: string, start: number, end: number): string {
  const clip = (at: number): number => Math.min(Math.max(at, 0), text.length);
  const from = Math.min(clip(start), clip(end));
  const to = Math.max(clip(start), clip(end));
  return text.slice(0, from) + inserted + text.slice(to);
}

export function normalizeSpace(text: string): string {
  return text.replace(/[\s\x1c-\x1f]+/g, ' ').trim();
}

/** Single edits that make one text the other. */
export function levenshtein(left: string, right: string): number {
  let previous = Array.from({length: right.length + 1}, (_, at) => at);
  for (let row = 1; row <= left.length; row++) {
    const current = [row];
    for (let column = 1; column <= right.length; column++) {
      const replaced = (previous[column - 1] ?? 0) + (left.charCodeAt(row - 1) === right.charCodeAt(column - 1) ? 0 : 1);
      current.push(Math.min(replaced, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** Runs of characters of the same Unicode category; with `camelCase` an upper-case letter goes to the lower-case ones after it. */
export function splitByCharacterType(text: string, camelCase: boolean): string[] {
  const parts: string[] = [];
  let part = '';
  let type = '';
  for (const character of text) {
    const next = characterType(character);
    if (part !== '' && next !== type) {
      if (camelCase && type === 'Lu' && next === 'Ll') {
        const last = part.slice(-1);
        if (part.length > 1) parts.push(part.slice(0, -1));
        part = last;
      } else {
        parts.push(part);
        part = '';
      }
    }
    part += character;
    type = next;
  }
  if (part !== '') parts.push(part);
  return parts;
}

const CATEGORIES = ['Lu', 'Ll', 'Lt', 'Lm', 'Lo', 'Mn', 'Me', 'Mc', 'Nd', 'Nl', 'No', 'Zs', 'Zl', 'Zp', 'Cc', 'Cf', 'Co', 'Cs'].concat([
  'Pd',
  'Ps',
  'Pe',
  'Pc',
  'Po',
  'Sm',
  'Sc',
  'Sk',
  'So',
  'Pi',
  'Pf',
]);

let categories: readonly (readonly [string, RegExp])[] | null = null;

function characterType(character: string): string {
  categories ??= CATEGORIES.map((name) => [name, new RegExp(`^\\p{${name}}$`, 'u')] as const);
  return categories.find(([, pattern]) => pattern.test(character))?.[0] ?? 'Cn';
}
