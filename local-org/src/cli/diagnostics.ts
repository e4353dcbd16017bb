import {formatDiagnostic, isError} from '../diagnostics/diagnostic.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';

/** One line each, by file and place. */
export function diagnosticLines(diagnostics: readonly Diagnostic[]): string[] {
  return diagnostics.toSorted(byPlace).map(formatDiagnostic);
}

function byPlace(left: Diagnostic, right: Diagnostic): number {
  if (left.path !== right.path) return left.path < right.path ? -1 : 1;
  return left.span.line - right.span.line || left.span.column - right.span.column;
}

/** Salesforce would refuse the code. */
export function hasErrors(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(isError);
}

/** The code is legal, but this org lacks something that it uses. */
export function hasRefusals(diagnostics: readonly Diagnostic[]): boolean {
  return diagnostics.some(({code}) => code.startsWith('U'));
}
