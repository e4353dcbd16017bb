/** Searching in text, as `org.apache.commons.lang3.StringUtils` does it. */

export function containsAny(text: string, characters: string): boolean {
  return indexOfAny(text, characters) !== -1;
}

export function containsOnly(text: string, characters: string): boolean {
  return indexOfAnyBut(text, characters) === -1;
}

export function indexOfAny(text: string, characters: string): number {
  for (let at = 0; at < text.length; at++) if (characters.includes(text.charAt(at))) return at;
  return -1;
}

export function indexOfAnyBut(text: string, characters: string): number {
  for (let at = 0; at < text.length; at++) if (!characters.includes(text.charAt(at))) return at;
  return -1;
}

export function indexOfDifference(left: string, right: string): number {
  if (left === right) return -1;
  let at = 0;
  while (at < left.length && at < right.length && left.charCodeAt(at) === right.charCodeAt(at)) at++;
  return at;
}

/** Occurrences that don't overlap; none of the empty text. */
export function countMatches(text: string, part: string): number {
  if (part === '') return 0;
  let count = 0;
  for (let at = text.indexOf(part); at !== -1; at = text.indexOf(part, at + part.length)) count++;
  return count;
}

/** Java's `lastIndexOf`: nothing is found from a negative position. */
export function lastIndexOf(text: string, part: string, from: number): number {
  return from < 0 ? -1 : text.lastIndexOf(part, from);
}

export function isEvery(text: string, pattern: RegExp): boolean {
  return pattern.test(text);
}

/** Whether every character is white space in Java's sense; true for the empty text. */
export function isWhitespace(text: string): boolean {
  for (let at = 0; at < text.length; at++) if (!isSpace(text.charCodeAt(at))) return false;
  return true;
}

/** Java's `String.trim`: what is at or below U+0020 goes. */
export function trim(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && text.charCodeAt(start) <= 32) start++;
  while (end > start && text.charCodeAt(end - 1) <= 32) end--;
  return text.slice(start, end);
}

/** Java's `Character.isWhitespace`: not the no-break spaces. */
export function isSpace(code: number): boolean {
  if (code < 0x80) return code === 32 || (code >= 9 && code <= 13) || (code >= 0x1c && code <= 0x1f);
  if (code === 0xa0 || code === 0x2007 || code === 0x202f || code === 0xfeff) return false;
  return /\s/.test(String.fromCharCode(code));
}
