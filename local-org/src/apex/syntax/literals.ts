/** Literals of Apex and of SOQL strings: from what is written between the quotes to the value it stands for. */
import type {LiteralContext} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import type {LiteralExpression, LiteralValue} from './ast.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

export function literal(context: LiteralContext, source: SourceText): LiteralExpression {
  return {kind: 'literal', value: literalValue(context, source), span: source.span(context)};
}

function literalValue(context: LiteralContext, source: SourceText): LiteralValue {
  const text = source.written(context);
  if (optional(context.StringLiteral())) return stringLiteral(text, source, source.span(context));
  if (optional(context.IntegerLiteral())) return {kind: 'integer', text};
  if (optional(context.BooleanLiteral())) return {kind: 'boolean', value: text.toLowerCase() === 'true'};
  if (optional(context.NULL())) return {kind: 'null'};
  if (optional(context.NumberLiteral())) return numberLiteral(text);
  if (optional(context.LongLiteral())) return longLiteral(text);
  return multilineStringLiteral(text);
}

export function integerLiteral(text: string): LiteralValue {
  return {kind: 'integer', text};
}

export function longLiteral(text: string): LiteralValue {
  return {kind: 'long', text: text.slice(0, -1)};
}

function numberLiteral(text: string): LiteralValue {
  return /d$/i.test(text) ? {kind: 'double', text: text.slice(0, -1)} : {kind: 'decimal', text};
}

/** The lexer takes strings that run over the end of a line, which Apex doesn't, and escapes that only SOQL has. */
export function stringLiteral(written: string, source: SourceText, span: Span): LiteralValue {
  checkLineBreaks(written, source, span);
  const escape = /^(?:[^\\]|\\[^%_])*(\\[%_])/.exec(written)?.[1];
  if (escape !== undefined) source.report('E103', `Apex does not know the escape sequence ${escape}, which only SOQL has.`, span);
  return {kind: 'string', value: resolveEscapes(written.slice(1, -1))};
}

export function checkLineBreaks(written: string, source: SourceText, span: Span): void {
  if (/[\r\n]/.test(written)) source.report('E103', 'Line breaks are not allowed in string literals.', span);
}

/**
 * `'''` and a line break open it; common indentation and the white space at line ends are stripped, as Java's text blocks have it, before
 * escapes are resolved. Source: apex-parser's pull request 104, which tried the forms in a Summer '26 org.
 */
export function multilineStringLiteral(written: string): LiteralValue & {readonly kind: 'string'} {
  const lines = written.slice(3, -3).replace(/\r\n?/g, '\n').slice(1).split('\n');
  const closing = lines.length - 1;
  const indents = lines
    .filter((line, index) => line.trim() !== '' || index === closing)
    .map((line) => line.length - line.trimStart().length);
  const indent = Math.min(...indents);
  const stripped = lines.map((line) => line.slice(indent).trimEnd());
  return {kind: 'string', value: resolveEscapes(stripped.join('\n'))};
}

const ESCAPES: Readonly<Record<string, string>> = {b: '\b', t: '\t', n: '\n', f: '\f', r: '\r'};

/** The lexer lets `\b \t \n \f \r \" \' \\ \uXXXX` pass, in any case, and refuses all other escapes. */
export function resolveEscapes(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-f]{4})|(.))/gi, (_, hexadecimal: string | undefined, character: string) =>
    hexadecimal === undefined ? (ESCAPES[character.toLowerCase()] ?? character) : String.fromCharCode(parseInt(hexadecimal, 16)),
  );
}

/**
 * The value of a SOQL string and its form as a LIKE pattern. SOQL has `\%` and `\_` beside the escapes of Apex; in the pattern these two
 * and `\\` stay as they are.
 */
export function soqlString(written: string): {readonly value: string; readonly pattern: string} {
  const text = written.slice(1, -1);
  if (!text.includes('\\')) return {value: text, pattern: text};
  const parts = text.split(/(\\[%_\\])/);
  const value = parts.map((part) => (part === '\\\\' ? '\\' : isLikeEscape(part) ? part : resolveEscapes(part)));
  const pattern = parts.map((part) => (part === '\\\\' || isLikeEscape(part) ? part : resolveEscapes(part)));
  return {value: value.join(''), pattern: pattern.join('')};
}

function isLikeEscape(part: string): boolean {
  return part === '\\%' || part === '\\_';
}
