/** `System.Database` (Apex Reference Guide, "Database Class"): its members by what they are about. */
import {batchMembers} from '../Database/batches.ts';
import {convertLeadMembers} from '../Database/LeadConvert.ts';
import {dmlMembers} from '../Database/dml.ts';
import {mergeMembers} from '../Database/merge.ts';
import {queryMembers} from '../Database/queries.ts';
import {savepointMembers} from '../Database/savepoints.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export const databaseClass: ClassDefinition = defineClass('System.Database', {
  ...batchMembers,
  ...dmlMembers,
  ...queryMembers,
  ...savepointMembers,
  ...convertLeadMembers,
  ...mergeMembers,
});
