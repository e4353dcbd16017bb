/**
 * Java's regular expressions (`java.util.regex.Pattern`, which Apex's Pattern, Matcher and String methods take) as JavaScript ones with the flag `v`.
 *
 * Every construct is read and written anew, so that what means the same in both languages passes and everything else is refused: possessive
 * quantifiers, atomic groups, `\G`, blocks, the flags `d` and `U`.
 */
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {translateClass, translateEscapedClass, translateProperty} from './regex-class.ts';
import {RegexReader, literal} from './regex-reader.ts';

interface Flags {
  readonly i: boolean;
  readonly m: boolean;
  readonly s: boolean;
  readonly x: boolean;
}

const NO_FLAGS: Flags = {i: false, m: false, s: false, x: false};
const LINE_ENDS = '\\n\\r\\u0085\\u2028\\u2029';

/** The JavaScript source of a Java regular expression. Throws {@link UnsupportedError}. */
export function translateRegex(java: string): string {
  const translation = new Translation(java);
  const source = translation.alternatives(NO_FLAGS);
  if (!translation.reader.atEnd) throw translation.reader.refuse('has a ")" without "("');
  return source;
}

class Translation {
  readonly reader: RegexReader;
  #groups = 0;

  constructor(java: string) {
    this.reader = new RegexReader(java);
  }

  /** Up to the end or the closing parenthesis, which it leaves. Flags set on the way hold for what follows, in further alternatives too. */
  alternatives(outer: Flags): string {
    let flags = outer;
    let source = '';
    let open = 0;
    while (!this.reader.atEnd && this.reader.peek !== ')') {
      if (flags.x && this.reader.skipComment()) continue;
      if (this.reader.take('|')) {
        source += ')'.repeat(open) + '|';
        open = flags.i === outer.i ? 0 : 1;
        if (open === 1) source += modifier(flags);
        continue;
      }
      const inline = this.inlineFlags(flags);
      if (inline !== null) {
        if (inline.i !== flags.i) {
          source += modifier(inline);
          open++;
        }
        flags = inline;
        continue;
      }
      const atom = this.atom(flags);
      source += atom + this.quantifier(flags);
    }
    return source + ')'.repeat(open);
  }

  private inlineFlags(flags: Flags): Flags | null {
    const match = this.reader.match(/\(\?([a-zA-Z]*)(?:-([a-zA-Z]+))?\)/y);
    return match === null ? null : this.changed(flags, match[1] ?? '', match[2] ?? '');
  }

  private changed(flags: Flags, on: string, off: string): Flags {
    const changed = {...flags};
    for (const [letters, value] of [
      [on, true],
      [off, false],
    ] as const) {
      for (const letter of letters) {
        if (letter === 'i' || letter === 'm' || letter === 's' || letter === 'x') changed[letter] = value;
        else if (letter !== 'u') throw this.reader.refuse(`uses the flag "${letter}"`);
      }
    }
    return changed;
  }

  private atom(flags: Flags): string {
    const character = this.reader.next();
    switch (character) {
      case '(':
        return this.group(flags);
      case '[':
        return translateClass(this.reader, flags.x);
      case '\\':
        return this.escape();
      case '.':
        return flags.s ? '[^]' : `[^${LINE_ENDS}]`;
      case '^':
        return flags.m ? '(?:^|(?<=[\\n\\u0085\\u2028\\u2029]|\\r(?!\\n))(?!$))' : '^';
      case '$':
        return flags.m ? `(?=$|\\r\\n|[\\r\\u0085\\u2028\\u2029]|(?<!\\r)\\n)` : `(?=(?:\\r\\n|[${LINE_ENDS}])?$)`;
      case '*':
      case '+':
      case '?':
        throw this.reader.refuse(`has a dangling "${character}"`);
      case '{':
        throw this.reader.refuse('has a "{" that is no quantifier');
      default:
        return literal(character);
    }
  }

  private group(flags: Flags): string {
    const {reader} = this;
    let opening: string;
    let inner = flags;
    if (!reader.take('?')) {
      this.#groups++;
      opening = '(';
    } else {
      const look = reader.match(/<?[=!]/y);
      const named = look === null ? reader.match(/<([a-zA-Z][a-zA-Z0-9]*)>/y) : null;
      const flagged = look === null && named === null ? reader.match(/([a-zA-Z]*)(?:-([a-zA-Z]+))?:/y) : null;
      if (look !== null) opening = `(?${look[0]}`;
      else if (named !== null) {
        this.#groups++;
        opening = `(?${named[0]}`;
      } else if (flagged !== null) {
        inner = this.changed(flags, flagged[1] ?? '', flagged[2] ?? '');
        opening = inner.i === flags.i ? '(?:' : modifier(inner);
      } else throw reader.refuse(reader.peek === '>' ? 'uses an atomic group' : 'has an unknown group construct');
    }
    const body = this.alternatives(inner);
    if (!reader.take(')')) throw reader.refuse('has an unclosed group');
    return opening + body + ')';
  }

  private escape(): string {
    const {reader} = this;
    const name = reader.match(/k<([a-zA-Z][a-zA-Z0-9]*)>/y);
    if (name !== null) return `\\${name[0]}`;
    const reference = reader.match(/[1-9]\d*/y);
    if (reference !== null) return this.backReference(reference[0]);
    const quoted = reader.match(/Q([^]*?)(?:\\E|$)/y);
    if (quoted !== null) return quotedText(quoted[1] ?? '');
    const property = translateProperty(reader);
    if (property !== null) return property;
    const kind = translateEscapedClass(reader.peek);
    if (kind !== null) {
      reader.next();
      return kind;
    }
    switch (reader.peek) {
      case 'b':
      case 'B':
        return '\\' + reader.next();
      case 'A':
        reader.next();
        return '^';
      case 'z':
        reader.next();
        return '$';
      case 'Z':
        reader.next();
        return `(?=(?:\\r\\n|[${LINE_ENDS}])?$)`;
      case 'R':
        reader.next();
        return `(?:\\r\\n|[\\n\\x0b\\f\\r\\u0085\\u2028\\u2029])`;
      default:
        return literal(reader.escapedCharacter());
    }
  }

  /** As many digits as there are groups so far; what remains stands for itself. */
  private backReference(digits: string): string {
    let length = digits.length;
    while (length > 1 && Number(digits.slice(0, length)) > this.#groups) length--;
    const group = Number(digits.slice(0, length));
    if (group > this.#groups) throw this.reader.refuse(`refers to the group ${String(group)} before it is there`);
    return `(?:\\${String(group)})` + quotedText(digits.slice(length));
  }

  private quantifier(flags: Flags): string {
    const {reader} = this;
    if (flags.x) while (reader.skipComment());
    const match = reader.match(/[*+?]|\{\d+(?:,\d*)?\}/y);
    if (match === null) return '';
    if (reader.peek === '+') throw new UnsupportedError(`U302 The regular expression "${reader.source}" uses a possessive quantifier.`);
    return match[0] + (reader.take('?') ? '?' : '');
  }
}

function modifier(flags: Flags): string {
  return flags.i ? '(?i:' : '(?-i:';
}

function quotedText(text: string): string {
  return Array.from(text, literal).join('');
}
