import {ApexFault} from '../../runtime/fault.ts';

/** The constants of `System.JSONToken` that occur in text. */
export type JsonTokenKind =
  | 'START_OBJECT'
  | 'END_OBJECT'
  | 'START_ARRAY'
  | 'END_ARRAY'
  | 'FIELD_NAME'
  | 'VALUE_STRING'
  | 'VALUE_NUMBER_INT'
  | 'VALUE_NUMBER_FLOAT'
  | 'VALUE_TRUE'
  | 'VALUE_FALSE'
  | 'VALUE_NULL';

export interface JsonToken {
  readonly kind: JsonTokenKind;
  /** Of names and strings without quotes and escapes; else as it is written. */
  readonly text: string;
  /** Offset of where the value was introduced: its comma, colon or bracket. */
  readonly boundary: number;
}

/** A `System.JSONException`. */
export function jsonFault(message: string): ApexFault {
  return new ApexFault('System.JSONException', message);
}

/**
 * Reads JSON token by token and refuses what isn't JSON, with the messages of the parser that the platform uses (Jackson; they show in public questions:
 * `Unexpected character ('r' (code 114)): was expecting double-quote to start field name at [line:1, column:4]`).
 */
export class JsonReader {
  readonly text: string;
  #at = 0;
  /** Whether each open container is an object. */
  readonly #open: boolean[] = [];
  /** What must come next. */
  #state: 'value' | 'first value' | 'first name' | 'name' | 'separator' | 'done' = 'value';
  #boundary = 0;

  constructor(text: string) {
    this.text = text;
  }

