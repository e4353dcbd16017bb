import {REQUEST_ID} from '../../../request-id.ts';
import type {Quiddity} from '../../../transaction.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

class ApexRequest extends PlatformObject {
  override readonly typeName = 'System.Request';
  readonly id: string;
  readonly quiddity: Quiddity;

  constructor(id: string, quiddity: Quiddity) {
    super();
    this.id = id;
    this.quiddity = quiddity;
  }
}

/** Apex Reference Guide, "Request Class". */
export const requestClass: ClassDefinition = defineClass('System.Request', {
  'getCurrent()': (rt: Runtime) => new ApexRequest(rt.tx.get(REQUEST_ID), rt.tx.quiddity),
  'getRequestId()': (_rt: Runtime, self: ApexRequest) => self.id,
  'getQuiddity()': (rt: Runtime, self: ApexRequest) => rt.types.enumValue('System.Quiddity', self.quiddity),
});
