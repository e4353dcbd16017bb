/**
 * What the names of a formula mean that Apex evaluates: fields of a record, or the global variables and properties of a global class, and fields of the records
 * that they hold (Apex Developer Guide, "Formula Evaluation in Apex").
 */
import type {FieldDescriptor, SObjectDescriptor} from '../../../data/descriptor.ts';
import type {FormulaSubject} from '../../../formula/compile-formula.ts';
import type {RecordView} from '../../../formula/formula-context.ts';
import {bindGlobalReference, bindRecordField, isGlobalReference, type ReferenceResult} from '../../../formula/references.ts';
import {formulaValue, type FormulaType} from '../../../formula/formula-types.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {objectNameOf, type InstanceField, type RuntimeType} from '../../runtime/runtime-type.ts';
import {getField, SObject} from '../../runtime/sobject.ts';

/** The object over which a formula is evaluated at the moment. */
export interface Subject {
  current: unknown;
}

/** A record in memory. Fields that a query didn't ask for are refused as elsewhere. */
export class RecordInMemory implements RecordView {
  readonly record: SObject;

  constructor(record: SObject) {
    this.record = record;
  }

  get object(): SObjectDescriptor {
    return this.record.descriptor;
  }

  read(field: FieldDescriptor): unknown {
    return getField(this.record, field.index);
  }

  parent(lookup: FieldDescriptor): RecordView | null {
    const parent = this.record.parents?.get(lookup.index) ?? null;
    return parent === null ? null : new RecordInMemory(parent);
  }
}

export function recordSubject(rt: Runtime, object: SObjectDescriptor, subject: Subject): FormulaSubject {
  const {schema} = rt.org;
  return (parts, blanksAsZero) =>
    isGlobalReference(parts)
      ? bindGlobalReference(parts, schema, blanksAsZero)
      : bindRecordField(parts, object, () => viewOf(subject.current), schema, blanksAsZero);
}

export function objectSubject(rt: Runtime, type: RuntimeType, subject: Subject): FormulaSubject {
  return (parts, blanksAsZero) =>
    isGlobalReference(parts)
      ? bindGlobalReference(parts, rt.org.schema, blanksAsZero)
      : bindMember(rt, type, parts, () => subject.current, blanksAsZero);
}

/** @param owner gives the object that holds the member, or null */
function bindMember(
  rt: Runtime,
  type: RuntimeType,
  [name = '', ...rest]: readonly string[],
  owner: () => unknown,
  blanksAsZero: boolean,
): ReferenceResult {
  const field = globalField(rt, type, name);
  if (field === null) return {code: 'E922', message: `Field ${name} does not exist. Check spelling.`};
  const value = (): unknown => {
    const object = owner();
    return object === null ? null : field.get(object as object);
  };
  const {schema} = rt.org;
  if (field.type.kind === 'sobject') {
    const object = schema.object(objectNameOf(field.type));
    if (object === null || rest.length === 0) return {code: 'E922', message: `Field ${name} does not exist. Check spelling.`};
    return bindRecordField(rest, object, () => viewOf(value()), schema, blanksAsZero);
  }
  if (field.type.kind === 'class' && rest.length > 0) return bindMember(rt, field.type, rest, value, blanksAsZero);
  const formulaType = FORMULA_TYPES[field.type.name];
  if (formulaType === undefined || rest.length > 0)
    return {code: 'U921', message: `The type ${field.type.name} of ${name} is not supported`};
  const blank = blanksAsZero && formulaType === 'number' ? formulaValue(0) : null;
  return {bound: {type: formulaType, evaluate: () => formulaValue(value()) ?? blank}};
}

const FORMULA_TYPES: Readonly<Record<string, FormulaType>> = {
  Boolean: 'boolean',
  Date: 'date',
  Datetime: 'datetime',
  Decimal: 'number',
  Id: 'text',
  Integer: 'number',
  Long: 'number',
  String: 'text',
  Time: 'time',
};

/** Formulas see global members alone. */
function globalField(rt: Runtime, type: RuntimeType, name: string): InstanceField | null {
  const key = name.toLowerCase();
  if (!isGlobalMember(rt, type.name, key)) return null;
  return rt.types.instanceFields(type).find((field) => field.name.toLowerCase() === key) ?? null;
}

function isGlobalMember(rt: Runtime, className: string, key: string): boolean {
  const {classes} = rt.org.generation;
  const info = classes.info(className);
  if (info === null) return false;
  const own = info.fields.find((field) => field.name.toLowerCase() === key && !field.isStatic);
  if (own !== undefined) return own.visibility === 'global';
  return info.superclass !== null && isGlobalMember(rt, info.superclass, key);
}

function viewOf(value: unknown): RecordView | null {
  return value instanceof SObject ? new RecordInMemory(value) : null;
}
