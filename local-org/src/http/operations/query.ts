/** `query` (REST API Developer Guide, "Query"). All rows come in one answer, however many there are. */
import {ApexException} from '../../apex/runtime/exceptions.ts';
import type {AggregatePlan, CountPlan, RecordsPlan} from '../../data/soql/planned-query.ts';
import {ApiError, jsonResponse, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {writeAggregate, writeSelected} from '../record-json.ts';
import type {Operation} from '../router.ts';

export const query: readonly Operation[] = [{method: 'GET', path: '/services/data/vXX.X/query', run: answer}];

const OPTIONS = {access: 'user', withSharing: true, origin: 'api'} as const;

function answer(call: Call): ApiResponse {
  const text = call.query.get('q');
  if (text === null || text.trim() === '') throw new ApiError(400, 'MALFORMED_QUERY', 'The parameter "q" holds no query');
  return inTransaction(call, () => {
    const plan = planned(call, text);
    if (plan.kind === 'count') return jsonResponse(200, {totalSize: call.org.queries.count(plan, [], OPTIONS), done: true, records: []});
    const records = write(call, plan);
    return jsonResponse(200, {totalSize: records.length, done: true, records});
  });
}

/** Rows that the user who asks may see, as JSON. @throws ApiError 400 for a query that the org refuses */
export function queryRecords(call: Call, text: string): readonly Readonly<Record<string, unknown>>[] {
  return inTransaction(call, () => {
    const plan = planned(call, text);
    return plan.kind === 'count' ? [] : write(call, plan);
  });
}

function write(call: Call, plan: RecordsPlan | AggregatePlan): Record<string, unknown>[] {
  const rows = call.org.queries.run(plan, [], OPTIONS);
  return rows.map((row) => (plan.kind === 'records' ? writeSelected(call, row, plan.select) : writeAggregate(row)));
}

/** The kind of a plan tells its type. */
type AnyPlan = RecordsPlan | AggregatePlan | CountPlan;

function planned(call: Call, text: string): AnyPlan {
  const {plan, bindNames} = call.org.queries.planText(text);
  if (bindNames.length > 0) throw new ApiError(400, 'MALFORMED_QUERY', `Bind variables only allowed in Apex code: ${bindNames.join(', ')}`);
  return plan as AnyPlan;
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
