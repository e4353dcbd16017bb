import {stringFault} from '../../runtime/fault.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {translateRegex} from './regex-translation.ts';

/** A Java regular expression, ready for each way of matching. */
export interface Regex {
  readonly java: string;
  /** Finds from `lastIndex`. */
  readonly finder: RegExp;
  /** Matches at `lastIndex` only. */
  readonly starter: RegExp;
  /** Matches from `lastIndex` to the end. */
  readonly whole: RegExp;
}

const compiled = new Map<string, Regex>();
const CACHE_SIZE = 2000;

/** The translation of a Java regular expression, kept by its text. Throws {@link UnsupportedError} where the languages differ. */
export function compileRegex(java: string): Regex {
  const known = compiled.get(java);
  if (known !== undefined) return known;
  const source = translateRegex(java);
  let regex: Regex;
  try {
    regex = {java, finder: new RegExp(source, 'gv'), starter: new RegExp(source, 'yv'), whole: new RegExp(`(?:${source})$`, 'yv')};
  } catch (error) {
    throw new UnsupportedError(`U302 The regular expression "${java}" is not supported: ${error instanceof Error ? error.message : ''}.`);
  }
  if (compiled.size >= CACHE_SIZE) compiled.clear();
  compiled.set(java, regex);
  return regex;
}

/** Java's `String.split`: without trailing empty parts where `limit` is 0, at most `limit` parts where it is positive. */
export function splitByRegex(text: string, java: string, limit: number): string[] {
  const parts = limit <= 0 && isPlain(java) ? text.split(java) : splitParts(text, compileRegex(java).finder, limit);
  if (limit === 0 && parts.length > 1) {
    let end = parts.length;
    while (end > 0 && parts[end - 1] === '') end--;
    parts.length = end;
  }
  return parts;
}

/** Java's `replaceAll`, whose replacement refers to groups by `$1` and `${name}`. */
export function replaceAll(regex: Regex, text: string, replacement: string): string {
  return text.replace(regex.finder, replacer(replacement));
}

export function replaceFirst(regex: Regex, text: string, replacement: string): string {
  let done = false;
  const replace = replacer(replacement);
  return text.replace(regex.finder, (...match: unknown[]) => {
    if (done) return match[0] as string;
    done = true;
    return replace(...match);
  });
}

/** Text that a regular expression matches as it is. */
function isPlain(java: string): boolean {
  return java !== '' && /^[^\\^$.|?*+()[\]{}]+$/.test(java);
}

function splitParts(text: string, finder: RegExp, limit: number): string[] {
  const parts: string[] = [];
  let start = 0;
  for (const match of text.matchAll(finder)) {
    if (limit > 0 && parts.length === limit - 1) break;
    const end = match.index + match[0].length;
    // A match of nothing at the start gives no empty part.
    if (end === 0 || (match[0] === '' && match.index === text.length)) continue;
    parts.push(text.slice(start, match.index));
    start = end;
  }
  parts.push(text.slice(start));
  return parts;
}

type Part = string | number | {readonly name: string};

/** A function for `String.replace` that puts a Java replacement together. */
function replacer(replacement: string): (...match: unknown[]) => string {
  if (!replacement.includes('$') && !replacement.includes('\\')) return () => replacement;
  let parts: readonly Part[] | null = null;
  return (...match) => {
    const groups = groupsOf(match);
    parts ??= replacementParts(replacement, groups.numbered.length - 1);
    return parts.map((part) => partText(part, groups)).join('');
  };
}

interface Groups {
  readonly numbered: readonly (string | undefined)[];
  readonly named: Readonly<Record<string, string | undefined>> | undefined;
}

function groupsOf(match: readonly unknown[]): Groups {
  const last = match.at(-1);
  const named = typeof last === 'object' ? (last as Record<string, string | undefined>) : undefined;
  return {numbered: match.slice(0, named === undefined ? -2 : -3) as (string | undefined)[], named};
}

function partText(part: Part, {numbered, named}: Groups): string {
  if (typeof part === 'string') return part;
  if (typeof part === 'number') return numbered[part] ?? '';
  if (named === undefined || !(part.name in named)) throw stringFault(`No group with name {${part.name}}`);
  return named[part.name] ?? '';
}

function replacementParts(replacement: string, groups: number): Part[] {
  const parts: Part[] = [];
  let at = 0;
  while (at < replacement.length) {
    const character = replacement.charAt(at++);
    if (character === '\\') {
      if (at === replacement.length) throw stringFault('character to be escaped is missing');
      parts.push(replacement.charAt(at++));
    } else if (character === '$') {
      const name = /^\{([a-zA-Z][a-zA-Z0-9]*)\}/.exec(replacement.slice(at))?.[1];
      if (name !== undefined) {
        parts.push({name});
        at += name.length + 2;
      } else {
        const digits = groupDigits(replacement, at, groups);
        parts.push(Number(digits));
        at += digits.length;
      }
    } else parts.push(character);
  }
  return parts;
}

/** One digit, and further ones as long as they name a group. */
function groupDigits(replacement: string, start: number, groups: number): string {
  let digits = /^\d/.exec(replacement.slice(start))?.[0];
  if (digits === undefined) throw stringFault('Illegal group reference');
  if (Number(digits) > groups) throw stringFault(`No group ${digits}`);
  for (let at = start + 1; /\d/.test(replacement.charAt(at)) && Number(digits + replacement.charAt(at)) <= groups; at++) {
    digits += replacement.charAt(at);
  }
  return digits;
}
