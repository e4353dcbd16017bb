/** `/services/apexrest/…`: the resources that the org's own classes define (Apex Developer Guide, "Exposing Apex Classes as REST Web Services"). */
import {ApiError, type ApiResponse, type HttpMethod} from '../api.ts';
import type {Call} from '../call.ts';
import type {Operation} from '../router.ts';

const ROOT = '/services/apexrest';
const METHODS: readonly HttpMethod[] = ['DELETE', 'GET', 'PATCH', 'POST', 'PUT'];

export const apexRest: readonly Operation[] = METHODS.map((method) => ({
  method,
  path: `${ROOT}/{path*}`,
  run: (call) => run(call, method),
}));

function run({org, userId, request, query}: Call, method: HttpMethod): ApiResponse {
  // As it was sent: a slash at its end counts.
  const {pathname} = new URL(request.path.replace(/^\/+/, '/'), 'http://localhost');
  const path = pathname.slice(ROOT.length);
  const answer = org.callApexRest({method, path, parameters: [...query], headers: request.headers ?? {}, body: request.body ?? ''}, userId);
  if (answer.kind === 'refusal') throw new ApiError(answer.status, answer.errorCode, answer.message);
  const {status, headers, body} = answer;
  return {status, headers, body};
}
