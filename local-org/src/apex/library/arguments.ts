import {nullArgument} from '../runtime/fault.ts';

/** The argument of a method that doesn't take null: raises `System.NullPointerException: Argument cannot be null.` */
export function required<Value>(value: Value | null): Value {
  if (value === null) throw nullArgument();
  return value;
}
