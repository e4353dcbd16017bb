/** `query` and `queryAll` (REST API Developer Guide, "Query"). All rows come in one answer up to the batch size, the rest by the locator. */
import {ApexException} from '../../apex/runtime/exceptions.ts';
import type {SObject} from '../../apex/runtime/sobject.ts';
import {ApiError, jsonResponse, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {writeRecord} from '../record-json.ts';
import type {Operation} from '../router.ts';

export const query: readonly Operation[] = [{method: 'GET', path: '/services/data/vXX.X/query', run: answer}];

function answer(call: Call): ApiResponse {
  const text = call.query.get('q');
  if (text === null || text.trim() === '') throw new ApiError(400, 'MALFORMED_QUERY', 'The parameter "q" holds no query');
  const {plan, bindNames} = planned(call, text);
  if (bindNames.length > 0) throw new ApiError(400, 'MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${bindNames.join(', ')}`);
  if (plan.kind === 'count') {
    const totalSize = inTransaction(call, () => call.org.queries.count(plan, [], {access: 'user', withSharing: true, origin: 'api'}));
    return jsonResponse(200, {totalSize, done: true, records: []});
  }
  const records = runQuery(call, text).map((record) => writeRecord(call, record));
  return jsonResponse(200, {totalSize: records.length, done: true, records});
}

/** Rows that the user who asks may see. @throws ApiError 400 for a query that the org refuses */
export function runQuery(call: Call, text: string): readonly SObject[] {
  const {plan} = planned(call, text);
  return inTransaction(call, () => call.org.queries.run(plan, [], {access: 'user', withSharing: true, origin: 'api'}));
}

function planned(call: Call, text: string): ReturnType<Call['org']['queries']['planText']> {
  return inTransaction(call, () => call.org.queries.planText(text));
}

function inTransaction<Result>(call: Call, work: () => Result): Result {
  try {
    return call.org.transaction({userId: call.userId, quiddity: 'REST'}, work);
  } catch (error) {
    if (error instanceof ApexException) throw new ApiError(400, codeOf(error), error.text ?? '');
    throw error;
  }
}

function codeOf({text}: ApexException): string {
  if (text?.includes('No such column') === true) return 'INVALID_FIELD';
  return text?.includes('sObject type') === true ? 'INVALID_TYPE' : 'MALFORMED_QUERY';
}
