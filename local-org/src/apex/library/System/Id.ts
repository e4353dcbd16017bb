import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {objectToken} from '../Schema/sobject-type.ts';
import {ApexFault, stringFault} from '../../runtime/fault.ts';
import {normalizeId, restoreCasing, stringToId} from '../../runtime/id.ts';

/** Apex Reference Guide, "Id Class". An Id is 18 characters inside. */
export const idClass = defineClass('System.Id', {
  'equals(String)': (_rt, self: string, other: string | null) => other !== null && normalizeId(other) === self,
  'getSobjectType()': (rt, self: string) => {
    const object = rt.org.schema.objectByPrefix(self.slice(0, 3));
    if (object === null) throw new ApexFault('System.SObjectException', `Cannot locate Apex Type for ID: ${self}`);
    return objectToken(object);
  },
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
