import {assertEqual, assertNotEqual, assertTrue, fail} from '../assertion.ts';
import {defineClass} from '../registry.ts';
import type {ApexType} from './Type.ts';
import {ApexFault, nullPointer} from '../../runtime/fault.ts';
import type {Runtime} from '../../runtime/runtime.ts';

type Text = string | null;

/** Apex Reference Guide, "Assert Class". The messages are the platform's. */
export const assertClass = defineClass('System.Assert', {
  'areEqual(Object,Object)': (rt, expected: unknown, actual: unknown) => {
    assertEqual(rt, expected, actual, null);
  },
  'areEqual(Object,Object,String)': (rt, expected: unknown, actual: unknown, message: Text) => {
    assertEqual(rt, expected, actual, third(message));
  },
  'areNotEqual(Object,Object)': (rt, unexpected: unknown, actual: unknown) => {
    assertNotEqual(rt, unexpected, actual, null);
  },
  'areNotEqual(Object,Object,String)': (rt, unexpected: unknown, actual: unknown, message: Text) => {
    assertNotEqual(rt, unexpected, actual, third(message));
  },
  'fail()': (rt) => fail(rt, ': Assertion failed'),
  'fail(String)': (rt, message: Text) => fail(rt, `: Assertion failed: ${given(message)}`),
  'isFalse(Boolean)': (rt, condition: boolean | null) => {
    assertTrue(rt, condition, false, null);
  },
  'isFalse(Boolean,String)': (rt, condition: boolean | null, message: Text) => {
    assertTrue(rt, condition, false, given(message));
  },
  'isInstanceOfType(Object,Type)': (rt, value: unknown, type: ApexType | null) => {
    assertInstance(rt, value, type, true, '');
  },
  'isInstanceOfType(Object,Type,String)': (rt, value: unknown, type: ApexType | null, message: Text) => {
    assertInstance(rt, value, type, true, `: ${given(message)}`);
  },
  'isNotInstanceOfType(Object,Type)': (rt, value: unknown, type: ApexType | null) => {
    assertInstance(rt, value, type, false, '');
  },
  'isNotInstanceOfType(Object,Type,String)': (rt, value: unknown, type: ApexType | null, message: Text) => {
    assertInstance(rt, value, type, false, `: ${given(message)}`);
  },
  'isNotNull(Object)': (rt, value: unknown) => {
    if (value === null) fail(rt, ': Instance expected to be a non null value');
  },
  'isNotNull(Object,String)': (rt, value: unknown, message: Text) => {
    const text = given(message);
    if (value === null) fail(rt, `: Instance expected to be a non null value: ${text}`);
  },
  'isNull(Object)': (rt, value: unknown) => {
    if (value !== null) fail(rt, ': Nullable object asserted with non null value');
  },
  'isNull(Object,String)': (rt, value: unknown, message: Text) => {
    const text = given(message);
    if (value !== null) fail(rt, `: Nullable object asserted with non null value: ${text}`);
  },
  'isTrue(Boolean)': (rt, condition: boolean | null) => {
    assertTrue(rt, condition, true, null);
  },
  'isTrue(Boolean,String)': (rt, condition: boolean | null, message: Text) => {
    assertTrue(rt, condition, true, given(message));
  },
});

function assertInstance(rt: Runtime, value: unknown, type: ApexType | null, expected: boolean, message: string): void {
  if (type === null) throw nullPointer();
  const {runtimeType} = type;
  // An Integer passes where a Long is asked for (observed on the platform).
  const isInstance = runtimeType.isInstance(value) || (typeof value === 'number' && runtimeType.name === 'Long');
  if (isInstance === expected) return;
  fail(rt, `: The provided object is ${expected ? 'not ' : ''}an instance of class ${runtimeType.name}${message}`);
}

function given(message: Text): string {
  if (message === null) throw new ApexFault('System.NullPointerException', 'Message parameter cannot be null');
  return message;
}

function third(message: Text): string {
  if (message === null) throw new ApexFault('System.NullPointerException', 'Argument 3 cannot be null');
  return message;
}
