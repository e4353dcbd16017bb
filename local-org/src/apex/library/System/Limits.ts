/**
 * `System.Limits`: what the running transaction used, and may use (Apex Reference Guide, "Limits Class"). CPU time and heap aren't counted:
 * their use is always 0 (DIVERGENCES.md).
 */
import type {LimitName} from '../../../limits.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

const COUNTED: readonly LimitName[] = [
  'Queries',
  'AggregateQueries',
  'QueryRows',
  'QueryLocatorRows',
  'SoslQueries',
  'DmlStatements',
  'DmlRows',
  'PublishImmediateDML',
  'Callouts',
  'FutureCalls',
  'QueueableJobs',
  'EmailInvocations',
  'MobilePushApexCalls',
];

const members = COUNTED.flatMap((name): [string, Implementation][] => [
  [`get${name}()`, (rt: Runtime) => rt.tx.limits.used(name)],
  [`getLimit${name}()`, (rt: Runtime) => rt.tx.limits.maximum(name)],
]);

export const limitsClass: ClassDefinition = defineClass('System.Limits', {
  ...Object.fromEntries(members),
  'getCpuTime()': () => 0,
  'getLimitCpuTime()': (rt: Runtime) => (rt.tx.limits.isAsynchronous ? 60_000 : 10_000),
  'getHeapSize()': () => 0,
  'getLimitHeapSize()': (rt: Runtime) => (rt.tx.limits.isAsynchronous ? 12_000_000 : 6_000_000),
});
