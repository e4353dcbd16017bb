/** Puts the parts of an org together. Each part reaches the others through the runtime and the org, which exist before them. */
import {ApexDmlEngine} from './dml/apex-dml-engine.ts';
import {ApexTriggerRunner} from './dml/apex-trigger-runner.ts';
import {AutoNumbers} from './dml/auto-number.ts';
import {saveEnvironment} from './dml/org-save-environment.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import {Records} from './data/records.ts';
import type {MetadataRow} from './data/schema/custom-metadata-rows.ts';
import {storeCachePartitions} from './data/schema/store-cache-partitions.ts';
import {storeMetadataRows} from './data/schema/store-metadata-rows.ts';
import {seedDefinitions} from './data/schema/definition-rows.ts';
import {storeRecordTypes} from './data/schema/store-record-types.ts';
import {storeStaticResources} from './data/schema/store-static-resources.ts';
import {SoqlEngine} from './data/soql/soql-engine.ts';
import {Tables} from './data/tables/tables.ts';
import {OrgFormulas} from './formula/org-formulas.ts';
import {OrgGlobals} from './formula/org-globals.ts';
import type {Org, OrgParts} from './org.ts';
import type {Schema} from './data/descriptor.ts';
import {recordRights} from './security/record-rights.ts';
import {Security} from './security/security.ts';
import {createSetupData} from './security/setup-data.ts';
import {TableSetupRows} from './security/setup-rows.ts';
import {userTimeZone} from './apex/library/session.ts';

export function composeOrg(org: Org, rt: Runtime, schema: Schema, metadata: readonly MetadataRow[]): OrgParts {
  const tables = new Tables();
  storeMetadataRows(metadata, tables, org.ids);
  const records = new Records(schema, tables);
  const setup = createSetupData(org.project, schema, tables, org.ids, org.clock);
  seedDefinitions(schema, tables);
  storeRecordTypes(schema, tables, org.clock.now(), setup.administratorId);
  const stamp = {now: org.clock.now(), userId: setup.administratorId};
  storeStaticResources(org.project.staticResources, schema, tables, org.ids, stamp);
  storeCachePartitions(org.project.cachePartitions, schema, tables, org.ids, stamp);
  const security = new Security(org.project, new TableSetupRows(records, org.clock));
  const labels = new Map(org.project.labels.map((label) => [label.name.toLowerCase(), label.value]));
  const globals = new OrgGlobals({
    schema,
    tables,
    organizationId: () => setup.organizationId,
    now: () => org.clock.now(),
    userZone: () => userTimeZone(rt),
    userId: () => rt.tx.userId,
    hasPermission: (name) => security.of(rt.tx.userId).hasCustomPermission(name),
    label: (name) => labels.get(name.toLowerCase()) ?? null,
  });
  const formulas = new OrgFormulas(schema, tables, globals);
  const queries = new SoqlEngine({
    schema,
    tables,
    access: () => security.of(rt.tx.userId),
    userId: () => rt.tx.userId,
    userZone: () => userTimeZone(rt),
    now: () => org.clock.now(),
    countLimit: (name, amount) => {
      rt.tx.limits.count(name, amount);
    },
    computed: (object, row, field) => formulas.computed(object, row, field),
    // One transaction runs at a time: a lock is always had.
    lock: () => undefined,
    rightsOf: (userId, recordId) => recordRights(schema, tables, security, userId, recordId),
    listType: (object) => rt.types.list(rt.types.object(object.name)),
  });
  const triggers = new ApexTriggerRunner(rt, () => org.generation);
  const dml = new ApexDmlEngine(rt, () => saveEnvironment(rt, triggers, formulas));
  return {schema, tables, records, security, autoNumbers: new AutoNumbers(), defaults: formulas, globals, setup, queries, dml};
}
