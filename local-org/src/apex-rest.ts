/** Calls of REST resources that a project's classes define (Apex Developer Guide, "RestResource Annotation", "Apex REST Methods"). */
import type {ClassInfo, MethodInfo} from './apex/codegen/unit.ts';
import {JsonWriter} from './apex/library/json/json-writer.ts';
import {serialize} from './apex/library/json/serialize.ts';
import {REST_CONTEXT} from './apex/library/System/RestContext.ts';
import {RestRequest, RestResponse} from './apex/library/System/RestRequest.ts';
import {ApexBlob} from './apex/runtime/blob.ts';
import {ApexException} from './apex/runtime/exceptions.ts';
import type {ApexMap} from './apex/runtime/map.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import {apexFrames, formatFrames} from './apex/runtime/stack.ts';
import {UnsupportedError} from './apex/runtime/unsupported.ts';
import type {Org} from './org.ts';

export interface RestCall {
  readonly method: string;
  /** Below `/services/apexrest`, without the query: `/orders/17`. */
  readonly path: string;
  readonly parameters: readonly (readonly [string, string])[];
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What the class answered, or why no class was asked or none answered. */
export type RestAnswer =
  | {readonly kind: 'answer'; readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string}
  | {readonly kind: 'refusal'; readonly status: 403 | 404 | 405 | 500; readonly errorCode: string; readonly message: string};

const ANNOTATIONS: Readonly<Record<string, string>> = {
  DELETE: 'httpdelete',
  GET: 'httpget',
  PATCH: 'httppatch',
  POST: 'httppost',
  PUT: 'httpput',
};

interface Resource {
  readonly info: ClassInfo;
  /** As the annotation has it: `/orders/*`. */
  readonly mapping: string;
}

/** Finds the class by the path and calls its method in a transaction of its own, as a user. An exception that nobody caught undoes everything. */
export function callApexRest(org: Org, call: RestCall, userId: string): RestAnswer {
  const resource = find(org.generation.classes.all, call.path);
  if (resource === null) return refusal(404, 'NOT_FOUND', 'Could not find a match for URL');
  const {info} = resource;
  if (!org.security.of(userId).canAccessClass(info.name))
    return refusal(403, 'FORBIDDEN', `You do not have access to the Apex class named: ${info.name}`);
  const method = info.methods.find(({annotations}) => annotations.some(({name}) => name === ANNOTATIONS[call.method]));
  if (method === undefined) return refusal(405, 'METHOD_NOT_ALLOWED', `HTTP Method '${call.method}' not allowed. ${allowed(info)}`);
  try {
    return org.transaction({userId, quiddity: 'REST'}, () => run(org, resource, method, call));
  } catch (error) {
    if (error instanceof ApexException) return refusal(500, 'APEX_ERROR', description(error, org));
    throw error;
  }
}

/** An exact match wins, then the longest mapping with a wildcard. Mappings regard case. */
function find(classes: readonly ClassInfo[], path: string): Resource | null {
  const matching = classes
    .flatMap((info) => {
      const mapping = info.annotations.find(({name}) => name === 'restresource')?.arguments['urlmapping'];
      return typeof mapping === 'string' ? {info, mapping} : [];
    })
    .filter(({mapping}) => matches(mapping, path))
    .sort((left, right) => rank(right, path) - rank(left, path));
  return matching[0] ?? null;
}

function matches(mapping: string, path: string): boolean {
  const [prefix = '', ...rest] = mapping.split('*');
  if (rest.length === 0) return mapping === path;
  if (!path.startsWith(prefix)) return false;
  if (rest.join('') !== '') throw new UnsupportedError(`U320 The URL mapping ${mapping} has a wildcard that isn't its end.`);
  return true;
}

function rank({mapping}: Resource, path: string): number {
  return mapping === path ? Infinity : mapping.length;
}

function run({runtime: rt, generation}: Org, {info, mapping}: Resource, method: MethodInfo, call: RestCall): RestAnswer {
  if (method.parameters.length > 0) throw new UnsupportedError(`U320 ${info.name}.${method.name} takes its body apart by parameters.`);
  const context = rt.tx.get(REST_CONTEXT);
  context.request = requestOf(rt, call, mapping);
  context.response = new RestResponse(rt);
  const body = generation.staticMethod(info.name, method.slot);
  if (body === null) throw new Error(`${info.name}.${method.name} was not loaded.`);
  const returned = body();
  const {response} = rt.tx.get(REST_CONTEXT);
  const isVoid = method.returnType === 'void';
  return {
    kind: 'answer',
    status: response?.statusCode ?? 200,
    headers: {'content-type': 'application/json;charset=UTF-8', ...(response === null ? {} : headersOf(response.headers))},
    body: isVoid ? (response?.responseBody?.toText() ?? '') : json(rt, returned),
  };
}

function requestOf(rt: Runtime, call: RestCall, mapping: string): RestRequest {
  const request = new RestRequest(rt);
  request.httpMethod = call.method;
  request.requestURI = call.path;
  request.resourcePath = `/services/apexrest${mapping}`;
  request.requestBody = ApexBlob.fromText(call.body);
  for (const [name, value] of Object.entries(call.headers)) request.headers.put(rt, name, value);
  for (const [name, value] of call.parameters) request.params.put(rt, name, value);
  return request;
}

function headersOf(headers: ApexMap): Readonly<Record<string, string>> {
  return Object.fromEntries(headers.entries().map(({key, value}) => [String(key).toLowerCase(), String(value)]));
}

function json(rt: Runtime, value: unknown): string {
  const writer = new JsonWriter(false);
  serialize(rt, writer, value, false);
  return writer.text;
}

function allowed({methods}: ClassInfo): string {
  const names = Object.keys(ANNOTATIONS).filter((name) =>
    methods.some(({annotations}) => annotations.some((annotation) => annotation.name === ANNOTATIONS[name])),
  );
  return `Allowed are ${names.join(',')}`;
}

function description(exception: ApexException, {generation}: Org): string {
  return `${exception.type.name}: ${exception.text ?? ''}\n\n${formatFrames(apexFrames(exception, generation))}`;
}

function refusal(status: 403 | 404 | 405 | 500, errorCode: string, message: string): RestAnswer {
  return {kind: 'refusal', status, errorCode, message};
}
