/** `System.DmlException`: its message, and what its `getDml…` methods tell of each failed row (Apex Reference Guide, "DmlException Methods"). */
import type {ApexException, DmlFailure} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import type {DmlRequest, DmlResult} from './dml-engine.ts';
import {inaccessibleFieldsMessage} from './steps/check-rights.ts';

export function dmlException(
  rt: Runtime,
  operation: DmlRequest['operation'] | 'merge' | 'convertLead',
  records: readonly SObject[],
  results: readonly DmlResult[],
): ApexException {
  const failures = results.flatMap(({index, errors}) =>
    errors.map((error) => ({index, ...objectOf(records[index]), id: records[index]?.id ?? null, ...error})),
  );
  const exception = rt.exception('System.DmlException', message(operation, records, failures));
  exception.failures = failures;
  return exception;
}

function objectOf(record: SObject | undefined): {readonly object?: string} {
  return record === undefined ? {} : {object: record.descriptor.name};
}

function message(operation: string, records: readonly SObject[], failures: readonly DmlFailure[]): string {
  const [first] = failures;
  if (first === undefined) return `${capitalised(operation)} failed.`;
  const {index, id} = first;
  const object = records[index]?.descriptor.name ?? '';
  if (first.message === inaccessibleFieldsMessage(object)) return first.message;
  const row = `${String(index)}${id === null ? '' : ` with id ${id}`}`;
  return `${capitalised(operation)} failed. First exception on row ${row}; first error: ${first.statusCode}, ${first.message}: [${first.fields.join(', ')}]`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
