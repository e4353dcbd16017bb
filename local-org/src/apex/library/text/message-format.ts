import {stringFault} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/**
 * `String.format`: Java's `MessageFormat` over text. Single quotes quote, two of them are one; `{0}` is a value, turned into text first ("Non-string types in
 * the second argument's List are implicitly converted to strings", Apex Reference Guide, "String Class"); a number without a value stays as it is. Each value is
 * turned into text once and in the order of the list, wherever and how often it is shown (the tests of soql-lib rely on it: SOQL_Test, duplicatedConditionsInConditionOrder).
 */
export function formatMessage(rt: Runtime, pattern: string, values: readonly unknown[]): string {
  const texts = values.map((value) => rt.stringOf(value));
  let text = '';
  let at = 0;
  let quoted = false;
  while (at < pattern.length) {
    const character = pattern.charAt(at);
    if (character === "'") {
      if (pattern.charAt(at + 1) === "'") {
        text += "'";
        at++;
      } else quoted = !quoted;
    } else if (character === '{' && !quoted) {
      const end = endOfElement(pattern, at);
      text += element(pattern.slice(at + 1, end), texts);
      at = end;
    } else text += character;
    at++;
  }
  return text;
}

function endOfElement(pattern: string, start: number): number {
  let depth = 0;
  for (let at = start; at < pattern.length; at++) {
    const character = pattern.charAt(at);
    if (character === '{') depth++;
    else if (character === '}' && --depth === 0) return at;
  }
  throw stringFault('Unmatched braces in the pattern.');
}

function element(content: string, texts: readonly string[]): string {
  const comma = content.indexOf(',');
  const number = (comma === -1 ? content : content.slice(0, comma)).trim();
  if (!/^\d+$/.test(number)) throw stringFault(`can't parse argument number: ${number}`);
  if (comma !== -1) throw new UnsupportedError(`U301 String.format with a format type ("{${content}}") is not supported.`);
  const index = Number(number);
  return texts[index] ?? `{${number}}`;
}
