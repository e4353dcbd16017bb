/**
 * The platform cache of an org. "Org cache operations are atomic transactions. If the Apex request that the cache operations run in fails, then all cache
 * operations in that request are rolled back." (Apex Reference Guide, "OrgPartition Class")
 */
import {TransactionKey, type Transaction} from './transaction.ts';

export interface CacheEntry {
  readonly value: unknown;
  /** Milliseconds since 1970. */
  readonly expires: number;
}

/** Entries by a key that names cache, partition and key. */
export type CacheEntries = Map<string, CacheEntry>;

export class PlatformCache {
  #entries: CacheEntries = new Map();
  readonly #key = new TransactionKey<CacheEntries>((transaction) => this.#open(transaction), 'test');

  /** As the transaction sees them; what it changes is the org's when it commits. */
  entries(transaction: Transaction): CacheEntries {
    return transaction.get(this.#key);
  }

  #open(transaction: Transaction): CacheEntries {
    const entries: CacheEntries = new Map(this.#entries);
    // A test has a cache of its own, which ends with it.
    if (!transaction.isTest) {
      transaction.afterCommit(() => {
        this.#entries = entries;
      });
    }
    return entries;
  }
}
