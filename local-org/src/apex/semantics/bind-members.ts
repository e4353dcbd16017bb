/** Fields and properties of values and of classes, as expressions. */
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {recordOf} from './bind-conversions.ts';
import {refuse, thisExpression} from './body.ts';
import type {Body} from './body.ts';
import {isAutomatic} from './properties.ts';
import {misuse, value} from './referents.ts';
import type {Named, ValueReferent} from './referents.ts';
import {childLookup, idOfAnyRecord} from './sobject-members.ts';
import type {FieldSymbol, Type, TypeSymbol} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import {checkTypeVisible, isVisible} from './visibility.ts';

/** `target.name`, or null where the value's type has no such member. */
export function valueMember(body: Body, target: TypedExpression, name: Named, safe: boolean): ValueReferent | null {
  return memberThrough(body, target.type, () => target, name, safe) ?? recordMember(body, target, name, safe);
}

/** As `valueMember`, where the target is only built if the member is there. */
export function memberThrough(body: Body, type: Type, build: () => TypedExpression, name: Named, safe: boolean): ValueReferent | null {
  if (type.kind !== 'class') return null;
  const field = body.unit.universe.findField(type, name.text);
  if (field === null) return null;
  if (field.isStatic) return misuse(() => refuseStaticField(body, field, name), field.type);
  return value(() => instanceField(body, build(), field, name, safe), field.type);
}

/** `[SELECT Name FROM Lead LIMIT 1].Name` reads the field of the one record; behind `?.` there may be none ("Safe Navigation Operator"). */
function recordMember(body: Body, target: TypedExpression, name: Named, safe: boolean): ValueReferent | null {
  const record = recordOf(body.unit, target);
  if (record === null) return null;
  const receiver: TypedExpression = safe && record.kind === 'query' ? {...record, result: 'optional'} : record;
  return memberThrough(body, record.type, () => receiver, name, safe);
}

/** A field by its name alone: of this object, or a static one of this class or of one around it. */
export function ownField(body: Body, name: Named): ValueReferent | null {
  const {universe} = body.unit;
  for (let type = body.type; type !== null; type = type.outer) {
    const owner = type;
    const field = universe.findField(universe.typeOf(owner), name.text);
    if (field === null) continue;
    if (isDeclaredLater(body, field, name)) return misuse(() => refuseForward(body, name), field.type);
    if (field.isStatic) return value(() => staticField(body, field, name), field.type);
    const isOutOfReach = body.isStatic || owner !== body.type;
    return (isOutOfReach ? misuse : value)(() => implicitField(body, owner, field, name), field.type);
  }
  return null;
}

/** Initial values and initialisation blocks name fields of their class that stand above them; with `this.` or the class before it any. */
function isDeclaredLater({kind, type}: Body, {owner, span}: FieldSymbol, name: Named): boolean {
  return kind === 'initializer' && owner === type && span !== null && name.span.start < span.end;
}

function refuseForward({unit}: Body, {span, text}: Named): TypedExpression {
  return refuse(unit, 'E220', span, `Illegal forward reference: ${text}`);
}

/** `Type.name`; null where the class has no such field. */
export function typeMember(body: Body, symbol: TypeSymbol, name: Named): ValueReferent | null {
  const {universe} = body.unit;
  const field = universe.findField(universe.typeOf(symbol), name.text);
  if (field === null || symbol.kind === 'sobject') return null;
  if (!field.isStatic) return misuse(() => refuseInstanceField(body, field, name), field.type);
  return value(
    () => {
      checkTypeVisible(body, symbol, name);
      return staticField(body, field, name);
    },
    staticType(body, field),
  );
}

function implicitField(body: Body, owner: TypeSymbol, field: FieldSymbol, name: Named): TypedExpression {
  const {unit} = body;
  if (body.isStatic || owner !== body.type) return refuseInstanceField(body, field, name);
  if (body.isBeforeConstruction)
    return refuse(unit, 'E216', name.span, `Cannot reference instance variables in a constructor invocation: ${field.name}`);
  return instanceField(body, thisExpression(unit, owner, name.span, true), field, name, false);
}

