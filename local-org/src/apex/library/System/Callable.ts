/** `Callable`, by which code calls what it knows by name alone. The project's own classes implement it (Apex Reference Guide, "Callable Interface"). */
import {callInterface} from '../../../async/interface-call.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass} from '../registry.ts';

export const callableClass = defineClass('System.Callable', {
  'call(String,Map<String,Object>)': (rt: Runtime, self: object, ...args: readonly unknown[]) => callInterface(rt, self, 'call', args),
});
