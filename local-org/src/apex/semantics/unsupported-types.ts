/** Types that the platform makes from other metadata, and that this org lacks: naming one is legal, and running it is not possible. */
import type {Schema} from '../../data/descriptor.ts';
import type {ListedCode} from '../../diagnostics/codes.ts';

export interface Lack {
  readonly code: ListedCode & `U${string}`;
  readonly message: string;
}

/** Null for every name that is not of such a type. */
export function unsupportedType(names: readonly string[], schema: Schema): Lack | null {
  const written = names.join('.');
  const [first = '', second = '', ...others] = names
    .map((name) => name.toLowerCase())
    .filter((name, index) => index > 0 || !IMPLIED.has(name));
  if (first === 'flow' && second === 'interview' && others.length > 0)
    return {code: 'U207', message: `${written}: start flows by Flow.Interview.createInterview; their own types are not supported`};
  if (first === 'component' || first === 'page') return {code: 'U208', message: `${written}: Visualforce is not supported`};
  return unsupportedObject(first, written, schema);
}

/** Namespaces that go without saying. */
const IMPLIED: ReadonlySet<string> = new Set(['system', 'schema']);

/** Objects that come with another one, and kinds of object that are not kept. */
function unsupportedObject(name: string, written: string, schema: Schema): Lack | null {
  if (/__(b|x|kav)$/.test(name)) return {code: 'U209', message: `${written}: objects of this kind are not supported`};
  const base = /^(.*)__(share|history|feed|changeevent|tag)$/.exec(name)?.[1];
  if (base === undefined || schema.object(`${base}__c`) === null) return null;
  return {code: 'U209', message: `${written}: objects of this kind are not supported`};
}
