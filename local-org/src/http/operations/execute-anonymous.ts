/** `tooling/executeAnonymous` (Tooling API, "executeAnonymous"): compiles a block and runs it as the user who asks. */
import {jsonResponse, type ApiResponse} from '../api.ts';
import {ApiError} from '../api.ts';
import type {Call} from '../call.ts';
import type {Operation} from '../router.ts';

export const executeAnonymous: readonly Operation[] = [{method: 'GET', path: '/services/data/vXX.X/tooling/executeAnonymous', run}];

function run(call: Call): ApiResponse {
  const source = call.query.get('anonymousBody');
  if (source === null) throw new ApiError(400, 'MISSING_ARGUMENT', 'The parameter "anonymousBody" holds no Apex');
  const {compileProblem, exception} = call.org.executeAnonymous(source, call.userId);
  return jsonResponse(200, {
    compiled: compileProblem === null,
    success: compileProblem === null && exception === null,
    line: compileProblem?.line ?? exception?.line ?? -1,
    column: compileProblem?.column ?? (exception === null ? -1 : 1),
    compileProblem: compileProblem?.message ?? null,
    exceptionMessage: exception?.message ?? null,
    exceptionStackTrace: exception?.stackTrace ?? null,
  });
}
