import type {SObjectDescriptor} from '../data/descriptor.ts';

/** Works out something about an object once, however many chunks are saved. */
export function perObject<Value>(workOut: (object: SObjectDescriptor) => Value): (object: SObjectDescriptor) => Value {
  const known = new WeakMap<SObjectDescriptor, {readonly value: Value}>();
  return (object) => {
    let entry = known.get(object);
    if (entry === undefined) {
      entry = {value: workOut(object)};
      known.set(object, entry);
    }
    return entry.value;
  };
}
