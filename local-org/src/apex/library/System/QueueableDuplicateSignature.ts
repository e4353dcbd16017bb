/** `AsyncOptions`, `AsyncInfo` and `QueueableDuplicateSignature` (Apex Reference Guide, at each class). */
import {runningJob} from '../../../async/running-job.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {PropertyBag, propertyMembers} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const SIGNATURE = 'System.QueueableDuplicateSignature';
const PARTS = 'parts';

/** The same text for the same parts. */
export function signatureText(signature: PropertyBag): string {
  return JSON.stringify(partsOf(signature));
}

function partsOf(bag: PropertyBag): readonly (string | number)[] {
  return (bag.get(PARTS) ?? []) as readonly (string | number)[];
}

function add(builder: PropertyBag, part: string | number): PropertyBag {
  builder.values.set(PARTS, [...partsOf(builder), part]);
  return builder;
}

const addText = (_rt: Runtime, self: PropertyBag, text: string | null) => add(self, required(text));

const chain = (rt: Runtime) => {
  const job = runningJob(rt);
  return job?.kind === 'queueable' ? job.chain : null;
};

export const asyncOptionClasses: readonly ClassDefinition[] = [
  defineClass('System.AsyncOptions', {
    '<init>()': () => new PropertyBag('System.AsyncOptions'),
    ...propertyMembers({DuplicateSignature: SIGNATURE, MaximumQueueableStackDepth: 'Integer', MinimumQueueableDelayInMinutes: 'Integer'}, [
      'property',
    ]),
  }),
  defineClass('System.AsyncInfo', {
    'getCurrentQueueableStackDepth()': (rt: Runtime) => chain(rt)?.depth ?? 0,
    'getMaximumQueueableStackDepth()': (rt: Runtime) => chain(rt)?.maximum ?? null,
    'getMinimumQueueableDelayInMinutes()': (rt: Runtime) => chain(rt)?.delay ?? null,
    'hasMaxStackDepth()': (rt: Runtime) => chain(rt)?.maximum != null,
  }),
  defineClass(`${SIGNATURE}.Builder`, {
    '<init>()': () => new PropertyBag(`${SIGNATURE}.Builder`),
    'addId(Id)': addText,
    'addString(String)': addText,
    'addInteger(Integer)': (_rt: Runtime, self: PropertyBag, number: number | null) => add(self, required(number)),
    'build()': (_rt: Runtime, self: PropertyBag) => {
      const signature = new PropertyBag(SIGNATURE);
      signature.values.set(PARTS, partsOf(self));
      return signature;
    },
  }),
];
