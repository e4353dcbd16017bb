/** Apex publish callbacks (Platform Events Developer Guide, "Get the Result of Asynchronous Platform Event Publishing with Apex Publish Callbacks"). */
import type {Runtime} from '../apex/runtime/runtime.ts';
import {ApexException} from '../apex/runtime/exceptions.ts';
import {ApexList} from '../apex/runtime/list.ts';
import {PlatformObject} from '../apex/runtime/platform-object.ts';
import type {Transaction} from '../transaction.ts';
import type {PublishCallback} from './event-bus.ts';

/** `EventBus.SuccessResult` or `EventBus.FailureResult`. */
export class PublishResult extends PlatformObject {
  override readonly typeName: 'EventBus.SuccessResult' | 'EventBus.FailureResult';
  readonly uuids: ApexList;

  constructor(rt: Runtime, isSuccess: boolean, uuids: readonly string[]) {
    super();
    this.typeName = isSuccess ? 'EventBus.SuccessResult' : 'EventBus.FailureResult';
    this.uuids = new ApexList(rt.types.list(rt.types.get('String')), [...uuids]);
  }
}

/** Calls those that implement the method, each in a transaction of its own as the Automated Process user. */
export function runPublishCallbacks(
  rt: Runtime,
  callbacks: readonly PublishCallback[],
  method: 'onSuccess' | 'onFailure',
  test: Transaction | null,
): void {
  const {org} = rt;
  for (const {callback, uuids} of callbacks) {
    if (!rt.responds(callback, method, 1)) continue;
    try {
      org.transaction({userId: org.automatedProcessId, quiddity: 'PLATFORM_EVENT_PUBLISH_CALLBACK', test}, () => {
        rt.invoke(callback, method, [new PublishResult(rt, method === 'onSuccess', uuids)]);
      });
    } catch (error) {
      // Nobody waits for a callback; what it throws is in its own log.
      if (!(error instanceof ApexException)) throw error;
    }
  }
}
