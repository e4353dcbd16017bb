/** Finds the operation for a path. Patterns are written as the REST API Developer Guide writes its resources. */
import {ApiError, notFound, type ApiResponse, type HttpMethod} from './api.ts';
import type {Call} from './call.ts';

export interface Operation {
  readonly method: HttpMethod;
  /** `/services/data/vXX.X/sobjects/{object}/{id}`; `{rest*}` takes all that follows. */
  readonly path: string;
  readonly run: (call: Call, parameters: Readonly<Record<string, string>>) => ApiResponse;
}

interface Route {
  readonly operation: Operation;
  readonly segments: readonly string[];
}

export class Router {
  readonly #routes: readonly Route[];

  /** Earlier operations win over later ones that match the same path. */
  constructor(operations: readonly Operation[]) {
    this.#routes = operations.map((operation) => ({operation, segments: split(operation.path)}));
  }

  /** @throws ApiError 404 for a path that nothing serves, 405 for a method that its resource lacks. */
  find(method: HttpMethod, path: string): {readonly operation: Operation; readonly parameters: Readonly<Record<string, string>>} {
    const actual = split(path);
    const matches = this.#routes.flatMap((route) => {
      const parameters = match(route.segments, actual);
      return parameters === null ? [] : [{operation: route.operation, parameters}];
    });
    const found = matches.find((candidate) => candidate.operation.method === method);
    if (found !== undefined) return found;
    if (matches.length === 0) throw notFound();
    throw new ApiError(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${method}' not allowed. Allowed are ${allowed(matches)}`);
  }
}

function allowed(matches: readonly {readonly operation: Operation}[]): string {
  return [...new Set(matches.map(({operation}) => operation.method))].join(',');
}

/** Clients send `//services/…` as well; empty segments are dropped. */
function split(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}

function match(pattern: readonly string[], actual: readonly string[]): Record<string, string> | null {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    if (part.startsWith('{') && part.endsWith('*}')) {
      parameters[part.slice(1, -2)] = actual.slice(index).join('/');
      return parameters;
    }
    const given = actual[index];
    if (given === undefined) return null;
    if (part === 'vXX.X') {
      if (!/^v\d+\.\d$/.test(given)) return null;
      parameters['version'] = given.slice(1);
    } else if (part.startsWith('{')) {
      parameters[part.slice(1, -1)] = decodeURIComponent(given);
    } else if (part.toLowerCase() !== given.toLowerCase()) return null;
  }
  return pattern.length === actual.length ? parameters : null;
}
