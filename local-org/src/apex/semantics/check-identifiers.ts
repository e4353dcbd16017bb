/** What names may look like: the rules of the platform's compiler (`IdentifierValidator`, as Salesforce describes it with its Apex language support). */
import type * as ast from '../syntax/ast.ts';
import type {Unit} from './unit.ts';

/** What a name is given to. Methods may have reserved names. */
export type Named = 'variable' | 'method' | 'top-level type' | 'inner type' | 'trigger';

const LONGEST_NAME = 255;
const LONGEST_CLASS_NAME = 40;

const RESERVED = new Set(
  (
    'array activate any autonomous begin bigdecimal bulk byte case cast char collect commit const default desc end export exception exit ' +
    'float goto group having hint int into inner import join loop number object outer of package parallel pragma retrieve rollback sort ' +
    'short super switch system synchronized transaction this then when'
  ).split(' '),
);

/** Words of the grammar that the parser here takes for names (Apex Developer Guide, "Reserved Keywords"); the platform's parser stops at them, names of methods included. */
const KEYWORDS = new Set('and as asc by from in instanceof like limit not nulls or select trigger using where'.split(' '));

/** Types of the language whose names are no names for anything else; `id` is. */
const LANGUAGE_TYPES = new Set(
  'blob boolean currency date datetime decimal double exception integer list long map object set sobject string time void'.split(' '),
);

const RESERVED_TYPES = new Set(['apexpages', 'page']);

export function checkIdentifier(unit: Unit, {text, span}: ast.Identifier, named: Named): void {
  const key = text.toLowerCase();
  const isType = named === 'top-level type' || named === 'inner type';
  if (!isWellFormed(text)) unit.report('E519', span, `Invalid character in identifier: ${text}`);
  else if (KEYWORDS.has(key)) unit.report('E518', span, `Unexpected token '${text}'.`);
  else if (named !== 'method' && (RESERVED.has(key) || LANGUAGE_TYPES.has(key)))
    unit.report('E518', span, `Identifier name is reserved: ${text}`);
  else if (isType && RESERVED_TYPES.has(key)) unit.report('E518', span, `Identifier type is reserved: ${text}`);
  else if (text.length > (named === 'top-level type' ? LONGEST_CLASS_NAME : LONGEST_NAME))
    unit.report('E519', span, `Identifier name is too long: ${text}`);
}

/** Letters, digits and single underscores; a letter comes first, and no underscore last. */
function isWellFormed(text: string): boolean {
  return /^[a-z](?:_?[a-z0-9])*$/i.test(text);
}
