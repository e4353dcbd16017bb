/** What the library asks of the user who runs the transaction, and of the clock. */
import {ApexDatetime} from '../runtime/datetime.ts';
import type {Runtime} from '../runtime/runtime.ts';

/** The time zone of the user as whom code runs, an IANA name (`User.TimeZoneSidKey`); GMT where the user has none. */
export function userTimeZone(rt: Runtime): string {
  const zone = rt.org.records.value('User', rt.tx.userId, 'timezonesidkey');
  return typeof zone === 'string' ? zone : 'GMT';
}

export function now(rt: Runtime): ApexDatetime {
  return new ApexDatetime(rt.org.clock.now());
}
