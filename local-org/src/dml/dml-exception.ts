/** `System.DmlException`: its message, and what its `getDml…` methods tell of each failed row (Apex Reference Guide, "DmlException Methods"). */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import type {DmlError, DmlRequest, DmlResult} from './dml-engine.ts';
import {inaccessibleFieldsMessage} from './steps/check-rights.ts';

/** One failed row. */
export interface DmlFailure {
  /** Position in the list that was given to DML. */
  readonly index: number;
  readonly id: string | null;
  readonly error: DmlError;
}

const FAILURES = new WeakMap<object, readonly DmlFailure[]>();

/** The rows that made a DmlException; none where Apex code made it by itself. */
export function dmlFailures(exception: object): readonly DmlFailure[] {
  return FAILURES.get(exception) ?? [];
}

export function dmlException(
  rt: Runtime,
  operation: DmlRequest['operation'] | 'merge' | 'convert lead',
  records: readonly SObject[],
  results: readonly DmlResult[],
): ApexException {
  const failures = results.flatMap(({index, errors}) => errors.map((error) => ({index, id: records[index]?.id ?? null, error})));
  const exception = rt.exception('System.DmlException', message(operation, records, failures));
  FAILURES.set(exception, failures);
  return exception;
}

function message(operation: string, records: readonly SObject[], failures: readonly DmlFailure[]): string {
  const [first] = failures;
  if (first === undefined) return `${capitalised(operation)} failed.`;
  const {index, id, error} = first;
  const object = records[index]?.descriptor.name ?? '';
  if (error.message === inaccessibleFieldsMessage(object)) return error.message;
  const row = `${String(index)}${id === null ? '' : ` with id ${id}`}`;
  return `${capitalised(operation)} failed. First exception on row ${row}; first error: ${error.statusCode}, ${error.message}: [${error.fields.join(', ')}]`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
