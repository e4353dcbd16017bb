/**
 * Setup objects and other objects can't be written in one transaction, save in different `System.runAs` blocks of a test
 * (Apex Developer Guide, "sObjects That Can't Be Used Together in DML Operations" and "Mixed DML Operations in Test Methods").
 */
import type {Runtime} from '../apex/runtime/runtime.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import {TransactionKey} from '../transaction.ts';
import {dmlException} from './dml-exception.ts';
import type {DmlRequest} from './dml-engine.ts';

const SETUP_OBJECTS: ReadonlySet<string> = new Set([
  'User',
  'UserRole',
  'Group',
  'GroupMember',
  'PermissionSet',
  'PermissionSetAssignment',
  'PermissionSetGroup',
  'PermissionSetGroupComponent',
  'ObjectPermissions',
  'FieldPermissions',
  'SetupEntityAccess',
  'QueueSobject',
  'Territory2',
]);

interface Touched {
  setup: string | null;
  other: string | null;
}

/** What was written so far, by the `runAs` block that is running. */
const TOUCHED = new TransactionKey(() => new Map<number, Touched>());

export function forbidMixedDml(rt: Runtime, operation: DmlRequest['operation'], records: readonly SObject[]): void {
  const {tx} = rt;
  const frames = tx.get(TOUCHED);
  const touched = frames.get(tx.userFrame) ?? {setup: null, other: null};
  frames.set(tx.userFrame, touched);
  for (const record of records) {
    const {name, kind} = record.descriptor;
    if (kind === 'platform event') continue;
    const isSetup = SETUP_OBJECTS.has(name);
    if (isSetup && isFree(rt, operation, record)) continue;
    const original = isSetup ? touched.other : touched.setup;
    if (original !== null) throw mixed(rt, operation, records, name, original, isSetup);
    touched[isSetup ? 'setup' : 'other'] ??= name;
  }
}

/** Fields of User that count as setup when they change. */
const ACCESS_FIELDS: readonly string[] = ['userroleid', 'isactive', 'forecastenabled', 'isportalenabled', 'username', 'profileid'];

/** Writes of setup objects that go together with others: users without a role, users whose access stays as it is, and groups that are saved. */
function isFree({org}: Runtime, operation: DmlRequest['operation'], record: SObject): boolean {
  const {descriptor, id} = record;
  const isInsert = operation === 'insert' || (operation === 'upsert' && id === null);
  const isUpdate = operation === 'update' || (operation === 'upsert' && id !== null);
  if (descriptor.name === 'Group') return isInsert || isUpdate;
  if (descriptor.name !== 'User' || !(isInsert || isUpdate)) return false;
  const stored = id === null ? undefined : org.tables.get(descriptor, id)?.slots;
  return ACCESS_FIELDS.every((key) => {
    const field = descriptor.fieldsByKey.get(key);
    const value = field === undefined ? undefined : record.slots[field.index];
    if (field === undefined || value === undefined) return true;
    return isInsert ? key !== 'userroleid' || value === null : value === stored?.[field.index];
  });
}

function mixed(
  rt: Runtime,
  operation: DmlRequest['operation'],
  records: readonly SObject[],
  name: string,
  original: string,
  isSetup: boolean,
): Error {
  const [first, second] = isSetup ? ['setup', 'non-setup'] : ['non-setup', 'setup'];
  const message =
    `DML operation on ${first} object is not permitted after you have updated a ${second} object (or vice versa): ` +
    `${name}, original object: ${original}`;
  const errors = [{statusCode: 'MIXED_DML_OPERATION', message, fields: []}];
  return dmlException(rt, operation, records, [{index: 0, id: null, isSuccess: false, isCreated: false, errors}]);
}
