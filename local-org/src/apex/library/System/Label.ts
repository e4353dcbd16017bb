import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

/** Apex Reference Guide, "Label Class". `System.Label.Name` in code stands for `get` with the name, which the compiler has found. */
export const labelClass: ClassDefinition = defineClass('System.Label', {
  'get(String,String)': (rt: Runtime, _namespace: string | null, name: string | null) => {
    const label = rt.org.globals.label(required(name));
    if (label === null) throw rt.exception('System.IllegalArgumentException', `Label not found: ${String(name)}`);
    return label;
  },
});
