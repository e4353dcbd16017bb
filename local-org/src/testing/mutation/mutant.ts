/** A change to one place of one source file. Plain data: it travels between processes. */
import type {MutationOperator} from './operators.ts';

export interface Mutant {
  readonly operator: MutationOperator;
  readonly kind: 'class' | 'trigger';
  /** Of the class or trigger. */
  readonly name: string;
  readonly path: string;
  /** Where the change begins; both count from 1. */
  readonly line: number;
  readonly column: number;
  /** Offsets of the text that is replaced. */
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Lines of the method, constructor, accessor or block that holds the change, which can't matter unless they run; null where no such member does. */
  readonly lines: LineRange | null;
}

export interface LineRange {
  readonly first: number;
  readonly last: number;
}

export function mutatedSource(source: string, {start, end, replacement}: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

/** The lines that the change touches before and after it, each in one line, as a reader compares them. */
export function changedText(source: string, mutant: Mutant): {readonly before: string; readonly after: string} {
  const from = source.lastIndexOf('\n', mutant.start - 1) + 1;
  const lineEnd = source.indexOf('\n', mutant.end);
  const to = lineEnd === -1 ? source.length : lineEnd;
  const after = mutatedSource(source, mutant).slice(from, to + mutant.replacement.length - (mutant.end - mutant.start));
  return {before: oneLine(source.slice(from, to)), after: oneLine(after)};
}

function oneLine(text: string): string {
  return text.trim().replaceAll(/\s+/g, ' ');
}
