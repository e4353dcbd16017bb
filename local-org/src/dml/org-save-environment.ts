/** The view of an org that saving has: gathered from its parts for each statement. */
import {randomUUID} from 'node:crypto';
import {asyncWorkOf} from '../async/async-work.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../data/descriptor.ts';
import {autoNumberText} from './auto-number.ts';
import {platformDefault} from './platform-defaults.ts';
import type {ComputedFields, SaveEnvironment, TriggerRunner, ValidationRules} from './save-environment.ts';

export interface FieldDefaults {
  /** The value of a field's default formula or default picklist value; undefined where it has none. */
  of(field: FieldDescriptor, record: SObject): unknown;
}

export function saveEnvironment(
  rt: Runtime,
  triggers: TriggerRunner,
  formulas: ValidationRules & FieldDefaults & ComputedFields,
): SaveEnvironment {
  const {org, tx} = rt;
  const context = {userId: tx.userId, organizationId: org.organizationId};
  return {
    schema: org.schema,
    rows: org.tables,
    access: org.security.of(tx.userId),
    userId: tx.userId,
    now: org.clock.now(),
    triggers,
    isLocked: (id) => org.locks.isLocked(id),
    mayEditLocked: (object) => org.security.of(tx.userId).canModifyAll(object),
    flowsOf: ({name}, timing, operation) => org.flows.of(name, timing, operation),
    rules: formulas,
    formulas,
    publish: (event, uuid) => {
      const {events, publishing} = asyncWorkOf(rt);
      const isAllowed = publishing.take(org.clock.now());
      if (isAllowed) events.add(event, uuid, org.undo);
      return isAllowed;
    },
    newUuid: randomUUID,
    newId: (object) => org.ids.next(keyPrefix(object)),
    nextAutoNumber: (object, field) => autoNumberText(field, org.autoNumbers.next(object, field), org.clock.now()),
    defaultValue: (field, record) => {
      const value = formulas.of(field, record);
      return value === undefined ? platformDefault(field, record, context) : value;
    },
  };
}

function keyPrefix({name, keyPrefix}: SObjectDescriptor): string {
  if (keyPrefix === null) throw new Error(`${name} has no key prefix.`);
  return keyPrefix;
}
