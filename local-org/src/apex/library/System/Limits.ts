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

/** "This method is deprecated. Returns the same value as getDMLStatements" and the like. */
const SYNONYMS: Readonly<Record<string, LimitName>> = {
  RunAs: 'DmlStatements',
  Savepoints: 'DmlStatements',
  SavepointRollbacks: 'DmlStatements',
  FindSimilarCalls: 'SoslQueries',
};

/** There are no cursors here, and `AsyncCalls` is "reserved for future use". Maxima as in the Apex Developer Guide, "Apex Cursors". */
const NEVER_USED: Readonly<Record<string, number>> = {ApexCursorRows: 50_000_000, FetchCallsOnApexCursor: 100, AsyncCalls: 0};

export const limitsClass: ClassDefinition = defineClass('System.Limits', {
  ...Object.fromEntries([
    ...COUNTED.flatMap((name) => members(name, name)),
    ...Object.entries(SYNONYMS).flatMap(([name, limit]) => members(name, limit)),
    ...Object.entries(NEVER_USED).flatMap(([name, maximum]): [string, Implementation][] => [
      [`get${name}()`, () => 0],
      [`getLimit${name}()`, () => maximum],
    ]),
  ]),
  'getCpuTime()': () => 0,
  'getLimitCpuTime()': (rt: Runtime) => (rt.tx.limits.isAsynchronous ? 60_000 : 10_000),
  'getHeapSize()': () => 0,
  'getLimitHeapSize()': (rt: Runtime) => (rt.tx.limits.isAsynchronous ? 12_000_000 : 6_000_000),
});

function members(name: string, limit: LimitName): [string, Implementation][] {
  return [
    [`get${name}()`, (rt: Runtime) => rt.tx.limits.used(limit)],
    [`getLimit${name}()`, (rt: Runtime) => rt.tx.limits.maximum(limit)],
  ];
}
