import {ApexErrorListener} from '@apexdevtools/apex-parser';
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {optional} from './source-text.ts';

type ErrorArguments = Parameters<ApexErrorListener['syntaxError']>;

/** Takes the first error of a text: what a parser reports behind its first error is mostly a consequence of it. */
export class SyntaxErrorListener extends ApexErrorListener {
  readonly #path: string;
  #first: Diagnostic | null = null;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  get first(): Diagnostic | null {
    return this.#first;
  }

  override syntaxError(...[, offending, line, column, message]: ErrorArguments): void {
    const symbol = optional(offending);
    if (symbol === null || typeof symbol === 'number') {
      this.apexSyntaxError(line, column, message);
      return;
    }
    const span = {line, column: column + 1, start: symbol.start, end: Math.max(symbol.start, symbol.stop + 1)};
    this.#add('E101', parserMessage(message, symbol.type < 0 ? null : symbol.text), span);
  }

  /** An error of the lexer, which has no token to show yet. */
  override apexSyntaxError(line: number, column: number, message: string): void {
    const [, text = ''] = /token recognition error at: '([\s\S]*)'$/.exec(message) ?? [];
    const span = {line, column: column + 1, start: 0, end: 0};
    if (text.startsWith("'"))
      this.#add('E103', 'The string literal is not closed, or holds an escape sequence that Apex does not know.', span);
    else this.#add('E102', `Unrecognized symbol '${text}'.`, span);
  }

  #add(code: Diagnostic['code'], message: string, span: Span): void {
    this.#first ??= {code, message, path: this.#path, span};
  }
}

function parserMessage(message: string, found: string | null): string {
  const missing = /^missing ('.+') at /.exec(message)?.[1];
  const place = found === null ? 'the end of the source' : `'${found}'`;
  if (missing !== undefined) return `Missing ${missing} at ${place}.`;
  const expected = /expecting ('[^']+')$/.exec(message)?.[1];
  const unexpected = found === null ? 'Unexpected end of the source' : `Unexpected token '${found}'`;
  return expected === undefined ? `${unexpected}.` : `${unexpected}, expected ${expected}.`;
}
