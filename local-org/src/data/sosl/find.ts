/** What a search finds: the words of names (SOQL and SOSL Reference, "FIND {SearchQuery}"), or what a test has said that it finds. */
import {UnsupportedError} from '../../apex/runtime/unsupported.ts';
import {TransactionKey, type Transaction} from '../../transaction.ts';
import type {SObjectDescriptor} from '../descriptor.ts';
import type {Tables} from '../tables/tables.ts';

/** Of `Test.setFixedSearchResults`: Ids of any objects. */
export const FIXED_SEARCH_RESULTS = new TransactionKey<readonly string[]>(() => []);

export function fixedSearchResults(transaction: Transaction, object: SObjectDescriptor): readonly string[] {
  return transaction.get(FIXED_SEARCH_RESULTS).filter((id) => object.keyPrefix !== null && id.startsWith(object.keyPrefix));
}

/** Ids of the rows whose names have all the words: `acme cor*`. */
export function findByName(tables: Tables, object: SObjectDescriptor, text: string): readonly string[] {
  const {nameField} = object;
  const words = wordsOf(text);
  if (nameField === null || words.length === 0) return [];
  return [...tables.table(object).scan()]
    .filter(([, row]) => !row.isDeleted && matches(row.slots[nameField.index], words))
    .map(([id]) => id);
}

function matches(name: unknown, words: readonly RegExp[]): boolean {
  if (typeof name !== 'string') return false;
  const parts = name.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.every((word) => parts.some((part) => word.test(part)));
}

/** `*` stands for any characters, `?` for one. */
function wordsOf(text: string): readonly RegExp[] {
  if (/["(){}[\]\\^~:!|&+]|\b(?:AND|OR|NOT)\b/.test(text))
    throw new UnsupportedError(`U318 The search "${text}" has operators or phrases, which are not supported.`);
  const words = text
    .toLowerCase()
    .split(/[^\p{L}\p{N}*?]+/u)
    .filter((word) => word !== '');
  return words.map((word) => new RegExp(`^${word.replaceAll('*', '.*').replaceAll('?', '.')}$`, 'u'));
}
