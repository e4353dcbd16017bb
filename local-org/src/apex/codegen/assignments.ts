/** `=`, `+=` and the like, `++` and `--`. The parts of a target are evaluated once. */
import type {AssignableExpression, TypedExpression} from '../semantics/typed-tree.ts';
import {dereference} from './chains.ts';
import type {Emission} from './context.ts';
import {operandConversion, resultConversion} from './conversions.ts';
import {fieldSlot, getterSlot, localName, member, setterSlot} from './names.ts';
import {isNeverNull} from './nullness.ts';
import {operand, operation, textOf, type Operand} from './operators.ts';

/** A place that was evaluated as far as possible, to be read and written. */
interface Place {
  readonly read: string;
  /** An expression that writes; its value is the value written only where `givesValue`. */
  write(value: string): string;
  readonly givesValue: boolean;
}

export function emitAssign(cx: Emission, node: Extract<TypedExpression, {kind: 'assign'}>, isEffect: boolean): string {
  const {target, operator, operandType} = node;
  if (operator === null || operandType === null) {
    const place = placeOf(cx, target, false);
    return written(cx, place, cx.emit(node.value), isEffect);
  }
  const place = placeOf(cx, target, true);
  if (operandType === 'String') {
    const isText = target.type.kind === 'class' && target.type.symbol.name === 'String' && target.type.symbol.origin === 'platform';
    const before = isText ? place.read : `$rt.stringOf(${place.read})`;
    return written(cx, place, `('' + ${before} + ${textOf(cx, node.value)})`, isEffect);
  }
  const left: Operand = {
    text: operandConversion(cx, place.read, target.type, operandType),
    neverNull: isNeverNull(target, cx.scope.neverNull),
  };
  const result = operation(cx, operator, operandType, left, operand(cx, node.value));
  return written(cx, place, resultConversion(cx, result, operandType, target.type), isEffect);
}

export function emitUpdate(cx: Emission, node: Extract<TypedExpression, {kind: 'update'}>, isEffect: boolean): string {
  const {target, delta, operandType} = node;
  const place = placeOf(cx, target, true);
  const one: Operand = {text: oneOf(cx, operandType), neverNull: true};
  const neverNull = isNeverNull(target, cx.scope.neverNull);
  const operator = delta === 1 ? '+' : '-';
  if (node.prefix || isEffect)
    return written(cx, place, operation(cx, operator, operandType, {text: place.read, neverNull}, one), isEffect);
  const before = cx.scope.temporary();
  const changed = operation(cx, operator, operandType, {text: `(${before} = ${place.read})`, neverNull}, one);
  return `(${place.write(changed)}, ${before})`;
}

function oneOf(cx: Emission, type: string): string {
  switch (type) {
    case 'Long':
      return '1n';
    case 'Decimal':
      return cx.unit.references.number('decimal', '1');
    case 'Double':
      return cx.unit.references.number('double', '1');
    default:
      return '1';
  }
}

function written(cx: Emission, place: Place, value: string, isEffect: boolean): string {
  if (isEffect || place.givesValue) return place.write(value);
  const temporary = cx.scope.temporary();
  return `(${place.write(`${temporary} = ${value}`)}, ${temporary})`;
}

/** @param isRead whether the place is read too, so that its parts must be kept */
function placeOf(cx: Emission, target: AssignableExpression, isRead: boolean): Place {
  switch (target.kind) {
    case 'local':
      return assignable(localName(target.local));
    case 'field': {
      const holder =
        target.target === null
          ? kept(cx, cx.unit.statics(target.field.owner), isRead)
          : kept(cx, object(cx, target.target), isRead && target.target.kind !== 'this');
      const slot = fieldSlot(target.field);
      return {...assignable(member(holder.first, slot)), read: member(holder.again, slot)};
    }
    case 'property':
      return propertyPlace(cx, target, isRead);
    case 'sobject field': {
      const record = kept(cx, cx.emit(target.target), isRead);
      const at = String(target.field.index);
      const [get, set] = recordAccessors(target);
      return {
        read: `${cx.unit.operation(get)}(${record.again}, ${at})`,
        write: (value) => `${cx.unit.operation(set)}(${record.first}, ${at}, ${value})`,
        givesValue: true,
      };
    }
    case 'index': {
      const list = kept(cx, dereference(cx, cx.emit(target.target), isNeverNull(target.target, cx.scope.neverNull)), isRead);
      const index = kept(cx, cx.emit(target.index), isRead);
      return {
        read: `${list.again}.get(${index.again})`,
        write: (value) => `${list.first}.set(${index.first}, ${value})`,
        givesValue: true,
      };
    }
  }
}

function recordAccessors({access, field}: Extract<AssignableExpression, {kind: 'sobject field'}>): readonly [get: string, set: string] {
  if (access === 'parent') return ['getParent', 'setParent'];
  return [field.valueType === 'Boolean' ? 'getBoolean' : 'getField', 'setField'];
}

function assignable(place: string): Place {
  return {read: place, write: (value) => `(${place} = ${value})`, givesValue: true};
}

function object(cx: Emission, target: TypedExpression): string {
  return dereference(cx, cx.emit(target), isNeverNull(target, cx.scope.neverNull));
}

/**
 * An expression that is needed twice: the place is written as `first.slot = f(again.slot)`, and JavaScript evaluates `first` before the
 * right-hand side.
 */
function kept(cx: Emission, text: string, isNeededTwice: boolean): {readonly first: string; readonly again: string} {
  if (!isNeededTwice) return {first: text, again: text};
  const temporary = cx.scope.temporary();
  return {first: `(${temporary} = ${text})`, again: temporary};
}

function propertyPlace(cx: Emission, {field, target, span}: Extract<AssignableExpression, {kind: 'property'}>, isRead: boolean): Place {
  if (field.owner.origin === 'source') {
    if (target === null) {
      const {owner, name} = field;
      return {
        read: isRead ? `${cx.unit.staticName(owner, getterSlot(field), name)}()` : '',
        write: (value) => `${cx.unit.staticName(owner, setterSlot(field), name)}(${value})`,
        givesValue: false,
      };
    }
    const holder = kept(cx, object(cx, target), isRead && target.kind !== 'this');
    return {
      read: `${member(holder.again, getterSlot(field))}()`,
      write: (value) => `${member(holder.first, setterSlot(field))}(${value})`,
      givesValue: false,
    };
  }
  const holder = target === null ? null : kept(cx, object(cx, target), isRead);
  const getter = isRead ? cx.unit.library(field.owner, 'get ' + field.name, span) : '';
  const setter = cx.unit.library(field.owner, 'set ' + field.name, span);
  return {
    read: holder === null ? `${getter}($rt)` : `${getter}($rt, ${holder.again})`,
    write: (value) => (holder === null ? `${setter}($rt, ${value})` : `${setter}($rt, ${holder.first}, ${value})`),
    givesValue: false,
  };
}
