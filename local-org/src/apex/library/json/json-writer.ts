import {jsonFault} from './json-reader.ts';

/**
 * Writes JSON, compact or as Jackson's `DefaultPrettyPrinter` lays it out: members on lines of their own, two spaces a level, elements of arrays on one line
 * (`"a" : [ 1, 2 ]`), empty ones as `{ }` and `[ ]`.
 */
export class JsonWriter {
  readonly #isPretty: boolean;
  #text = '';
  /** Open containers, outermost first. */
  readonly #open: {readonly isObject: boolean; count: number}[] = [];
  #depth = 0;
  #hasName = false;

  constructor(isPretty: boolean) {
    this.#isPretty = isPretty;
  }

  get text(): string {
    return this.#text;
  }

  startObject(): void {
    this.#beforeValue();
    this.#text += '{';
    this.#open.push({isObject: true, count: 0});
    this.#depth++;
  }

  endObject(): void {
    const container = this.#open.at(-1);
    if (container?.isObject !== true) throw jsonFault('Current context not an object but ' + (container === undefined ? 'ROOT' : 'ARRAY'));
    this.#open.pop();
    this.#depth--;
    if (this.#isPretty) this.#text += container.count === 0 ? ' ' : this.#newLine();
    this.#text += '}';
  }

  startArray(): void {
    this.#beforeValue();
    this.#text += '[';
    this.#open.push({isObject: false, count: 0});
  }

  endArray(): void {
    const container = this.#open.at(-1);
    if (container?.isObject !== false) throw jsonFault('Current context not an ARRAY but ' + (container === undefined ? 'ROOT' : 'OBJECT'));
    this.#open.pop();
    this.#text += this.#isPretty ? ' ]' : ']';
  }

  name(name: string): void {
    const container = this.#open.at(-1);
    if (container?.isObject !== true || this.#hasName) throw jsonFault('Can not write a field name, expecting a value');
    if (container.count++ > 0) this.#text += ',';
    if (this.#isPretty) this.#text += this.#newLine();
    this.#text += quoteJson(name) + (this.#isPretty ? ' : ' : ':');
    this.#hasName = true;
  }

  string(text: string): void {
    this.raw(quoteJson(text));
  }

  /** A number, `true`, `false` or `null`. */
  raw(text: string): void {
    this.#beforeValue();
    this.#text += text;
  }

  #beforeValue(): void {
    const container = this.#open.at(-1);
    if (container?.isObject === true) {
      if (!this.#hasName) throw jsonFault('Can not start an object or write a value, expecting field name');
      this.#hasName = false;
    } else if (container !== undefined) {
      this.#text += container.count++ === 0 ? (this.#isPretty ? ' ' : '') : this.#isPretty ? ', ' : ',';
    } else if (this.#text !== '') this.#text += ' ';
  }

  #newLine(): string {
    return '\n' + '  '.repeat(this.#depth);
  }
}

/** A JSON string: quotes, backslashes and control characters escaped. */
export function quoteJson(text: string): string {
  // eslint's no-control-regex doesn't apply: control characters are what is looked for.
  return /["\\\u0000-\u001f]/.test(text) ? `"${text.replace(/["\\\u0000-\u001f]/g, escapeCharacter)}"` : `"${text}"`;
}

const ESCAPES: Readonly<Record<string, string>> = {
  '"': '\\"',
  '\\': '\\\\',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
};

function escapeCharacter(character: string): string {
  return ESCAPES[character] ?? '\\u' + character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0');
}
