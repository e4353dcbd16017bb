/**
 * Apex and SOQL text to syntax trees. Nothing here throws for what a text says: what can't be read is a diagnostic, and then there is no
 * tree, since what the parser makes up behind an error is guesswork.
 */
import {ApexParserFactory} from '@apexdevtools/apex-parser';
import type {ApexParser} from '@apexdevtools/apex-parser';
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {AnonymousUnit, CompilationUnit, TriggerDeclaration} from './ast.ts';
import {expression} from './expressions.ts';
import type {SoqlQuery} from './soql-ast.ts';
import {soqlQuery} from './soql.ts';
import {SourceText} from './source-text.ts';
import {SyntaxErrorListener} from './syntax-errors.ts';
import {anonymousUnit, compilationUnit, triggerUnit} from './units.ts';

export interface ParseResult<Tree> {
  /** `null` if and only if there are diagnostics. */
  readonly tree: Tree | null;
  readonly diagnostics: readonly Diagnostic[];
}

/** The text of a `.cls` file. */
export function parseClass(text: string, path: string): ParseResult<CompilationUnit> {
  return parse(text, path, (parser, source) => {
    const context = parser.compilationUnit();
    return () => compilationUnit(context, source);
  });
}

/** The text of a `.trigger` file. */
export function parseTrigger(text: string, path: string): ParseResult<TriggerDeclaration> {
  return parse(text, path, (parser, source) => {
    const context = parser.triggerUnit();
    return () => triggerUnit(context, source);
  });
}

/** Anonymous Apex, an `.apex` file for example. */
export function parseAnonymous(text: string, path: string): ParseResult<AnonymousUnit> {
  return parse(text, path, (parser, source) => {
    const context = parser.anonymousUnit();
    return () => anonymousUnit(context, source);
  });
}

/** The text of a query, without brackets. Binds may be any expression: which ones are allowed is for those who run it to say. */
export function parseQuery(text: string, path = 'query'): ParseResult<SoqlQuery> {
  return parse(text, path, (parser, source) => {
    const context = parser.query();
    const next = parser.getCurrentToken();
    // The grammar's rule for a query ends where it can and leaves the rest.
    if (next.type !== END_OF_SOURCE) parser.notifyErrorListeners(`extraneous input '${next.text}'`, next, undefined);
    return () => soqlQuery(context, source, expression);
  });
}

const END_OF_SOURCE = -1;

/** Runs the parser and, where it found no error, what makes our tree of its own. */
function parse<Tree>(text: string, path: string, run: (parser: ApexParser, source: SourceText) => () => Tree): ParseResult<Tree> {
  const errors = new SyntaxErrorListener(path);
  try {
    const source = new SourceText(text, path);
    const {parser} = ApexParserFactory.createLexerAndParser(hideLikeEscapes(text), errors);
    const adapt = run(parser, source);
    if (errors.first !== null) return {tree: null, diagnostics: [errors.first]};
    const tree = adapt();
    return source.diagnostics.length > 0 ? {tree: null, diagnostics: source.diagnostics} : {tree, diagnostics: []};
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    const span = {line: 1, column: 1, start: 0, end: text.length};
    return {tree: null, diagnostics: [{code: 'E105', message: 'The source is nested too deeply to be read.', path, span}]};
  }
}

/**
 * SOQL knows two escapes that Apex doesn't, `\%` and `\_`, and the lexer, which reads both languages, only those of Apex. It gets to see
 * two characters that are legal in strings alone instead; the text of a literal is taken from the source as it was.
 */
function hideLikeEscapes(text: string): string {
  if (!/\\[%_]/.test(text)) return text;
  return text.replace(/\\[\s\S]/g, (pair) => (pair === '\\%' || pair === '\\_' ? '\u0001\u0001' : pair));
}
