/** Character classes of Java's regular expressions: `[a-z&&[^aeiou]]`, `\p{Alpha}`, `\h`. */
import {literal, type RegexReader} from './regex-reader.ts';

const SPACE = '\\t-\\r\\x20';
const HORIZONTAL = '\\x20\\t\\xa0\\u1680\\u180e\\u2000-\\u200a\\u202f\\u205f\\u3000';
const VERTICAL = '\\n\\x0b\\f\\r\\x85\\u2028\\u2029';

/** `\d`, `\s` and their like, as a class; null for other letters. They know ASCII only, as Java's do. */
export function translateEscapedClass(letter: string): string | null {
  switch (letter) {
    case 'd':
      return '[0-9]';
    case 'D':
      return '[^0-9]';
    case 'w':
      return '[a-zA-Z0-9_]';
    case 'W':
      return '[^a-zA-Z0-9_]';
    case 's':
      return `[${SPACE}]`;
    case 'S':
      return `[^${SPACE}]`;
    case 'h':
      return `[${HORIZONTAL}]`;
    case 'H':
      return `[^${HORIZONTAL}]`;
    case 'v':
      return `[${VERTICAL}]`;
    case 'V':
      return `[^${VERTICAL}]`;
    default:
      return null;
  }
}

/** The POSIX classes, which are ASCII in Java. */
const POSIX: Readonly<Record<string, string>> = {
  Lower: 'a-z',
  Upper: 'A-Z',
  ASCII: '\\x00-\\x7f',
  Alpha: 'a-zA-Z',
  Digit: '0-9',
  Alnum: 'a-zA-Z0-9',
  Punct: '\\x21-\\x2f\\x3a-\\x40\\x5b-\\x60\\x7b-\\x7e',
  Graph: '\\x21-\\x7e',
  Print: '\\x20-\\x7e',
  Blank: '\\x20\\t',
  Cntrl: '\\x00-\\x1f\\x7f',
  XDigit: '0-9a-fA-F',
  Space: SPACE,
};

const BINARY: Readonly<Record<string, string>> = {
  Alphabetic: 'Alphabetic',
  Ideographic: 'Ideographic',
  Letter: 'L',
  Lowercase: 'Lowercase',
  Uppercase: 'Uppercase',
  Punctuation: 'P',
  Control: 'Cc',
  White_Space: 'White_Space',
  Digit: 'Nd',
};

/** `p{…}` or `P{…}` after a backslash; null if the reader isn't at one. */
export function translateProperty(reader: RegexReader): string | null {
  const match = reader.match(/([pP])(?:\{(\^?)([^}]+)\}|([A-Z]))/y);
  if (match === null) return null;
  const name = match[3] ?? match[4] ?? '';
  const negated = (match[1] === 'P') !== (match[2] === '^');
  const posix = POSIX[name];
  if (posix !== undefined) return `[${negated ? '^' : ''}${posix}]`;
  return `\\${negated ? 'P' : 'p'}{${unicodeProperty(reader, name)}}`;
}

function unicodeProperty(reader: RegexReader, name: string): string {
  if (/^[LMNPSZC][a-z&]?$/.test(name)) return name === 'L&' ? 'LC' : name;
  const keyed = /^(?:(general_category|gc)|(script|sc))=(\w+)$/i.exec(name);
  if (keyed !== null) return keyed[1] !== undefined ? (keyed[3] ?? '') : `Script=${keyed[3] ?? ''}`;
  const prefixed = /^Is(\w+)$/.exec(name)?.[1];
  if (prefixed === undefined) throw reader.refuse(`uses the class "\\p{${name}}"`);
  return BINARY[prefixed] ?? (/^[LMNPSZC][a-z]?$/.test(prefixed) ? prefixed : `Script=${prefixed}`);
}

/** After `[`: up to and with the closing bracket. @param spaced whether white space is left out (flag `x`) */
export function translateClass(reader: RegexReader, spaced: boolean): string {
  const negated = reader.take('^');
  const operands: string[] = [];
  let items = '';
  let first = true;
  for (;;) {
    if (reader.atEnd) throw reader.refuse('has an unclosed character class');
    if (spaced && reader.skipComment()) continue;
    if (!first && reader.take(']')) break;
    if (reader.take('&&')) {
      operands.push(items);
      items = '';
    } else items += item(reader, spaced);
    first = false;
  }
  operands.push(items);
  const body =
    operands.length === 1
      ? items
      : operands
          .filter((operand) => operand !== '')
          .map((operand) => `[${operand}]`)
          .join('&&');
  return `[${negated ? '^' : ''}${body}]`;
}

function item(reader: RegexReader, spaced: boolean): string {
  if (reader.take('[')) return translateClass(reader, spaced);
  const start = single(reader);
  if (start.length > 1 && start.startsWith('class:')) return start.slice('class:'.length);
  const range = reader.match(/-(?=[^\][]|\\)/y);
  if (range === null) return literal(start);
  const end = single(reader);
  if (end.startsWith('class:')) return literal(start) + literal('-') + end.slice('class:'.length);
  return `${literal(start)}-${literal(end)}`;
}

/** One character, or `class:` and the class for which an escape stands. */
function single(reader: RegexReader): string {
  if (!reader.take('\\')) return reader.next();
  const quoted = reader.match(/Q([^]*?)(?:\\E|$)/y);
  if (quoted !== null) return 'class:' + Array.from(quoted[1] ?? '', literal).join('');
  const property = translateProperty(reader);
  if (property !== null) return 'class:' + property;
  const kind = translateEscapedClass(reader.peek);
  if (kind === null) return reader.escapedCharacter();
  reader.next();
  return 'class:' + kind;
}
