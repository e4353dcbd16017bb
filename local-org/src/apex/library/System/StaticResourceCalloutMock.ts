/** Mocks that answer callouts with static resources (Apex Developer Guide, "Testing HTTP Callouts Using Static Resources"). */
import {ApexBlob} from '../../runtime/blob.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import {staticResourceContent} from '../static-resource-content.ts';
import type {HttpRequest} from './HttpRequest.ts';
import {HttpResponse} from './HttpResponse.ts';

/** A mock of the platform's own. */
export abstract class PlatformCalloutMock extends PlatformObject {
  readonly headers = new Map<string, string>();
  status: string | null = null;
  statusCode = 0;

  abstract respond(rt: Runtime, request: HttpRequest): HttpResponse;

  protected response(body: ApexBlob): HttpResponse {
    const response = new HttpResponse();
    response.body = body;
    response.status = this.status;
    response.statusCode = this.statusCode;
    for (const [name, value] of this.headers) response.headers.set(name, value);
    return response;
  }
}

class StaticResourceCalloutMock extends PlatformCalloutMock {
  override readonly typeName = 'System.StaticResourceCalloutMock';
  resource: string | null = null;

  override respond(rt: Runtime): HttpResponse {
    return this.response(this.resource === null ? ApexBlob.fromText('') : staticResourceContent(rt, this.resource));
  }
}

class MultiStaticResourceCalloutMock extends PlatformCalloutMock {
  override readonly typeName = 'System.MultiStaticResourceCalloutMock';
  readonly resources = new Map<string, string>();

  override respond(rt: Runtime, {endpoint}: HttpRequest): HttpResponse {
    const resource = this.resources.get(endpoint ?? '');
    if (resource === undefined) throw rt.exception('System.CalloutException', `No mock response found for endpoint: ${String(endpoint)}`);
    return this.response(staticResourceContent(rt, resource));
  }
}

const answer: Readonly<Record<string, Implementation>> = {
  'setHeader(String,String)': (_rt: Runtime, self: PlatformCalloutMock, name: string | null, value: string | null) => {
    self.headers.set(required(name), required(value));
  },
  'setStatus(String)': (_rt: Runtime, self: PlatformCalloutMock, status: string | null) => {
    self.status = status;
  },
  'setStatusCode(Integer)': (_rt: Runtime, self: PlatformCalloutMock, code: number | null) => {
    self.statusCode = required(code);
  },
};

export const calloutMockClasses: readonly ClassDefinition[] = [
  defineClass('System.StaticResourceCalloutMock', {
    ...answer,
    '<init>()': () => new StaticResourceCalloutMock(),
    'setStaticResource(String)': (_rt: Runtime, self: StaticResourceCalloutMock, name: string | null) => {
      self.resource = required(name);
    },
  }),
  defineClass('System.MultiStaticResourceCalloutMock', {
    ...answer,
    '<init>()': () => new MultiStaticResourceCalloutMock(),
    'setStaticResource(String,String)': (_rt: Runtime, self: MultiStaticResourceCalloutMock, url: string | null, name: string | null) => {
      self.resources.set(required(url), required(name));
    },
  }),
];
