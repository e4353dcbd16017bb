/** `System.RestRequest` and `System.RestResponse` (Apex Reference Guide, "RestRequest Class", "RestResponse Class"). */
import type {ApexBlob} from '../../runtime/blob.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

export class RestRequest extends PlatformObject {
  override readonly typeName = 'System.RestRequest';
  headers: ApexMap;
  params: ApexMap;
  httpMethod: string | null = null;
  remoteAddress: string | null = null;
  requestBody: ApexBlob | null = null;
  requestURI: string | null = null;
  resourcePath: string | null = null;

  constructor(rt: Runtime) {
    super();
    this.headers = textMap(rt);
    this.params = textMap(rt);
  }
}

export class RestResponse extends PlatformObject {
  override readonly typeName = 'System.RestResponse';
  headers: ApexMap;
  responseBody: ApexBlob | null = null;
  statusCode: number | null = null;

  constructor(rt: Runtime) {
    super();
    this.headers = textMap(rt);
  }
}

function textMap(rt: Runtime): ApexMap {
  const text = rt.types.get('String');
  return new ApexMap(rt.types.map(text, text));
}

/** The two accessors of a property that can be read and written. */
function property(name: string): [string, Implementation][] {
  return [
    [`get ${name}`, (_rt: Runtime, self: PlatformObject): unknown => Reflect.get(self, name)],
    [
      `set ${name}`,
      (_rt: Runtime, self: PlatformObject, value: unknown) => {
        Reflect.set(self, name, value);
      },
    ],
  ];
}

export const restClasses: readonly ClassDefinition[] = [
  defineClass('System.RestRequest', {
    '<init>()': (rt: Runtime) => new RestRequest(rt),
    ...Object.fromEntries(
      (
        ['headers', 'params', 'httpMethod', 'remoteAddress', 'requestBody', 'requestURI', 'resourcePath'] satisfies (keyof RestRequest)[]
      ).flatMap(property),
    ),
    'addHeader(String,String)': (rt: Runtime, self: RestRequest, name: string | null, value: string | null) => {
      self.headers.put(rt, required(name), value);
    },
    'addParameter(String,String)': (rt: Runtime, self: RestRequest, name: string | null, value: string | null) => {
      self.params.put(rt, required(name), value);
    },
  }),
  defineClass('System.RestResponse', {
    '<init>()': (rt: Runtime) => new RestResponse(rt),
    ...Object.fromEntries((['headers', 'responseBody', 'statusCode'] satisfies (keyof RestResponse)[]).flatMap(property)),
    'addHeader(String,String)': (rt: Runtime, self: RestResponse, name: string | null, value: string | null) => {
      self.headers.put(rt, required(name), value);
    },
  }),
];
