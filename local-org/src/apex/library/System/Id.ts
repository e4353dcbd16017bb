import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {stringFault} from '../../runtime/fault.ts';
import {normalizeId, restoreCasing, stringToId} from '../../runtime/id.ts';

/** Apex Reference Guide, "Id Class". An Id is 18 characters inside; `getSobjectType` is the schema's (see Schema). */
export const idClass = defineClass('System.Id', {
  'equals(String)': (_rt, self: string, other: string | null) => other !== null && normalizeId(other) === self,
  'to15()': (_rt, self: string) => self.slice(0, 15),
  'valueOf(String)': (_rt, text: string | null) => stringToId(required(text)),
  'valueOf(String,Boolean)': (_rt, text: string | null, restore: boolean | null) => {
    const given = required(text);
    if (!required(restore)) return stringToId(given);
    const restored = given.length === 18 && normalizeId(given) !== null ? restoreCasing(given) : null;
    if (restored === null) throw stringFault(`Invalid id: ${given}`);
    return restored;
  },
});
