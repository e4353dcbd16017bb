/** The readings of a name, and of a name behind a dot, in the platform's order of precedence. */
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {memberThrough, ownField, typeMember, valueMember} from './bind-members.ts';
import {labelMember} from './bind-labels.ts';
import {unsupported} from './body.ts';
import type {Body} from './body.ts';
import {bound} from './referents.ts';
import type {Named, Referent, ValueReferent} from './referents.ts';
import type {Type, TypeSymbol} from './symbols.ts';
import {platformCall, stringLiteral} from './synthetic-calls.ts';
import type {TypedExpression} from './typed-tree.ts';

/** What a name that nothing precedes may stand for: a variable, a field, a class, a namespace. */
export function namesake(body: Body, name: Named): readonly Referent[] {
  const {unit, scope, type} = body;
  const readings: Referent[] = [];
  const variable = scope.find(name.text);
  if (variable !== null) {
    const {local} = variable;
    readings.push(bound({kind: 'local', local, type: local.type, span: name.span}));
  } else {
    const field = ownField(body, name);
    if (field !== null) readings.push(field);
  }
  const symbol = unit.universe.findType([name.text], type);
  if (symbol !== null) readings.push(...typeReadings(body, symbol));
  if (unit.universe.isNamespace(name.text)) readings.push({kind: 'namespace', name: name.text});
  return readings;
}

/** The class, and what else its name is used for. */
function typeReadings(body: Body, symbol: TypeSymbol): readonly Referent[] {
  const type: Referent = {kind: 'type', symbol};
  if (symbol.origin === 'platform') {
    const {universe} = body.unit;
    if (symbol === universe.well.sobjectType.symbol) return [{kind: 'describes'}, type];
    if (symbol.name.toLowerCase() === 'label') return [type, {kind: 'labels', namespace: ''}];
  }
  return [type];
}

export function membersOf(body: Body, target: Referent, name: Named): readonly Referent[] {
  switch (target.kind) {
    case 'value':
      return valueMembers(body, target, name);
    case 'type':
      return typeMembers(body, target.symbol, name);
    case 'namespace': {
      const symbol = body.unit.universe.findType([target.name, name.text], body.type);
      return symbol === null ? [] : typeReadings(body, symbol);
    }
    case 'labels':
      return labelMember(body, target.namespace, name);
    case 'describes': {
      const object = body.unit.universe.schema.object(name.text);
      return object === null ? [] : [bound(describeOf(body, object, name))];
    }
    case 'fields of': {
      const field = target.object.fieldsByKey.get(name.text.toLowerCase());
      if (field === undefined) return [];
      const {object} = target;
      return [bound({kind: target.as === 'tokens' ? 'field token' : 'field describe', object, field, type: target.type, span: name.span})];
    }
  }
}

function valueMembers(body: Body, target: ValueReferent, name: Named): readonly Referent[] {
  const whole = target.bound === null ? null : valueMember(body, target.bound, name, false);
  if (isFieldSets(target.type)) return fieldSet(body, target.build(), name);
  if (target.bound?.kind === 'sobject token' && isFields(name)) return [fieldTokens(body, target.bound.object, name)];
  const member = whole ?? memberThrough(body, target.type, target.build, name, false);
  if (member === null) return [];
  if (target.bound?.kind === 'sobject describe') return [describeMember(body, target.bound.object, name, member)];
  return [{...member, isMisuse: member.isMisuse || target.isMisuse}];
}

/** `Schema.SObjectType.Lead.fields`, whose own members are the object's. */
function describeMember(body: Body, object: SObjectDescriptor, name: Named, member: ValueReferent): Referent {
  if (!isFields(name)) return member;
  return {kind: 'fields of', object, as: 'describes', type: body.unit.universe.well.describeField, whole: member.build};
}

function typeMembers(body: Body, symbol: TypeSymbol, name: Named): readonly Referent[] {
  const {universe} = body.unit;
  const member = typeMember(body, symbol, name);
  const inner = symbol.innerTypes.get(name.text.toLowerCase());
  const members: Referent[] = member === null ? [] : [member];
  if (inner !== undefined) members.push(...typeReadings(body, inner));
  if (members.length > 0) return members;
  return symbol.descriptor === null ? [] : tokenMembers(body, symbol.descriptor, name, universe.well.sobjectField);
}

/** `Lead.SObjectType`, `Lead.fields`, `Lead.Status`. */
function tokenMembers(body: Body, object: SObjectDescriptor, name: Named, tokenType: TypedExpression['type']): readonly Referent[] {
  const {unit} = body;
  const key = name.text.toLowerCase();
  const {span} = name;
  if (key === 'sobjecttype') return [bound({kind: 'sobject token', object, type: unit.universe.well.sobjectType, span})];
  if (isFields(name)) return [fieldTokens(body, object, name)];
  const field = object.fieldsByKey.get(key);
  return field === undefined ? [] : [bound({kind: 'field token', object, field, type: tokenType, span})];
}

/** `Lead.fields` and `Lead.SObjectType.fields`. */
function fieldTokens({unit}: Body, object: SObjectDescriptor, {span}: Named): Referent {
  const {object: anything, sobjectField} = unit.universe.well;
  const message = 'The list of field tokens of an object is not supported as a value';
  return {kind: 'fields of', object, as: 'tokens', type: sobjectField, whole: () => unsupported(unit, 'U206', span, anything, message)};
}

function isFieldSets(type: Type): boolean {
  return type.kind === 'class' && type.symbol.qualifiedName === 'Schema.SObjectTypeFieldSets';
}

/** `Schema.SObjectType.Lead.fieldSets.Contact_Data`: the entry of `fieldSets.getMap()`. */
function fieldSet({unit}: Body, fieldSets: TypedExpression, {text, span}: Named): readonly Referent[] {
  const object = fieldSets.kind === 'property' && fieldSets.target?.kind === 'sobject describe' ? fieldSets.target.object : null;
  const declared = object?.fieldSets.find(({name}) => name.toLowerCase() === text.toLowerCase());
  if (declared === undefined || fieldSets.type.kind !== 'class') return [];
  const map = platformCall(unit, fieldSets.type, fieldSets, 'getMap', [], span);
  if (map.type.kind !== 'class') return [];
  return [bound(platformCall(unit, map.type, map, 'get', [stringLiteral(unit, declared.name, span)], span))];
}

function isFields({text}: Named): boolean {
  return text.toLowerCase() === 'fields';
}

function describeOf(body: Body, object: SObjectDescriptor, {span}: Named): TypedExpression {
  return {kind: 'sobject describe', object, type: body.unit.universe.well.describeSObject, span};
}
