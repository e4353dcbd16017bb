/** A place in a source file. Lines and columns count from 1, as the platform's compiler reports them. */
export interface Span {
  /** Line of the first character. */
  readonly line: number;
  /** Column of the first character. */
  readonly column: number;
  /** Offset of the first character, in UTF-16 units from the start of the file. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
}

/** The place given to code that no source file holds. */
export const NOWHERE: Span = {line: 0, column: 0, start: 0, end: 0};
