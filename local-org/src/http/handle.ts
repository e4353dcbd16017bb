/** The door of an org: one request in, one answer out. HTTP wraps this; programs in the same process call it through `org.handle`. */
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import type {Org} from '../org.ts';
import {ApiError, jsonResponse, type ApiRequest, type ApiResponse} from './api.ts';
import {Call} from './call.ts';
import {apexRest} from './operations/apex-rest.ts';
import {customActions} from './operations/custom-actions.ts';
import {executeAnonymous} from './operations/execute-anonymous.ts';
import {query} from './operations/query.ts';
import {sobjectCollections} from './operations/sobject-collections.ts';
import {sobjectRows} from './operations/sobject-rows.ts';
import {sobjectTree} from './operations/sobject-tree.ts';
import {Router} from './router.ts';

const router = new Router([
  ...query,
  ...sobjectCollections,
  ...sobjectTree,
  ...sobjectRows,
  ...executeAnonymous,
  ...customActions,
  ...apexRest,
]);

/** Answers every request, refused ones with the errors of the REST API, and with 501 what this org lacks; only a defect of the org itself throws. */
export function handle(org: Org, request: ApiRequest): ApiResponse {
  try {
    const url = new URL(request.path.replace(/^\/+/, '/'), 'http://localhost');
    const {operation, parameters} = router.find(request.method, url.pathname);
    const userId = findUser(org, request.user);
    requireApi(org, userId);
    return operation.run(new Call(org, request, userId, url.searchParams, parameters['version'] ?? ''), parameters);
  } catch (error) {
    if (error instanceof ApiError) return jsonResponse(error.status, error.errors);
    if (error instanceof UnsupportedError)
      return jsonResponse(501, [{errorCode: 'NOT_SUPPORTED', message: `${error.code} ${error.message}`}]);
    throw error;
  }
}

function findUser(org: Org, user: string): string {
  const [byName] = org.records.find('User', 'username', user);
  const id = byName ?? user;
  if (org.records.value('User', id, 'isactive') === true) return id;
  throw new ApiError(401, 'INVALID_SESSION_ID', `Session expired or invalid: there is no active user ${user}`);
}

/** Salesforce Help, "API Enabled" among the user permissions: without it no API, and no Apex REST. The text is the platform's, though it means the user. */
function requireApi(org: Org, userId: string): void {
  if (!org.security.of(userId).hasUserPermission('ApiEnabled'))
    throw new ApiError(403, 'API_DISABLED_FOR_ORG', 'The REST API is not enabled for this Organization.');
}
