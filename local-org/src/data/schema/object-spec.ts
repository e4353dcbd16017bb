/** An object as its facts have it, before its fields get their places. */
import type {SObjectDescriptor} from '../descriptor.ts';
import type {FieldSpec} from './field-spec.ts';

export interface ObjectSpec {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  /** Three characters; null for objects without rows of their own (`Name`). */
  readonly keyPrefix: string | null;
  readonly sharingModel: SObjectDescriptor['sharingModel'];
  /** `standard` by default. */
  readonly kind?: 'platform event';
  /** Without Id and without what `systemFields` adds. */
  readonly fields: readonly FieldSpec[];
  readonly systemFields: readonly SystemFieldGroup[];
}

/**
 * - `deleted`: IsDeleted
 * - `created`: CreatedDate, CreatedById
 * - `modified`: LastModifiedDate, LastModifiedById
 * - `modstamp`: SystemModstamp
 * - `activity`: LastActivityDate
 * - `viewed`: LastViewedDate, LastReferencedDate
 */
export type SystemFieldGroup = 'deleted' | 'created' | 'modified' | 'modstamp' | 'activity' | 'viewed';

export const audited: readonly SystemFieldGroup[] = ['created', 'modified', 'modstamp'];
export const recordSystemFields: readonly SystemFieldGroup[] = ['deleted', ...audited, 'activity', 'viewed'];
