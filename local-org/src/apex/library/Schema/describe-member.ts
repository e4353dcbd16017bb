import {UnsupportedError} from '../../runtime/unsupported.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {Implementation} from '../registry.ts';

/** One value of a describe result under its two names: `getLabel()` and `Label`, `isUnique()` and `Unique`. */
export type DescribeMember<Describe> = (
  name: string,
  prefix: 'get' | 'is',
  read: (describe: Describe, rt: Runtime) => unknown,
) => [string, Implementation][];

export function describeMember<Describe>(...[name, prefix, read]: Parameters<DescribeMember<Describe>>): [string, Implementation][] {
  const implementation: Implementation = (rt: Runtime, self: Describe) => read(self, rt);
  return [
    [`${prefix}${name}()`, implementation],
    [`get ${name}`, implementation],
  ];
}

/** What is asked of an object of which only the types of its fields are known. */
export function undescribed(element: string, member: string): UnsupportedError {
  return new UnsupportedError(`U322 ${member} of ${element} is not supported: only the types of its fields are known.`);
}
