import {stringFault} from './fault.ts';

/** An Id as an Object; where its static type is Id it is the string alone. */
export class ApexId {
  /** 18 characters. */
  readonly value: string;

  constructor(value: string) {
    this.value = value;
  }

  toString(): string {
    return this.value;
  }
}

const SUFFIX = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/** The three characters that make 15 case-sensitive ones safe where case is lost: one for each five, its bits telling the upper-case letters. */
export function idSuffix(id15: string): string {
  let suffix = '';
  for (let chunk = 0; chunk < 15; chunk += 5) {
    let bits = 0;
    for (let at = 0; at < 5; at++) {
      const code = id15.charCodeAt(chunk + at);
      if (code >= 65 && code <= 90) bits |= 1 << at;
    }
    suffix += SUFFIX.charAt(bits);
  }
  return suffix;
}

/** The 18-character form of an Id of 15 or 18 characters, or null if the text isn't an Id. */
export function normalizeId(text: string): string | null {
  if ((text.length !== 15 && text.length !== 18) || !isAlphanumeric(text)) return null;
  return text.length === 18 ? text : text + idSuffix(text);
}

/** String → Id, as an assignment converts it. Throws `System.StringException`. */
export function stringToId(text: string | null): string | null {
  if (text === null) return null;
  const id = normalizeId(text);
  if (id === null) throw stringFault('Invalid id: ' + text);
  return id;
}

/** The 18-character form with the case that its suffix tells, for Ids that went through something that lost it: `Id.valueOf(text, true)`. */
export function restoreCasing(id18: string): string | null {
  let restored = '';
  for (let chunk = 0; chunk < 3; chunk++) {
    const bits = SUFFIX.indexOf(id18.charAt(15 + chunk).toUpperCase());
    if (bits < 0) return null;
    for (let at = 0; at < 5; at++) {
      const character = id18.charAt(chunk * 5 + at);
      restored += (bits & (1 << at)) !== 0 ? character.toUpperCase() : character.toLowerCase();
    }
  }
  return restored + idSuffix(restored);
}

function isAlphanumeric(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (!((code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122))) return false;
  }
  return true;
}
