/** Where generated code fails, and what its `catch` gets to see. */
import {InaccessibleFault, type InaccessibleFields} from '../../../data/soql/query-access.ts';
import {ApexException, InternalError, UNCATCHABLE} from '../exceptions.ts';
import {ApexFault, nullPointer} from '../fault.ts';
import {ApexMap} from '../map.ts';
import type {Runtime} from '../runtime.ts';
import {ApexSet} from '../set.ts';
import {adoptStack} from '../stack.ts';
import {UnsupportedError} from '../unsupported.ts';
import type {UnsupportedCode} from '../unsupported.ts';

/** What a null was dereferenced for. */
export function throwNull(): never {
  throw nullPointer();
}

export function throwUnsupported(text: `${UnsupportedCode} ${string}`): never {
  throw new UnsupportedError(text);
}

/** The operand of `throw`. */
export function thrown(exception: ApexException | null): ApexException {
  if (exception === null) throw nullPointer();
  return exception;
}

/**
 * The boundary between JavaScript and Apex: what was thrown, as the exception that Apex knows it by.
 *
 * - A fault of values and operators becomes its platform exception.
 * - A call stack that overflowed is the platform's `Maximum stack depth reached` (the depth is the host's: DIVERGENCES.md).
 * - An error of the host's own (`TypeError` and its like) is a defect of the org: Apex never sees it.
 * - Everything else, Apex exceptions and refusals among it, stays what it is.
 */
export function toApex(rt: Runtime, error: unknown): unknown {
  if (error instanceof ApexFault) return fromFault(rt, error);
  if (error instanceof RangeError && error.message.includes('call stack')) {
    const limit = rt.exception('System.LimitException', 'Maximum stack depth reached: 1001');
    adoptStack(limit, error);
    return limit;
  }
  if (!isHostError(error)) return error;
  const internal = new InternalError(`Internal error: ${error.name}: ${error.message}`, error);
  adoptStack(internal, error);
  return internal;
}

function isHostError(error: unknown): error is Error {
  return error instanceof TypeError || error instanceof RangeError || error instanceof ReferenceError || error instanceof SyntaxError;
}

function fromFault(rt: Runtime, fault: ApexFault): ApexException {
  const exception = rt.exception(fault.type, fault.message);
  if (fault instanceof InaccessibleFault) exception.inaccessibleFields = fieldsByObject(rt, fault.fields);
  adoptStack(exception, fault);
  return exception;
}

/** What `QueryException.getInaccessibleFields()` gives: names of fields by the name of their object. */
function fieldsByObject(rt: Runtime, hidden: InaccessibleFields): ApexMap {
  const names = rt.types.set(rt.types.get('String'));
  const entries = Array.from(hidden, ([object, fields]) => [object.name, ApexSet.of(rt, names, fields)] as const);
  return ApexMap.of(rt, rt.types.map(rt.types.get('String'), names), entries);
}

/** What a `catch` was given; thrown on at once where Apex may not catch it. */
export function caught(rt: Runtime, error: unknown): ApexException {
  const seen = toApex(rt, error);
  if (!(seen instanceof ApexException) || UNCATCHABLE.has(seen.type.name)) throw seen;
  return seen;
}

/** Whether neither `catch` nor `finally` runs for what was thrown. */
export function isUncatchable(error: unknown): boolean {
  if (error instanceof ApexException) return UNCATCHABLE.has(error.type.name);
  return !(error instanceof ApexFault) || UNCATCHABLE.has(error.type);
}
