import {ApexException} from './exceptions.ts';
import {STUB_SUFFIX, isStub} from './stub.ts';
import type {Runtime} from './runtime.ts';

/** The text of objects of Apex classes: their own `toString()`, else `Name:[field=value, …]`; of exceptions `Name: message`. */
export function textOfInstance(rt: Runtime, instance: object): string {
  if (rt.responds(instance, 'toString', 0)) return rt.stringOf(rt.invoke(instance, 'toString', []));
  if (instance instanceof ApexException) return `${instance.type.name}: ${instance.text ?? 'null'}`;
  const type = rt.typeOf(instance);
  const name = type.name.slice(type.name.lastIndexOf('.') + 1) + (isStub(instance) ? STUB_SUFFIX : '');
  if (running.has(instance)) return `${name}:(already output)`;
  running.add(instance);
  try {
    const fields = rt.types.instanceFields(type).map((field) => `${field.name}=${rt.stringOf(field.get(instance))}`);
    return `${name}:[${fields.join(', ')}]`;
  } finally {
    running.delete(instance);
  }
}

/** Objects whose text is being made, so that a cycle ends. */
const running = new Set<object>();
