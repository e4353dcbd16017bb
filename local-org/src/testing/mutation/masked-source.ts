/** Places in a source between which the syntax tree says nothing: operators, commas and parentheses. */

/** The text with blanks for comments and strings, as long as the source, so that what is found in it is code and stands at the same place. */
export function maskedSource(source: string): string {
  return source.replaceAll(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'/g, (text) => text.replaceAll(/[^\n]/g, ' '));
}

export interface Range {
  readonly start: number;
  readonly end: number;
}

/**
 * The range with the parentheses that it opens or closes alone: the tree forgets those around an operand, so that the span of `!(a && b)`
 * ends before the parenthesis.
 */
export function balanced(masked: string, {start, end}: Range): Range {
  let opened = 0;
  let closed = 0;
  for (const character of masked.slice(start, end)) {
    if (character === '(') opened++;
    else if (character === ')' && opened > 0) opened--;
    else if (character === ')') closed++;
  }
  return {start: beyond(masked, start - 1, -1, '(', closed), end: beyond(masked, end, 1, ')', opened)};
}

/** The boundary after that many parentheses, counted from a place in one direction. */
function beyond(masked: string, from: number, step: 1 | -1, parenthesis: '(' | ')', count: number): number {
  let position = from;
  for (let left = count; left > 0; position += step) if (masked[position] === parenthesis) left--;
  return step === 1 ? position : position + 1;
}

/** Where an operator stands between its operands. */
export function operatorRange(masked: string, operator: string, left: Range, right: Range): Range {
  const start = masked.indexOf(operator, left.end);
  if (start === -1 || start + operator.length > right.start)
    throw new Error(`There is no ${operator} between offsets ${left.end} and ${right.start}.`);
  return {start, end: start + operator.length};
}
