import {idSuffix} from './apex/runtime/id.ts';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/**
 * Makes record Ids: key prefix, pod `5g0000`, and a number of six base-62 digits that counts up for each prefix, so that rows inserted one
 * after the other have ascending Ids, and the same run of the same program gives the same Ids.
 */
export class IdGenerator {
  readonly #next = new Map<string, number>();

  /** @param keyPrefix three characters @returns 18 characters */
  next(keyPrefix: string): string {
    const number = this.#next.get(keyPrefix) ?? 1;
    this.#next.set(keyPrefix, number + 1);
    const id = keyPrefix + '5g0000' + base62(number);
    return id + idSuffix(id);
  }

  /** Makes sure that an Id that came from elsewhere (a data folder) is never given again. */
  reserve(id: string): void {
    if (id.slice(3, 9) !== '5g0000') return;
    const prefix = id.slice(0, 3);
    this.#next.set(prefix, Math.max(this.#next.get(prefix) ?? 1, fromBase62(id.slice(9, 15)) + 1));
  }
}

function base62(number: number): string {
  let rest = number;
  let text = '';
  for (let digit = 0; digit < 6; digit++) {
    text = DIGITS.charAt(rest % 62) + text;
    rest = Math.floor(rest / 62);
  }
  return text;
}

function fromBase62(text: string): number {
  let number = 0;
  for (const digit of text) number = number * 62 + DIGITS.indexOf(digit);
  return number;
}
