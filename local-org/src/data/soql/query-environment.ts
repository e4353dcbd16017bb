/** What running a query needs of the org: a narrow view, so that queries can be run and tested without an org around them. */
import type {RuntimeType} from '../../apex/runtime/runtime-type.ts';
import type {RecordAccess} from '../../security/record-access.ts';
import type {LimitName} from '../../limits.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../descriptor.ts';
import type {StoredRow} from '../tables/table.ts';
import type {Tables} from '../tables/tables.ts';
import type {RecordRights} from './user-record-access.ts';

export interface QueryEnvironment {
  readonly schema: Schema;
  readonly tables: Tables;
  /** The rights of the user who is running. */
  access(): RecordAccess;
  userId(): string;
  /** IANA name of the user's time zone. */
  userZone(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Counts against the governor limits; throws `System.LimitException`. */
  countLimit(name: LimitName, amount: number): void;
  /** The value of a formula or roll-up field of a stored row. */
  computed(object: SObjectDescriptor, row: StoredRow, field: FieldDescriptor): unknown;
  /** `FOR UPDATE`. Throws `System.QueryException` where a lock can't be had, which only a fault that a test injects brings about. */
  lock(object: SObjectDescriptor, ids: readonly string[]): void;
  /** For queries of UserRecordAccess. */
  rightsOf(userId: string, recordId: string): RecordRights;
  /** The type of a list of such records. */
  listType(object: SObjectDescriptor): RuntimeType;
}
