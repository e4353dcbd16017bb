/** `EventBus.TestBroker` (Apex Reference Guide, "TestBroker Class"): the event bus of the test that runs. */
import {asyncWorkOf} from '../../../async/async-work.ts';
import {deliverEvents} from '../../../async/event-delivery.ts';
import {runPublishCallbacks, type PublishResult} from '../../../async/publish-callbacks.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export class TestBroker extends PlatformObject {
  override readonly typeName = 'EventBus.TestBroker';
}

const getEventUuids = (_rt: Runtime, self: PublishResult) => self.uuids;

export const testBrokerClasses: readonly ClassDefinition[] = [
  defineClass('EventBus.TestBroker', {
    'deliver()': (rt: Runtime) => {
      deliverEvents(rt, asyncWorkOf(rt), rt.tx.test);
    },
    /** "The publishing of events fails immediately after the call, and event messages are removed from the test event bus." */
    'fail()': (rt: Runtime) => {
      const {events} = asyncWorkOf(rt);
      events.clear();
      runPublishCallbacks(rt, events.takeCallbacks(), 'onFailure', rt.tx.test);
    },
  }),
  defineClass('EventBus.SuccessResult', {'getEventUuids()': getEventUuids}),
  defineClass('EventBus.FailureResult', {'getEventUuids()': getEventUuids}),
];
