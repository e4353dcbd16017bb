/** Requests and responses of the Salesforce APIs, without the transport: `org.handle` takes the one and gives the other. */

export type HttpMethod = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE' | 'HEAD';

export interface ApiRequest {
  readonly method: HttpMethod;
  /** Path with query string, as on the wire: `/services/data/v66.0/query?q=SELECT+Id+FROM+Lead`. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Text of the body. */
  readonly body?: string;
  /** User name or Id of the user who asks; the transport has authenticated them. */
  readonly user: string;
}

export interface ApiResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  /** Text of the body; empty where there is none. */
  readonly body: string;
}

/** One element of the array that the REST API answers an error with. */
export interface ApiErrorBody {
  readonly errorCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** What an operation throws to answer with an error (REST API Developer Guide, "Status Codes and Error Responses"). */
export class ApiError extends Error {
  readonly status: number;
  readonly errors: readonly ApiErrorBody[];

  constructor(status: number, errorCode: string, message: string, fields?: readonly string[]) {
    super(message);
    this.status = status;
    this.errors = [{errorCode, message, ...(fields === undefined ? {} : {fields})}];
  }
}

export function notFound(message = 'The requested resource does not exist'): ApiError {
  return new ApiError(404, 'NOT_FOUND', message);
}

export function jsonResponse(status: number, value: unknown): ApiResponse {
  return {status, headers: {'content-type': 'application/json;charset=UTF-8'}, body: JSON.stringify(value)};
}

export const NO_CONTENT: ApiResponse = {status: 204, headers: {}, body: ''};
