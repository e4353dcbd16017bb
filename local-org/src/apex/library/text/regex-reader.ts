import {UnsupportedError} from '../../runtime/unsupported.ts';

/** Reads a Java regular expression, code point by code point. */
export class RegexReader {
  readonly source: string;
  #at = 0;

  constructor(source: string) {
    this.source = source;
  }

  get atEnd(): boolean {
    return this.#at >= this.source.length;
  }

  /** The next code point; empty at the end. */
  get peek(): string {
    const point = this.source.codePointAt(this.#at);
    return point === undefined ? '' : String.fromCodePoint(point);
  }

  next(): string {
    const character = this.peek;
    if (character === '') throw this.refuse('ends too early');
    this.#at += character.length;
    return character;
  }

  take(text: string): boolean {
    if (!this.source.startsWith(text, this.#at)) return false;
    this.#at += text.length;
    return true;
  }

  /** Takes what a sticky pattern matches here. */
  match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.source);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  /** White space and `# …`, which the flag `x` leaves out. */
  skipComment(): boolean {
    return this.match(/[ \t\n\x0b\f\r]+|#[^\n\r]*/y) !== null;
  }

  /** The character for which an escape stands, after the backslash. */
  escapedCharacter(): string {
    const hex = this.match(/x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]+)\}|u([0-9A-Fa-f]{4})/y);
    if (hex !== null) return String.fromCodePoint(parseInt(hex[1] ?? hex[2] ?? hex[3] ?? '', 16));
    const octal = this.match(/0([0-3]?[0-7]{1,2})/y);
    if (octal !== null) return String.fromCodePoint(parseInt(octal[1] ?? '', 8));
    const character = this.next();
    const control = CONTROLS[character];
    if (control !== undefined) return control;
    if (character === 'c') return String.fromCharCode(this.next().charCodeAt(0) ^ 64);
    if (/[a-zA-Z0-9]/.test(character)) throw this.refuse(`uses "\\${character}"`);
    return character;
  }

  refuse(reason: string): UnsupportedError {
    return new UnsupportedError(`U302 The regular expression "${this.source}" ${reason}.`);
  }
}

const CONTROLS: Readonly<Record<string, string>> = {t: '\t', n: '\n', r: '\r', f: '\f', a: '\x07', e: '\x1b'};

/** A character that stands for itself, within classes and without. */
export function literal(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  if (code > 126 || /[a-zA-Z0-9_]/.test(character)) return character;
  return '\\x' + code.toString(16).padStart(2, '0');
}