function staticField(body: Body, field: FieldSymbol, name: Named): TypedExpression {
  checkVisible(body, field, name);
  const common = {field, type: field.type, span: name.span};
  if (field.kind === 'enum constant') return {kind: 'enum constant', ...common};
  return {kind: accessOf(body, field), target: null, safe: false, ...common, type: staticType(body, field)};
}

function instanceField(body: Body, target: TypedExpression, field: FieldSymbol, name: Named, safe: boolean): TypedExpression {
  const {span} = name;
  const {type} = field;
  if (field.owner.kind === 'sobject' || field.kind === 'sobject field') return recordField(body, target, field, name, safe);
  checkVisible(body, field, name);
  return {kind: accessOf(body, field), target, field, safe, type, span};
}

function recordField(body: Body, target: TypedExpression, field: FieldSymbol, {span}: Named, safe: boolean): TypedExpression {
  const {type} = field;
  const common = {kind: 'sobject field', target, safe, type, span} as const;
  if (field.kind === 'child relationship') {
    const lookup = childLookup(body.unit.universe.schema, field);
    return {...common, field: lookup ?? idOfAnyRecord, access: {children: field.name}};
  }
  return {...common, field: field.descriptor ?? idOfAnyRecord, access: field.kind === 'parent relationship' ? 'parent' : 'value'};
}

/** Automatic properties are fields; within its own accessors a property is its backing field. */
function accessOf(body: Body, field: FieldSymbol): 'field' | 'property' {
  if (field.owner.origin !== 'source') return 'property';
  if (field.kind !== 'property') return 'field';
  if (isOwnAccessor(body, field)) {
    body.usesBackingField = true;
    return 'field';
  }
  return isAutomatic(field) ? 'field' : 'property';
}

function isOwnAccessor({property}: Body, field: FieldSymbol): boolean {
  return property !== null && property.owner === field.owner && property.name.toLowerCase() === field.name.toLowerCase();
}

function checkVisible(body: Body, field: FieldSymbol, name: Named): void {
  const isRead = field.kind === 'property' && field.owner.origin === 'source' && name !== body.written && !isOwnAccessor(body, field);
  if (isRead && field.getter === null) {
    body.unit.report('E329', name.span, `A value cannot be read from ${field.name} in type ${field.owner.qualifiedName}`);
    return;
  }
  const read = isRead && field.getter !== null ? {...field, visibility: field.getter} : field;
  if (isVisible(body.unit.universe, read, body)) return;
  body.unit.report('E208', name.span, `Variable is not visible: ${field.owner.qualifiedName}.${field.name}`);
}

function refuseStaticField(body: Body, field: FieldSymbol, name: Named): TypedExpression {
  const message = `Static field cannot be referenced from a non static context: ${field.name} from the type ${field.owner.qualifiedName}`;
  return refuse(body.unit, 'E212', name.span, message);
}

function refuseInstanceField(body: Body, field: FieldSymbol, name: Named): TypedExpression {
  const message = `Non static field cannot be referenced from a static context: ${field.name} from the type ${field.owner.qualifiedName}`;
  return refuse(body.unit, 'E210', name.span, message);
}

/** In a trigger the records of `Trigger.new` and its kin are those of the trigger's object (Apex Developer Guide, "Trigger Context Variables"). */
function staticType({unit, triggerObject}: Body, field: FieldSymbol): Type {
  if (triggerObject === null || field.owner.qualifiedName !== 'Trigger') return field.type;
  return recordsOf(unit.universe, triggerObject, field.name) ?? field.type;
}

function recordsOf(universe: Body['unit']['universe'], object: SObjectDescriptor, name: string): Type | null {
  const symbol = universe.findType(['Schema', object.name], null);
  if (symbol === null) return null;
  const record = universe.typeOf(symbol);
  switch (name.toLowerCase()) {
    case 'new':
    case 'old':
      return universe.listOf(record);
    case 'newmap':
    case 'oldmap':
      return universe.mapOf(universe.well.id, record);
    default:
      return null;
  }
}
