import {ApexBlob} from '../../runtime/blob.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

/** An answer, as a callout gives it or a mock makes it. Names of headers keep their case, and differ by it. */
export class HttpResponse extends PlatformObject {
  override readonly typeName = 'System.HttpResponse';
  status: string | null = null;
  statusCode = 0;
  body = ApexBlob.fromText('');
  readonly headers = new Map<string, string>();

  override toText(): string {
    return `System.HttpResponse[Status=${String(this.status)}, StatusCode=${String(this.statusCode)}]`;
  }
}

/** Bytes that aren't UTF-8 come out as replacement characters. */
export function bodyText(body: ApexBlob): string {
  return body.toText() ?? Buffer.from(body.bytes).toString('utf8');
}

/** Apex Reference Guide, "HttpResponse Class". */
export const httpResponseClass: ClassDefinition = defineClass('System.HttpResponse', {
  '<init>()': () => new HttpResponse(),
  'getStatus()': (_rt: Runtime, self: HttpResponse) => self.status,
  'setStatus(String)': (_rt: Runtime, self: HttpResponse, status: string | null) => {
    self.status = status;
  },
  'getStatusCode()': (_rt: Runtime, self: HttpResponse) => self.statusCode,
  'setStatusCode(Integer)': (_rt: Runtime, self: HttpResponse, code: number | null) => {
    self.statusCode = required(code);
  },
  'getHeader(String)': (_rt: Runtime, self: HttpResponse, name: string | null) => self.headers.get(required(name)) ?? null,
  'setHeader(String,String)': (_rt: Runtime, self: HttpResponse, name: string | null, value: string | null) => {
    self.headers.set(required(name), required(value));
  },
  'getHeaderKeys()': (rt: Runtime, self: HttpResponse) => new ApexList(rt.types.list(rt.types.get('String')), [...self.headers.keys()]),
  'getBody()': (_rt: Runtime, self: HttpResponse) => bodyText(self.body),
  'setBody(String)': (_rt: Runtime, self: HttpResponse, body: string | null) => {
    self.body = ApexBlob.fromText(required(body));
  },
  'getBodyAsBlob()': (_rt: Runtime, self: HttpResponse) => self.body,
  'setBodyAsBlob(Blob)': (_rt: Runtime, self: HttpResponse, body: ApexBlob | null) => {
    self.body = required(body);
  },
  'toString()': (_rt: Runtime, self: HttpResponse) => self.toText(),
});
