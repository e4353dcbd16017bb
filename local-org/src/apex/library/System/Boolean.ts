import {someValue} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {typeFault} from '../../runtime/fault.ts';

/** Apex Reference Guide, "Boolean Class": text other than `true`, in whatever case, is false. */
export const booleanClass = defineClass('System.Boolean', {
  'valueOf(Object)': (_rt, value: unknown) => {
    const given = someValue('Boolean', value);
    if (typeof given === 'boolean') return given;
    if (typeof given === 'string') return given.toLowerCase() === 'true';
    throw typeFault(`Invalid boolean: ${String(given)}`);
  },
});
