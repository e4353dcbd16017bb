/** Writes of the APIs: in user mode, as transactions of their own. */
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../data/descriptor.ts';
import type {DmlError, DmlRequest, DmlResult} from '../dml/dml-engine.ts';
import {ApiError} from './api.ts';
import type {Call} from './call.ts';

const ROLLED_BACK: DmlError = {
  statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK',
  message: 'Record rolled back because not all records were valid and the request was using AllOrNone header',
  fields: [],
};

/** One result a record, whether all of them had to succeed or not. */
export function save(
  call: Call,
  operation: DmlRequest['operation'],
  records: readonly SObject[],
  allOrNone: boolean,
  externalId: FieldDescriptor | null,
): readonly DmlResult[] {
  return call.org.transaction({userId: call.userId, quiddity: 'REST'}, (tx) => {
    const undo = tx.org.undo.mark();
    const results = tx.dml.execute({operation, records, allOrNone: false, access: 'user', externalId, origin: 'api'});
    if (!allOrNone || results.every((result) => result.isSuccess)) return results;
    tx.org.undo.rollbackTo(undo);
    return results.map((result) =>
      result.isSuccess ? {...result, id: null, isSuccess: false, isCreated: false, errors: [ROLLED_BACK]} : result,
    );
  });
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
