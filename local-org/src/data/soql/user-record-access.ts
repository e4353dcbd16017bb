/**
 * The rows of UserRecordAccess (Object Reference, "UserRecordAccess"): one for each record that a query names, worked out for the one user
 * that it names. A query has to name both.
 */
import {ApexFault} from '../../apex/runtime/fault.ts';
import type {SObjectDescriptor} from '../descriptor.ts';
import type {StoredRow} from '../tables/table.ts';
import type {Operands} from './operands.ts';
import type {PlannedCondition, RowValue} from './planned-query.ts';

export interface RecordRights {
  readonly read: boolean;
  readonly edit: boolean;
  readonly delete: boolean;
  /** Giving the record to another owner. */
  readonly transfer: boolean;
  readonly all: boolean;
}

export type RightsOf = (userId: string, recordId: string) => RecordRights;

/** Ids that one query may name. */
const MAXIMUM = 200;

export function isUserRecordAccess(object: SObjectDescriptor): boolean {
  return object.name === 'UserRecordAccess';
}

/** @throws QueryException where the query doesn't name one user, or no record, or more than 200 */
export function userRecordAccessRows(
  object: SObjectDescriptor,
  where: PlannedCondition<RowValue> | null,
  operands: Operands,
  rightsOf: RightsOf,
): readonly StoredRow[] {
  const [userId, ...others] = named(where, operands, 'userid');
  const recordIds = named(where, operands, 'recordid');
  if (userId === undefined || others.length > 0) throw refused('a filter on exactly one UserId');
  if (recordIds.length === 0 || recordIds.length > MAXIMUM) throw refused(`a filter on 1 to ${String(MAXIMUM)} RecordIds`);
  return recordIds.map((recordId) => userRecordAccessRow(object, userId, recordId, rightsOf(userId, recordId)));
}

function refused(need: string): ApexFault {
  return new ApexFault('System.QueryException', `A query of UserRecordAccess needs ${need}`);
}

/** Ids to which every row has to be equal. */
function named(where: PlannedCondition<RowValue> | null, operands: Operands, key: string): readonly string[] {
  if (where === null) return [];
  for (const condition of where.kind === 'and' ? where.conditions : [where]) {
    if (condition.kind !== 'comparison' || (condition.operator !== '=' && condition.operator !== 'in')) continue;
    const {left} = condition;
    if (left.kind !== 'field' || left.hops.length > 0 || left.field.key !== key) continue;
    const operand = operands.of(condition);
    if (operand.kind === 'period') continue;
    const values = operand.kind === 'many' ? operand.values : [operand.value];
    return [...new Set(values.filter((value) => typeof value === 'string'))];
  }
  return [];
}

/** One row, as if it were stored. */
export function userRecordAccessRow(object: SObjectDescriptor, userId: string, recordId: string, rights: RecordRights): StoredRow {
  const values: Readonly<Record<string, unknown>> = {
    userid: userId,
    recordid: recordId,
    hasreadaccess: rights.read,
    haseditaccess: rights.edit,
    hasdeleteaccess: rights.delete,
    hastransferaccess: rights.transfer,
    hasallaccess: rights.all,
    maxaccesslevel: highest(rights),
  };
  return {slots: object.fields.map((field) => values[field.key] ?? null), isDeleted: false};
}

function highest({read, edit, delete: mayDelete, transfer, all}: RecordRights): string {
  if (all) return 'All';
  if (transfer) return 'Transfer';
  if (mayDelete) return 'Delete';
  if (edit) return 'Edit';
  return read ? 'Read' : 'None';
}
