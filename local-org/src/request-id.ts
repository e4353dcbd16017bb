import {randomUUID} from 'node:crypto';
import {TransactionKey} from './transaction.ts';

/** One for each transaction: letters and digits, as the platform's. A finalizer has that of its job. */
export const REQUEST_ID = new TransactionKey(() => randomUUID().replaceAll('-', '').slice(0, 22));