  /** The next token; null at the end of the text. */
  next(): JsonToken | null {
    const character = this.#skipSpace();
    switch (this.#state) {
      case 'done':
        return null;
      case 'separator':
        return this.#afterValue(character);
      case 'first name':
        if (character === '}') return this.#close();
        return this.#name(character);
      case 'name':
        return this.#name(character);
      case 'first value':
        if (character === ']') return this.#close();
        return this.#value(character);
      case 'value':
        if (character === '' && this.#open.length === 0) throw jsonFault('No content to map to Object due to end of input');
        return this.#value(character);
    }
  }

  /** ` at [line:…, column:…]` for an offset. */
  location(offset: number): string {
    const before = this.text.slice(0, offset);
    const line = before.split('\n').length;
    return ` at [line:${String(line)}, column:${String(offset - before.lastIndexOf('\n'))}]`;
  }

  #skipSpace(): string {
    while (this.#at < this.text.length && ' \t\n\r'.includes(this.text.charAt(this.#at))) this.#at++;
    return this.text.charAt(this.#at);
  }

  #afterValue(character: string): JsonToken | null {
    const isObject = this.#open.at(-1);
    if (isObject === undefined) {
      // What follows the value isn't read, as by the platform's parser.
      this.#state = 'done';
      return null;
    }
    if (character === (isObject ? '}' : ']')) return this.#close();
    if (character !== ',') {
      throw this.#unexpected(character, `was expecting comma to separate ${isObject ? 'OBJECT' : 'ARRAY'} entries`);
    }
    this.#boundary = this.#at++;
    this.#state = isObject ? 'name' : 'value';
    return this.next();
  }

  #name(character: string): JsonToken {
    if (character !== '"') throw this.#unexpected(character, 'was expecting double-quote to start field name');
    const text = this.#string();
    const colon = this.#skipSpace();
    if (colon !== ':') throw this.#unexpected(colon, 'was expecting a colon to separate field name and value');
    this.#at++;
    this.#state = 'value';
    return {kind: 'FIELD_NAME', text, boundary: this.#boundary};
  }

  #value(character: string): JsonToken {
    const boundary = this.#boundary;
    if (character === '{' || character === '[') {
      this.#boundary = this.#at++;
      this.#open.push(character === '{');
      this.#state = character === '{' ? 'first name' : 'first value';
      return {kind: character === '{' ? 'START_OBJECT' : 'START_ARRAY', text: character, boundary};
    }
    this.#state = 'separator';
    if (character === '"') return {kind: 'VALUE_STRING', text: this.#string(), boundary};
    if (character === '-' || (character >= '0' && character <= '9')) return this.#number(boundary);
    return this.#literal(character, boundary);
  }

  #close(): JsonToken {
    const isObject = this.#open.pop() === true;
    const text = this.text.charAt(this.#at++);
    this.#state = 'separator';
    return {kind: isObject ? 'END_OBJECT' : 'END_ARRAY', text, boundary: this.#boundary};
  }

  #number(boundary: number): JsonToken {
    const match = this.#match(/-?(?:0|[1-9]\d*)(\.\d+)?([eE][+-]?\d+)?/y);
    if (match === null) {
      this.#at++;
      throw this.#unexpected(this.text.charAt(this.#at), 'expected digit (0-9) to follow minus sign, for valid numeric value');
    }
    const next = this.text.charAt(this.#at);
    if (next >= '0' && next <= '9') throw jsonFault(`Invalid numeric value: Leading zeroes not allowed${this.location(this.#at)}`);
    if (next === '.') {
      this.#at++;
      throw this.#unexpected(this.text.charAt(this.#at), 'Decimal point not followed by a digit');
    }
    return {kind: match[1] === undefined && match[2] === undefined ? 'VALUE_NUMBER_INT' : 'VALUE_NUMBER_FLOAT', text: match[0], boundary};
  }

  #literal(character: string, boundary: number): JsonToken {
    const word = this.#match(/[A-Za-z_$][\w$]*/y)?.[0];
    if (word === 'true') return {kind: 'VALUE_TRUE', text: word, boundary};
    if (word === 'false') return {kind: 'VALUE_FALSE', text: word, boundary};
    if (word === 'null') return {kind: 'VALUE_NULL', text: word, boundary};
    if (word !== undefined && 'tfnN'.includes(character)) {
      throw jsonFault(`Unrecognized token '${word}': was expecting 'null', 'true', 'false' or NaN${this.location(this.#at)}`);
    }
    if (word !== undefined) this.#at -= word.length;
    throw this.#unexpected(character, "expected a valid value (number, String, array, object, 'true', 'false' or 'null')");
  }

  #string(): string {
    const start = ++this.#at;
    const plain = this.#match(/[^"\\\x00-\x1f]*/y)?.[0] ?? '';
    if (this.text.charAt(this.#at) === '"') {
      this.#at++;
      return plain;
    }
    this.#at = start;
    return this.#escapedString();
  }

  #escapedString(): string {
    let text = '';
    for (;;) {
      const character = this.text.charAt(this.#at++);
      if (character === '"') return text;
      if (character === '')
        throw jsonFault(`Unexpected end-of-input: was expecting closing quote for a string value${this.location(this.#at - 1)}`);
      if (character === '\\') text += this.#escape();
      else if (character < ' ') {
        const code = String(character.charCodeAt(0));
        throw jsonFault(
          `Illegal unquoted character ((CTRL-CHAR, code ${code})): has to be escaped using backslash to be included in string value${this.location(this.#at)}`,
        );
      } else text += character;
    }
  }

  #escape(): string {
    const character = this.text.charAt(this.#at++);
    const plain = ESCAPES[character];
    if (plain !== undefined) return plain;
    const hex = character === 'u' ? this.#match(/[0-9A-Fa-f]{4}/y) : null;
    if (hex !== null) return String.fromCharCode(parseInt(hex[0], 16));
    throw jsonFault(`Unrecognized character escape '${character}' (code ${String(character.charCodeAt(0))})${this.location(this.#at)}`);
  }

  #match(pattern: RegExp): RegExpExecArray | null {
    pattern.lastIndex = this.#at;
    const match = pattern.exec(this.text);
    if (match !== null) this.#at += match[0].length;
    return match;
  }

  #unexpected(character: string, expectation: string): ApexFault {
    if (character === '') {
      const container = this.#open.at(-1) === true ? 'OBJECT' : 'ARRAY';
      return jsonFault(`Unexpected end-of-input: expected close marker for ${container}${this.location(this.text.length)}`);
    }
    const code = String(character.codePointAt(0));
    return jsonFault(`Unexpected character ('${character}' (code ${code})): ${expectation}${this.location(this.#at + 1)}`);
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '"',
  '\\': '\\',
  '/': '/',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
};
