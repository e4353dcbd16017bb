import type {ApexParserRuleContext as Node, ApexTerminalNode as TerminalNode, ApexToken as Token} from '@apexdevtools/apex-parser';
import type {Diagnostic, DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Identifier} from './ast.ts';

/** A source while it is read: gives spans and text for parts of the parse tree and takes what is wrong with them. */
export class SourceText {
  readonly text: string;
  readonly path: string;
  readonly diagnostics: Diagnostic[] = [];
  /** The parser counts code points and we count UTF-16 units: where the two differ, the offset of each code point. */
  readonly #offsets: Uint32Array | null;

  constructor(text: string, path: string) {
    this.text = text;
    this.path = path;
    this.#offsets = /[\u{10000}-\u{10FFFF}]/u.test(text) ? codePointOffsets(text) : null;
  }

  /** From the start of one token to the end of another. */
  between(first: Token, last: Token): Span {
    const start = this.#offset(first.start);
    const column = this.#offsets === null ? first.column + 1 : start - this.text.lastIndexOf('\n', start - 1);
    return {line: first.line, column, start, end: this.#offset(last.stop + 1)};
  }

  span(node: Node): Span {
    return this.between(node.start, node.stop ?? node.start);
  }

  /** The text as it was written, comments included. */
  slice(span: Span): string {
    return this.text.slice(span.start, span.end);
  }

  written(node: Node): string {
    return this.text.slice(this.#offset(node.start.start), this.#offset((node.stop ?? node.start).stop + 1));
  }

  tokenText({symbol}: {readonly symbol: Token}): string {
    return this.text.slice(this.#offset(symbol.start), this.#offset(symbol.stop + 1));
  }

  /** The text of the tokens that stand directly under a node, put together: `>` and `=` of a comparison, for example. */
  ownTokens({children}: Node): string {
    return (children ?? []).map((child) => ('symbol' in child ? this.tokenText(child as TerminalNode) : '')).join('');
  }

  identifier(node: Node): Identifier {
    const span = this.span(node);
    return {text: this.slice(span), span};
  }

  report(code: DiagnosticCode, message: string, span: Span): void {
    this.diagnostics.push({code, message, path: this.path, span});
  }

  /** UTF-16 offset of a code point. */
  #offset(codePoint: number): number {
    return this.#offsets === null ? codePoint : (this.#offsets[codePoint] ?? this.text.length);
  }
}

/**
 * The parse tree's accessors are declared to find what they look for and give null where the source doesn't have it. This says so in
 * the type.
 */
export function optional<T>(part: T): T | null {
  return part;
}

function codePointOffsets(text: string): Uint32Array {
  const offsets: number[] = [];
  let offset = 0;
  for (const character of text) {
    offsets.push(offset);
    offset += character.length;
  }
  return Uint32Array.from(offsets);
}
