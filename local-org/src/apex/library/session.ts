/** What the library asks of the user who runs the transaction, and of the clock. */
import {ApexDatetime} from '../runtime/datetime.ts';
import type {Runtime} from '../runtime/runtime.ts';
import {Limits} from '../../limits.ts';
import {TransactionKey} from '../../transaction.ts';

const zones = new TransactionKey<Map<string, string>>(() => new Map());

/** The time zone of the user as whom code runs, an IANA name: `User.TimeZoneSidKey`. Read once a user and transaction, at no cost to its limits. */
export function userTimeZone(rt: Runtime): string {
  const {tx} = rt;
  const known = tx.get(zones);
  let zone = known.get(tx.userId);
  if (zone === undefined) {
    zone = queryTimeZone(rt);
    known.set(tx.userId, zone);
  }
  return zone;
}

function queryTimeZone(rt: Runtime): string {
  const {tx} = rt;
  const limits = tx.limits;
  tx.limits = new Limits(false);
  try {
    const {plan} = tx.queries.planText('SELECT TimeZoneSidKey FROM User WHERE Id = :userId');
    const [user] = tx.queries.run(plan, [tx.userId], {access: 'system', withSharing: false, origin: 'api'});
    const field = user?.descriptor.fieldsByKey.get('timezonesidkey');
    const zone = field === undefined ? null : user?.slots[field.index];
    return typeof zone === 'string' ? zone : 'GMT';
  } finally {
    tx.limits = limits;
  }
}

export function now(rt: Runtime): ApexDatetime {
  return new ApexDatetime(rt.org.clock.now());
}
