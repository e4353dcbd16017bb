/** `new Lead(LastName = 'x')`. */
import type * as ast from '../syntax/ast.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {isLeftOut} from '../../data/schema/signature-objects.ts';
import {assignTo} from './bind-conversions.ts';
import {refuse, unsupported} from './body.ts';
import type {Body} from './body.ts';
import type {ClassType, FieldSymbol} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';
import {isWritableField} from './writable-fields.ts';

type NewRecord = Extract<TypedExpression, {kind: 'new sobject'}>;
type FieldInitializer = Extract<ast.NewInitializer, {kind: 'fields'}>['fields'][number];

export function bindNewRecord(
  body: Body,
  type: ClassType,
  initializer: Extract<ast.NewInitializer, {kind: 'arguments' | 'fields'}>,
  span: ast.NewExpression['span'],
): TypedExpression {
  const {unit} = body;
  const object = type.symbol.descriptor;
  if (object === null) return refuse(unit, 'E321', span, `Type cannot be constructed: ${unit.display(type)}`);
  if (initializer.kind === 'arguments') {
    initializer.arguments.forEach((argument) => body.bind(argument));
    if (initializer.arguments.length > 0) return refuse(unit, 'E322', span, `Type requires name=value pair construction: ${object.name}`);
    return {kind: 'new sobject', object, fields: [], type, span};
  }
  const unknown = initializer.fields.find(({name}) => isUnknown(unit, type, object, name.text));
  if (unknown !== undefined) {
    initializer.fields.forEach(({value}) => body.bind(value));
    return unsupported(
      unit,
      'U203',
      unknown.span,
      type,
      `${object.name}.${unknown.name.text} is not supported: local-org has no facts of that field`,
    );
  }
  const named = new Set<string>();
  const fields: NewRecord['fields'][number][] = [];
  for (const field of initializer.fields) {
    const key = field.name.text.toLowerCase();
    if (named.has(key)) unit.report('E324', field.name.span, `Duplicate field initialization: ${field.name.text}`);
    named.add(key);
    const bound = initialField(body, type, object, field);
    if (bound !== null) fields.push(bound);
  }
  return {kind: 'new sobject', object, fields, type, span};
}

/** Facts leave fields out, and so do the signatures of objects of which there are none. */
function isUnknown({universe}: Unit, type: ClassType, object: SObjectDescriptor, name: string): boolean {
  if (name.toLowerCase().endsWith('__c') || universe.findField(type, name) !== null) return false;
  return object.kind === 'signature only' || isLeftOut(object, name);
}

function initialField(
  body: Body,
  type: ClassType,
  object: SObjectDescriptor,
  {name, value, span}: FieldInitializer,
): NewRecord['fields'][number] | null {
  const {unit} = body;
  const bound = body.bind(value);
  const symbol = unit.universe.findField(type, name.text);
  const descriptor = symbol?.descriptor ?? null;
  if (symbol === null || descriptor === null) {
    unit.report('E204', name.span, `Field does not exist: ${name.text} on ${object.name}`);
    return null;
  }
  const access = accessOf(symbol);
  if (access === 'value' && !isWritableField(object, descriptor))
    unit.report('E323', name.span, `Field is not writeable: ${object.name}.${descriptor.name}`);
  if (bound.type.kind === 'error') return null;
  return {field: descriptor, access, value: assignTo(unit, bound, symbol.type, span), span};
}

function accessOf({kind}: FieldSymbol): 'value' | 'parent' {
  return kind === 'parent relationship' ? 'parent' : 'value';
}
