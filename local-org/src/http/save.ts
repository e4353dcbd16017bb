/** Writes of the APIs: in user mode, as transactions of their own. */
import {ApexException} from '../apex/runtime/exceptions.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';
import type {DmlError, DmlRequest, DmlResult} from '../dml/dml-engine.ts';
import {ApiError} from './api.ts';
import type {Call} from './call.ts';

/** One result a record, whether all of them had to succeed or not. */
export function save(
  call: Call,
  operation: DmlRequest['operation'],
  records: readonly SObject[],
  allOrNone: boolean,
  externalId: FieldDescriptor | null,
): readonly DmlResult[] {
  try {
    return call.org.transaction({userId: call.userId, quiddity: 'REST'}, (tx) =>
      tx.dml.execute({operation, records, allOrNone, access: 'user', externalId, origin: 'api'}),
    );
  } catch (error) {
    if (error instanceof ApexException) throw ofException(error);
    throw error;
  }
}

/** What ends a whole request: a limit that a trigger exceeded, setup objects beside others. */
function ofException({failures: [first], type, text}: ApexException): ApiError {
  if (first !== undefined) return new ApiError(400, first.statusCode, first.message, first.fields);
  return new ApiError(400, 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', `${type.name}: ${text ?? ''}`);
}

/** The answer of a request about one record that was refused. */
export function toApiError(result: DmlResult): ApiError {
  const [first] = result.errors;
  if (first === undefined) return new ApiError(500, 'UNKNOWN_EXCEPTION', 'The record was refused without an error');
  const status = first.statusCode === 'INSUFFICIENT_ACCESS_OR_READONLY' ? 403 : isMissing(first) ? 404 : 400;
  return new ApiError(status, first.statusCode, first.message, first.fields);
}

function isMissing({statusCode}: DmlError): boolean {
  return statusCode === 'INVALID_CROSS_REFERENCE_KEY' || statusCode === 'ENTITY_IS_DELETED';
}
