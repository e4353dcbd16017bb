/** The rights of the running user over what a query names (Apex Developer Guide, "Enforce User Mode for Database Operations", "Filter SOQL Queries Using WITH SECURITY_ENFORCED"). */
import {ApexFault} from '../../apex/runtime/fault.ts';
import type {RecordAccess} from '../../security/record-access.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../descriptor.ts';
import type {FieldRef, PlannedComparison, PlannedCondition, PlannedQuery, PlannedRows, Projection} from './planned-query.ts';
import {words} from './problems.ts';

/** Fields that a user may not see, by object. */
export type InaccessibleFields = ReadonlyMap<SObjectDescriptor, ReadonlySet<string>>;

/** A `System.QueryException` over fields, which `getInaccessibleFields()` lists. */
export class InaccessibleFault extends ApexFault {
  readonly fields: InaccessibleFields;

  constructor(message: string, fields: InaccessibleFields) {
    super('System.QueryException', message);
    this.fields = fields;
  }
}

/**
 * User mode: every object and field of the query, wherever it is named.
 *
 * @throws QueryException in the words with which the platform answers names that don't exist
 */
export function checkUserMode(plan: PlannedQuery, access: RecordAccess): void {
  for (const rows of queriesOf(plan)) {
    checkObject(rows, access, words.noObject(rows.object.name));
    checkFields(rows.named, access, (ref) => words.noColumn(ref.field.name, ref.object.name));
  }
}

/** SECURITY_ENFORCED: what SELECT and FROM name. */
export function checkSecurityEnforced(plan: PlannedQuery, access: RecordAccess): void {
  const message = 'Insufficient permissions: secure query included inaccessible field';
  for (const rows of plan.kind === 'records' ? [plan, ...childrenOf(plan.select)] : [plan]) {
    checkObject(rows, access, message);
    checkFields(rows.named, access, () => message);
  }
}

/** Where the object is hidden, so is every field of it that the query names. */
function checkObject(rows: PlannedRows, access: RecordAccess, message: string): void {
  if (access.canAccessObject(rows.object, 'read')) return;
  const fields = rows.named.filter((ref) => ref.object === rows.object).map((ref) => ref.field.name);
  throw new InaccessibleFault(message, new Map([[rows.object, new Set(fields)]]));
}

function checkFields(named: readonly FieldRef[], access: RecordAccess, message: (ref: FieldRef) => string): void {
  const hidden = new Map<SObjectDescriptor, Set<string>>();
  let first: FieldRef | null = null;
  for (const ref of named) {
    for (const [object, field] of stepsOf(ref)) {
      if (access.canAccessField(object, field, 'read')) continue;
      first ??= ref;
      const fields = hidden.get(object) ?? new Set();
      hidden.set(object, fields.add(field.name));
    }
  }
  if (first !== null) throw new InaccessibleFault(message(first), hidden);
}

/** The lookups on the way to a field, and the field. What stands behind a polymorphic lookup has no field security of its own. */
function stepsOf(ref: FieldRef): (readonly [SObjectDescriptor, FieldDescriptor])[] {
  const steps: (readonly [SObjectDescriptor, FieldDescriptor])[] = [];
  let owner = ref.from;
  for (const hop of ref.hops) {
    steps.push([owner, hop.lookup]);
    owner = hop.target;
  }
  return [...steps, [ref.object, ref.field] as const].filter(([object]) => object.key !== 'name');
}

function queriesOf(plan: PlannedQuery): PlannedRows[] {
  const children = plan.kind === 'records' ? childrenOf(plan.select) : [];
  return [plan, ...children, ...[plan, ...children].flatMap((rows) => semiJoinsOf(rows.where))];
}

function childrenOf(select: readonly Projection[]): PlannedRows[] {
  return select.flatMap((item) => (item.kind === 'children' ? [item.query, ...childrenOf(item.query.select)] : []));
}

function semiJoinsOf(condition: PlannedCondition<unknown> | null): PlannedRows[] {
  if (condition === null) return [];
  switch (condition.kind) {
    case 'and':
    case 'or':
      return condition.conditions.flatMap(semiJoinsOf);
    case 'not':
      return semiJoinsOf(condition.condition);
    case 'comparison':
      return semiJoinOf(condition);
  }
}

function semiJoinOf({right}: PlannedComparison<unknown>): PlannedRows[] {
  return right.kind === 'query' ? [right.query, ...semiJoinsOf(right.query.where)] : [];
}
