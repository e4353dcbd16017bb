import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {mockOf} from '../callout-mocks.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import type {HttpRequest} from './HttpRequest.ts';
import type {HttpResponse} from './HttpResponse.ts';
import {PlatformCalloutMock} from './StaticResourceCalloutMock.ts';

class Http extends PlatformObject {
  override readonly typeName = 'System.Http';
}

/** Apex Reference Guide, "Http Class". */
export const httpClass: ClassDefinition = defineClass('System.Http', {
  '<init>()': () => new Http(),
  'send(HttpRequest)': (rt: Runtime, _self: Http, request: HttpRequest | null) => send(rt, required(request)),
  'toString()': (rt: Runtime, self: Http) => self.toText(rt),
});

/** In a test the mock answers. Rows that wait for their commit forbid a callout; a test's rows don't after `Test.startTest()`. */
function send(rt: Runtime, request: HttpRequest): HttpResponse | null {
  const {tx} = rt;
  if (tx.trigger !== null) throw rt.exception('System.CalloutException', 'Callout from triggers are currently not supported.');
  if (tx.limits.used('DmlStatements') > 0) {
    throw rt.exception('System.CalloutException', 'You have uncommitted work pending. Please commit or rollback before calling out');
  }
  tx.limits.count('Callouts');
  if (!tx.isTest) throw new UnsupportedError('U307 Callouts outside of tests are not supported.');
  const mock = mockOf(rt, 'System.HttpCalloutMock');
  if (mock === null) throw rt.exception('System.TypeException', 'Methods defined as TestMethod do not support Web service callouts');
  return mock instanceof PlatformCalloutMock ? mock.respond(rt, request) : (rt.invoke(mock, 'respond', [request]) as HttpResponse | null);
}
