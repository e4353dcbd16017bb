import {assertEqual, assertNotEqual, assertTrue, type Message} from '../assertion.ts';
import {defineClass} from '../registry.ts';
import {asyncMembers} from './async-members.ts';
import {now} from '../session.ts';
import {today} from './Date.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {ApexFault} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';

/** Apex Reference Guide, "System Class": assertions, the debug log and the clock. */
export const systemMembers = {
  'assert(Boolean)': (rt: Runtime, condition: boolean | null) => {
    assertTrue(rt, condition, true, null);
  },
  'assert(Boolean,Object)': (rt: Runtime, condition: boolean | null, message: unknown) => {
    assertTrue(rt, condition, true, message === null ? null : rt.stringOf(message));
  },
  'assertEquals(Object,Object)': (rt: Runtime, expected: unknown, actual: unknown) => {
    assertEqual(rt, expected, actual, null);
  },
  'assertEquals(Object,Object,Object)': (rt: Runtime, expected: unknown, actual: unknown, message: unknown) => {
    assertEqual(rt, expected, actual, messageText(rt, message));
  },
  'assertNotEquals(Object,Object)': (rt: Runtime, unexpected: unknown, actual: unknown) => {
    assertNotEqual(rt, unexpected, actual, null);
  },
  'assertNotEquals(Object,Object,Object)': (rt: Runtime, unexpected: unknown, actual: unknown, message: unknown) => {
    assertNotEqual(rt, unexpected, actual, messageText(rt, message));
  },
  'currentTimeMillis()': (rt: Runtime) => BigInt(rt.org.clock.now()),
  'debug(Object)': (rt: Runtime, message: unknown) => {
    rt.tx.debug('DEBUG', rt.stringOf(message));
  },
  'debug(LoggingLevel,Object)': (rt: Runtime, level: ApexEnumValue | null, message: unknown) => {
    rt.tx.debug(level?.name ?? 'DEBUG', rt.stringOf(message));
  },
  'equals(Object,Object)': (rt: Runtime, left: unknown, right: unknown) => rt.equals(left, right),
  'hashCode(Object)': (rt: Runtime, value: unknown) => rt.hashCode(value),
  'now()': now,
  'today()': today,
};

export const systemClass = defineClass('System.System', {...systemMembers, ...asyncMembers});

function messageText(rt: Runtime, message: unknown): Message {
  if (message === null) throw new ApexFault('System.NullPointerException', 'Argument 3 cannot be null');
  return rt.stringOf(message);
}
