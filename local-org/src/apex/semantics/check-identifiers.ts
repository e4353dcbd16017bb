/** What names may look like. */
import type * as ast from '../syntax/ast.ts';
import type {Unit} from './unit.ts';

const LONGEST_NAME = 255;

/** Apex Developer Guide, "Reserved Keywords", and the compiler's messages about identifiers. */
export function checkIdentifier(unit: Unit, {text, span}: ast.Identifier): void {
  if (text.length > LONGEST_NAME) unit.report('E519', span, `Identifier name is too long: ${text}`);
  else if (!isWellFormed(text)) unit.report('E519', span, `Invalid character in identifier: ${text}`);
}

/** Letters, digits and single underscores, of which none is the first or last character. */
function isWellFormed(text: string): boolean {
  return /^[a-z](?:_?[a-z0-9])*$/i.test(text);
}
