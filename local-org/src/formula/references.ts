/** Fields and merge fields that a formula names, bound to readers of records. */
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../data/descriptor.ts';
import type {FormulaContext, RecordView} from './formula-context.ts';
import {formulaTypeOf, formulaValue, type Bound} from './formula-types.ts';

export type ReferenceResult = {readonly bound: Bound} | {readonly code: 'E922' | 'U921'; readonly message: string};

type ViewOf = (context: FormulaContext) => RecordView | null;

/** @param blanksAsZero whether a blank number counts as 0 */
export function bindReference(parts: readonly string[], object: SObjectDescriptor, schema: Schema, blanksAsZero: boolean): ReferenceResult {
  return isGlobalReference(parts)
    ? bindGlobalReference(parts, schema, blanksAsZero)
    : bindPath(parts, object, (context) => context.record, schema, blanksAsZero, true);
}

export function bindGlobalReference([first = '', ...rest]: readonly string[], schema: Schema, blanksAsZero: boolean): ReferenceResult {
  return bindGlobal(first, rest, schema, blanksAsZero);
}

/** A field of a record that something else than the context holds. @param view gives the record */
export function bindRecordField(
  parts: readonly string[],
  object: SObjectDescriptor,
  view: () => RecordView | null,
  schema: Schema,
  blanksAsZero: boolean,
): ReferenceResult {
  return bindPath(parts, object, view, schema, blanksAsZero, false);
}

/** `$User.Id` and the others that no record has. */
export function isGlobalReference(parts: readonly string[]): boolean {
  return parts[0]?.startsWith('$') === true;
}

/** Relationships by their names (`Parent__r`), with the type behind a polymorphic one (`Owner:User`), and a field at last. */
function bindPath(
  parts: readonly string[],
  object: SObjectDescriptor,
  start: ViewOf,
  schema: Schema,
  blanksAsZero: boolean,
  isRecord: boolean,
): ReferenceResult {
  let at = object;
  let view = start;
  for (const part of parts.slice(0, -1)) {
    const [name = '', type] = part.split(':');
    const lookup = at.parentsByKey.get(name.toLowerCase());
    const target = lookup === undefined ? null : targetOf(lookup, type, schema);
    if (lookup === undefined || target === null) return unknown(parts, `${at.name} has no relationship ${part}`);
    if (target.kind === 'signature only')
      return {code: 'U921', message: `${parts.join('.')}: local-org knows the field types of ${target.name} alone`};
    view = parentOf(view, lookup, target);
    at = target;
  }
  const field = at.fieldsByKey.get((parts.at(-1) ?? '').toLowerCase());
  if (field === undefined) return unknown(parts, `${at.name} has no field ${parts.at(-1) ?? ''}`);
  return bindField(field, view, blanksAsZero, isRecord && parts.length === 1);
}

function unknown(parts: readonly string[], reason: string): ReferenceResult {
  return {code: 'E922', message: `Field ${parts.join('.')} does not exist. Check spelling. (${reason})`};
}

function targetOf(lookup: FieldDescriptor, type: string | undefined, schema: Schema): SObjectDescriptor | null {
  if (type === undefined) return lookup.referenceTo.length === 1 ? schema.object(lookup.referenceTo[0] ?? '') : null;
  const target = lookup.referenceTo.find((candidate) => candidate.toLowerCase() === type.toLowerCase());
  return target === undefined ? null : schema.object(target);
}

function parentOf(view: ViewOf, lookup: FieldDescriptor, target: SObjectDescriptor): ViewOf {
  return (context) => {
    const parent = view(context)?.parent(lookup) ?? null;
    return parent?.object === target ? parent : null;
  };
}

function bindField(field: FieldDescriptor, view: ViewOf, blanksAsZero: boolean, isOwn: boolean): ReferenceResult {
  const type = formulaTypeOf(field);
  if (type === null) return {code: 'U921', message: `${field.name}: formulas can't use fields of type ${field.type}`};
  const blank = blanksAsZero && type === 'number' ? formulaValue(0) : type === 'boolean' ? false : null;
  return {bound: {type, reference: {field, isOwn}, evaluate: (context) => formulaValue(view(context)?.read(field)) ?? blank}};
}

function bindGlobal(global: string, rest: readonly string[], schema: Schema, blanksAsZero: boolean): ReferenceResult {
  const ofUser = (path: readonly string[]): ReferenceResult => {
    const user = schema.object('User');
    return user === null
      ? unknown(path, 'there is no object User')
      : bindPath(path, user, ({globals}) => globals.user(), schema, blanksAsZero, false);
  };
  switch (global.toLowerCase()) {
    case '$user':
      return ofUser(rest);
    case '$profile':
      return ofUser(['Profile', ...rest]);
    case '$userrole':
      return ofUser(['UserRole', ...rest]);
    case '$organization': {
      const organization = schema.object('Organization');
      if (organization === null) return unknown(rest, 'there is no object Organization');
      return bindPath(rest, organization, ({globals}) => globals.organization(), schema, blanksAsZero, false);
    }
    case '$permission': {
      const name = rest.join('.');
      return {bound: {type: 'boolean', evaluate: ({globals}) => globals.hasPermission(name)}};
    }
    case '$label': {
      const name = rest.join('.');
      return {bound: {type: 'text', evaluate: ({globals}) => globals.label(name)}};
    }
    case '$setup': {
      const [name = '', ...path] = rest;
      const setting = schema.object(name);
      if (setting?.kind !== 'hierarchy setting') return unknown([global, ...rest], `${name} is no hierarchy setting`);
      return bindPath(path, setting, ({globals}) => globals.setting(setting), schema, blanksAsZero, false);
    }
    case '$custommetadata': {
      const [name = '', record = '', ...path] = rest;
      const type = schema.object(name);
      if (type?.kind !== 'custom metadata') return unknown([global, ...rest], `${name} is no custom metadata type`);
      return bindPath(path, type, ({globals}) => globals.customMetadata(type, record), schema, blanksAsZero, false);
    }
    default:
      return {code: 'U921', message: `The merge field ${[global, ...rest].join('.')} is not supported`};
  }
}
