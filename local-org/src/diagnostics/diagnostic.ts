import type {Span} from './source-location.ts';

/**
 * What a check found at a place.
 *
 * - `E…` codes are errors: Salesforce refuses this too.
 * - `U…` codes are legal on Salesforce and not supported here.
 * - `W…` codes are warnings: something was skipped or looks forgotten; nothing fails because of it.
 */
export interface Diagnostic {
  /** `E`, `U` or `W` and three digits; every code is listed once, in `codes.ts`. */
  readonly code: DiagnosticCode;
  /** A sentence that names what was found and, where it helps, what was expected. */
  readonly message: string;
  /** Path of the file, as it was given to the loader. */
  readonly path: string;
  readonly span: Span;
}

export type DiagnosticCode = `E${string}` | `U${string}` | `W${string}`;

/** One line as compilers print it: `path:line:column: error E123 message`. */
export function formatDiagnostic({code, message, path, span}: Diagnostic): string {
  const severity = code.startsWith('E') ? 'error' : code.startsWith('U') ? 'unsupported' : 'warning';
  return `${path}:${String(span.line)}:${String(span.column)}: ${severity} ${code} ${message}`;
}

/** Whether the diagnostic is of the kind that Salesforce would refuse at deployment. */
export function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.code.startsWith('E');
}
