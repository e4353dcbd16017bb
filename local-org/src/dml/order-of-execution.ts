/**
 * The order of execution, as the Apex Developer Guide has it ("Triggers and Order of Execution") for writes of Apex and of the APIs.
 * Each step sees the rows that no earlier step refused. What the platform does besides is listed in DIVERGENCES.md.
 */
import type {SObjectDescriptor} from '../data/descriptor.ts';
import type {SaveOperation, SaveRequest} from './save-request.ts';
import {checkAssignments} from './steps/check-assignments.ts';
import {checkForeignKeys} from './steps/check-foreign-keys.ts';
import {checkLocks} from './steps/check-locks.ts';
import {checkLookupFilters} from './steps/check-lookup-filters.ts';
import {checkPicklists} from './steps/check-picklists.ts';
import {checkRequiredFields} from './steps/check-required-fields.ts';
import {checkRights} from './steps/check-rights.ts';
import {checkSelfReference} from './steps/check-self-reference.ts';
import {checkSharing} from './steps/check-sharing.ts';
import {checkUniqueFields} from './steps/check-unique-fields.ts';
import {checkValues} from './steps/check-values.ts';
import {checkWritable} from './steps/check-writable.ts';
import {deriveStages} from './steps/derive-stages.ts';
import {deleteRows, restoreRows} from './steps/delete-rows.ts';
import {publishRows} from './steps/publish-rows.ts';
import {refuseFlowsAfterSave, refuseFlowsBeforeSave} from './steps/refuse-flows.ts';
import {runAfterTriggers, runBeforeTriggers} from './steps/run-triggers.ts';
import {runValidationRules} from './steps/run-validation-rules.ts';
import {noteRollUps, saveRollUpParents} from './steps/save-roll-up-parents.ts';
import {saveRows} from './steps/save-rows.ts';
import {setDefaults} from './steps/set-defaults.ts';

export type SaveStep = (request: SaveRequest) => void;

const save: readonly SaveStep[] = [
  checkRights,
  checkWritable,
  checkSharing,
  checkLocks,
  checkSelfReference,
  setDefaults,
  checkForeignKeys,
  checkPicklists,
  deriveStages,
  refuseFlowsBeforeSave,
  runBeforeTriggers,
  deriveStages,
  checkForeignKeys,
  checkRequiredFields,
  checkValues,
  checkPicklists,
  checkLookupFilters,
  runValidationRules,
  checkUniqueFields,
  checkAssignments,
  noteRollUps,
  saveRows,
  runAfterTriggers,
  refuseFlowsAfterSave,
  saveRollUpParents,
];

const ORDER_OF_EXECUTION: Readonly<Record<SaveOperation, readonly SaveStep[]>> = {
  insert: save,
  update: save,
  delete: [
    checkRights,
    checkSharing,
    checkSelfReference,
    refuseFlowsBeforeSave,
    runBeforeTriggers,
    noteRollUps,
    deleteRows,
    runAfterTriggers,
    saveRollUpParents,
  ],
  undelete: [checkRights, checkSharing, checkLocks, noteRollUps, restoreRows, runAfterTriggers, saveRollUpParents],
};

/** Events are checked as records are; their triggers run when they are delivered. */
const publish: readonly SaveStep[] = [
  checkRights,
  setDefaults,
  checkForeignKeys,
  checkPicklists,
  checkRequiredFields,
  checkValues,
  refuseFlowsAfterSave,
  publishRows,
];

export function orderOfExecution({kind}: SObjectDescriptor, operation: SaveOperation): readonly SaveStep[] {
  return kind === 'platform event' ? publish : ORDER_OF_EXECUTION[operation];
}
