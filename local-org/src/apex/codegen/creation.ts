/** Records, collections, literals and tokens. */
import type {TypedExpression, TypedLiteral} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';
import {typeName, quote} from './names.ts';

export function emitLiteral(cx: Emission, value: TypedLiteral): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'integer':
      return value.value < 0 ? `(${String(value.value)})` : String(value.value);
    case 'long':
      return value.value < 0n ? `(${String(value.value)}n)` : `${String(value.value)}n`;
    case 'double':
    case 'decimal':
      return cx.unit.references.number(value.kind, value.text);
    case 'string':
      return quote(value.value);
  }
}

export function emitNewRecord(cx: Emission, {object, fields}: Extract<TypedExpression, {kind: 'new sobject'}>): string {
  const values = fields.map(
    ({field, access, value}) => `${String(access === 'parent' ? -1 - field.index : field.index)}, ${cx.emit(value)}`,
  );
  return `${cx.unit.operation('newRecord')}(${[cx.unit.references.object(object), ...values].join(', ')})`;
}

export function emitNewCollection(cx: Emission, {type, elements}: Extract<TypedExpression, {kind: 'new collection'}>): string {
  const values = `[${elements.map((element) => cx.emit(element)).join(', ')}]`;
  const isSet = typeName(type).startsWith('Set<');
  return `${cx.unit.operation(isSet ? 'newSet' : 'newList')}($rt, ${cx.unit.references.type(type)}, ${values})`;
}

export function emitNewMap(cx: Emission, {type, entries}: Extract<TypedExpression, {kind: 'new map'}>): string {
  const values = entries.map(({key, value}) => `[${cx.emit(key)}, ${cx.emit(value)}]`).join(', ');
  return `${cx.unit.operation('newMap')}($rt, ${cx.unit.references.type(type)}, [${values}])`;
}

export function emitNewArray(cx: Emission, {type, size}: Extract<TypedExpression, {kind: 'new array'}>): string {
  return `${cx.unit.operation('newArray')}(${cx.unit.references.type(type)}, ${cx.emit(size)})`;
}

type Token = Extract<TypedExpression, {kind: 'sobject token' | 'sobject describe' | 'field token' | 'field describe'}>;

/** Tokens are constants; describe results are asked for each time, since they depend on the user. */
export function emitToken(cx: Emission, node: Token): string {
  const {references} = cx.unit;
  switch (node.kind) {
    case 'sobject token':
      return references.objectToken(node.object);
    case 'sobject describe':
      return `$rt.language.describeObject($rt, ${references.object(node.object)})`;
    case 'field token':
      return references.fieldToken(node.object, node.field);
    case 'field describe':
      return `$rt.language.describeField($rt, ${references.object(node.object)}, ${references.field(node.object, node.field)})`;
  }
}
