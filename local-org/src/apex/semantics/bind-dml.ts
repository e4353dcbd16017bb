/** DML statements, `merge` and `System.runAs`. */
import type * as ast from '../syntax/ast.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import {bindBlock} from './bind-blocks.ts';
import {convert} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import type {Body} from './body.ts';
import {isSObject, listElement} from './operand-types.ts';
import type {Type} from './symbols.ts';
import type {TypedExpression, TypedStatement} from './typed-tree.ts';
import type {Unit} from './unit.ts';

export function bindDml(body: Body, statement: ast.DmlStatement): TypedStatement {
  const {operation, access, span} = statement;
  const records = body.bind(statement.records);
  const object = recordObject(body, records, statement.records.span);
  if (object !== null) {
    const refusal = checkOperation(body, operation, object, span);
    if (refusal !== null) return refusal;
  }
  const externalId = statement.externalId === null ? null : bindExternalId(body, records, object, statement.externalId, span);
  return {kind: 'dml', operation, access, records, externalId, span};
}

/** The object that is written, null for SObject and where DML is not possible at all. */
function recordObject({unit}: Body, records: TypedExpression, span: ast.Expression['span']): SObjectDescriptor | null {
  if (isRefused(records)) return null;
  const type = listElement(unit.universe, records.type) ?? records.type;
  if (!isSObject(unit.universe, type)) {
    unit.report('E411', span, `DML requires SObject or SObject list type: ${unit.display(records.type)}`);
    return null;
  }
  return descriptorOf(type);
}

function descriptorOf(type: Type): SObjectDescriptor | null {
  return type.kind === 'class' ? type.symbol.descriptor : null;
}

/** The statement in place of one that cannot run here, or null. */
function checkOperation(
  {unit}: Body,
  operation: ast.DmlOperation,
  {kind, name}: SObjectDescriptor,
  span: ast.DmlStatement['span'],
): TypedStatement | null {
  switch (kind) {
    case 'custom metadata':
      unit.report('E412', span, `DML operation ${operation.toUpperCase()} not allowed on ${name}`);
      return null;
    case 'platform event':
      // Events are published by `EventBus.publish`, and by inserting them.
      if (operation !== 'insert') unit.report('E412', span, `DML operation ${operation.toUpperCase()} not allowed on ${name}`);
      return null;
    case 'signature only': {
      const message = `DML on ${name} is not supported: only the types of its fields are known`;
      unit.report('U203', span, message);
      return {kind: 'unsupported', code: 'U203', message, span};
    }
    case 'standard':
    case 'custom':
    case 'hierarchy setting':
    case 'list setting':
      return null;
  }
}

function bindExternalId(
  {unit}: Body,
  records: TypedExpression,
  object: SObjectDescriptor | null,
  names: readonly ast.Identifier[],
  span: ast.DmlStatement['span'],
): FieldDescriptor | null {
  if (isRefused(records)) return null;
  const field = names.at(-1);
  if (object === null) {
    unit.report('E413', span, 'Upsert with a field specification requires a concrete SObject type');
    return null;
  }
  const descriptor = field === undefined ? undefined : object.fieldsByKey.get(field.text.toLowerCase());
  if (descriptor !== undefined && (descriptor.isExternalId || descriptor.isIdLookup || descriptor.key === 'id')) return descriptor;
  const message = `Invalid field for upsert, must be an External Id custom or standard indexed field: ${field?.text ?? ''}`;
  unit.report('E413', field?.span ?? span, message);
  return null;
}

export function bindMerge(body: Body, {access, master, duplicates, span}: ast.MergeStatement): TypedStatement {
  const kept = body.bind(master);
  const merged = body.bind(duplicates);
  if (!isRefused(kept) && !isRefused(merged)) checkMerge(body, kept, merged);
  return {kind: 'merge', access, master: kept, duplicates: merged, span};
}

function checkMerge({unit}: Body, master: TypedExpression, duplicates: TypedExpression): void {
  const object = isSObject(unit.universe, master.type) ? descriptorOf(master.type) : null;
  if (object === null) unit.report('E414', master.span, `Merge requires a concrete SObject type: ${unit.display(master.type)}`);
  else if (!MERGEABLE.has(object.key)) unit.report('E414', master.span, `Specified type ${object.name} cannot be merged`);
  else if (!areDuplicates(unit, master.type, duplicates.type)) unit.report('E414', duplicates.span, 'Invalid type for duplicate records');
}

/** A record, an Id, or a list of either. */
function areDuplicates({universe}: Unit, master: Type, duplicates: Type): boolean {
  const element = listElement(universe, duplicates) ?? duplicates;
  return [master, universe.well.id, universe.well.sobject].some((type) => universe.isSame(element, type));
}

/** Apex Reference Guide, "Merge Statement". */
const MERGEABLE = new Set(['lead', 'contact', 'case', 'account']);

export function bindRunAs(body: Body, {arguments: args, body: block, span}: ast.RunAsStatement): TypedStatement {
  const {unit} = body;
  const {universe} = unit;
  const [user, ...others] = args.map((argument) => body.bind(argument));
  const bound = bindBlock(body, block);
  const message = "runAs requires a single argument of type 'User' or 'Version'";
  if (user === undefined || others.length > 0) {
    unit.report('E415', span, message);
    return bound;
  }
  if (isRefused(user)) return {kind: 'run as', user, body: bound, span};
  if (user.type.kind === 'class' && user.type.symbol.name.toLowerCase() === 'version') {
    const lack = 'System.runAs(Version) is not supported';
    unit.report('U205', span, lack);
    return {kind: 'unsupported', code: 'U205', message: lack, span};
  }
  const converted = convert(unit, user, universe.well.user);
  if (converted === null) unit.report('E415', span, message);
  return {kind: 'run as', user: converted ?? user, body: bound, span};
}
