import {nullArgument} from '../runtime/fault.ts';
import {UnsupportedError} from '../runtime/unsupported.ts';

/** The argument of a method that doesn't take null: raises `System.NullPointerException: Argument cannot be null.` */
export function required<Value>(value: Value | null): Value {
  if (value === null) throw nullArgument();
  return value;
}

/** The argument of a `valueOf(Object)`, which no document tells what it makes of null. @param type `Integer` */
export function someValue<Value>(type: string, value: Value | null): Value {
  if (value === null)
    throw new UnsupportedError(`U323 ${type}.valueOf of an Object that is null is not supported: its result isn't documented.`);
  return value;
}
