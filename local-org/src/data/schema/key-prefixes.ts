/**
 * Key prefixes of what source defines. An org hands them out as objects are created; here they follow the names, so that the same source always gives
 * the same Ids: `a00`, `a01` … for objects and settings, `m00` … for custom metadata types, `e00` … for events (Object Reference, "Object Key Prefixes").
 */
import type {SObjectDescriptor} from '../descriptor.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** @param index place among the objects of its kind, in the order of their names */
export function customKeyPrefix(kind: SObjectDescriptor['kind'], index: number): string {
  const letter = kind === 'custom metadata' ? 'm' : kind === 'platform event' ? 'e' : 'a';
  return letter + DIGITS.charAt(Math.floor(index / DIGITS.length)) + DIGITS.charAt(index % DIGITS.length);
}

/** A number in base 62, whose order as text is its order as a number where the width is the same. */
export function base62(value: number, width: number): string {
  let text = '';
  for (let rest = value; text.length < width; rest = Math.floor(rest / 62)) text = DIGITS.charAt(rest % 62) + text;
  return text;
}
