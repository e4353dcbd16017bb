/** One request on its way through an operation: who asks, what the URL and the body say, and the org that answers. */
import type {Org} from '../org.ts';
import {ApiError, type ApiRequest} from './api.ts';

export class Call {
  readonly org: Org;
  readonly request: ApiRequest;
  /** 18-character Id of the user who asks. */
  readonly userId: string;
  readonly query: URLSearchParams;
  /** Of the version in the path (`66.0`). */
  readonly version: string;

  constructor(org: Org, request: ApiRequest, userId: string, query: URLSearchParams, version: string) {
    this.org = org;
    this.request = request;
    this.userId = userId;
    this.query = query;
    this.version = version;
  }

  /**
   * The body as a JSON object.
   *
   * @throws ApiError 400 `JSON_PARSER_ERROR`, with what was found instead
   */
  json(): Readonly<Record<string, unknown>> {
    const text = this.request.body ?? '';
    let value: unknown;
    try {
      value = JSON.parse(text);
    } catch (error) {
      throw new ApiError(400, 'JSON_PARSER_ERROR', `The HTTP entity body is not valid JSON: ${(error as Error).message}`);
    }
    if (!isJsonObject(value)) throw new ApiError(400, 'JSON_PARSER_ERROR', 'The HTTP entity body is required to be a JSON object');
    return value;
  }

  url(path: string): string {
    return `/services/data/v${this.version}/${path}`;
  }
}

export function isJsonObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
