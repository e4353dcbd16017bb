import {ApexBlob} from '../../runtime/blob.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {bodyText} from './HttpResponse.ts';

/** A request before it is sent. Names of headers keep their case, and differ by it. */
export class HttpRequest extends PlatformObject {
  override readonly typeName = 'System.HttpRequest';
  endpoint: string | null = null;
  method: string | null = null;
  body = ApexBlob.fromText('');
  isCompressed = false;
  /** Milliseconds. */
  timeout: number | null = null;
  readonly headers = new Map<string, string>();

  override toText(): string {
    return `System.HttpRequest[Endpoint=${String(this.endpoint)}, Method=${String(this.method)}]`;
  }
}

const LONGEST_TIMEOUT = 120_000;

/** Apex Reference Guide, "HttpRequest Class". */
export const httpRequestClass: ClassDefinition = defineClass('System.HttpRequest', {
  '<init>()': () => new HttpRequest(),
  'getEndpoint()': (_rt: Runtime, self: HttpRequest) => self.endpoint,
  'setEndpoint(String)': (_rt: Runtime, self: HttpRequest, endpoint: string | null) => {
    self.endpoint = required(endpoint);
  },
  'getMethod()': (_rt: Runtime, self: HttpRequest) => self.method,
  'setMethod(String)': (_rt: Runtime, self: HttpRequest, method: string | null) => {
    self.method = required(method);
  },
  'getHeader(String)': (_rt: Runtime, self: HttpRequest, name: string | null) => self.headers.get(required(name)) ?? null,
  'setHeader(String,String)': (_rt: Runtime, self: HttpRequest, name: string | null, value: string | null) => {
    self.headers.set(required(name), required(value));
  },
  'getBody()': (_rt: Runtime, self: HttpRequest) => bodyText(self.body),
  'setBody(String)': (_rt: Runtime, self: HttpRequest, body: string | null) => {
    self.body = ApexBlob.fromText(required(body));
  },
  'getBodyAsBlob()': (_rt: Runtime, self: HttpRequest) => self.body,
  'setBodyAsBlob(Blob)': (_rt: Runtime, self: HttpRequest, body: ApexBlob | null) => {
    self.body = required(body);
  },
  'getCompressed()': (_rt: Runtime, self: HttpRequest) => self.isCompressed,
  'setCompressed(Boolean)': (_rt: Runtime, self: HttpRequest, isCompressed: boolean | null) => {
    self.isCompressed = required(isCompressed);
  },
  /** "The timeout can be any value between 1 and 120,000 milliseconds"; what another one raises isn't documented. */
  'setTimeout(Integer)': (_rt: Runtime, self: HttpRequest, timeout: number | null) => {
    const given = required(timeout);
    if (given < 1 || given > LONGEST_TIMEOUT)
      throw new UnsupportedError(`U306 A timeout of ${String(given)} ms is out of the range of 1 to ${String(LONGEST_TIMEOUT)}.`);
    self.timeout = given;
  },
  'toString()': (_rt: Runtime, self: HttpRequest) => self.toText(),
});
