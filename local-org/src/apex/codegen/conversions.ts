/** Implicit conversions and casts. */
import type {Type} from '../semantics/symbols.ts';
import type {OperandType, TypedExpression} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';

/** Conversions between primitives that change the representation, as functions of `conversion.ts` and its neighbours. */
const CONVERSIONS: Readonly<Record<string, string | undefined>> = {
  'Integer Long': 'integerToLong',
  'Integer Double': 'integerToDouble',
  'Integer Decimal': 'integerToDecimal',
  'Long Integer': 'longToInteger',
  'Long Double': 'longToDouble',
  'Long Decimal': 'longToDecimal',
  'Double Integer': 'doubleToInteger',
  'Double Long': 'doubleToLong',
  'Double Decimal': 'doubleToDecimal',
  'Decimal Integer': 'decimalToInteger',
  'Decimal Long': 'decimalToLong',
  'Decimal Double': 'decimalToDouble',
  'String Id': 'stringToId',
  'Date Datetime': 'dateToDatetime',
  'Datetime Date': 'datetimeToDate',
};

/** Values that are held in the same way whatever the type says. */
const SAME = 'Id String';

export function emitConvert(cx: Emission, node: Extract<TypedExpression, {kind: 'convert'}>): string {
  return conversion(cx, cx.emit(node.value), node.value.type, node.type);
}

/** The text of a value of one type as one of another; the value itself where nothing changes. */
export function conversion(cx: Emission, text: string, from: Type, to: Type): string {
  const source = primitiveName(from);
  const target = primitiveName(to);
  if (source !== null && target !== null) {
    const name = CONVERSIONS[`${source} ${target}`];
    if (name === undefined) return text;
    return `${cx.unit.operation(name)}(${text})`;
  }
  // What dynamic SOQL found becomes one record.
  if (isList(from) && isRecord(to)) return `${cx.unit.operation('onlyRecord')}(${text})`;
  // An Id that becomes an Object keeps its type along.
  if (source === 'Id' && to.kind === 'class' && to.symbol.kind === 'class') return `${cx.unit.operation('boxId')}(${text})`;
  return text;
}

/** As `conversion`, where the types are those of an operator's operands. */
export function operandConversion(cx: Emission, text: string, from: Type, to: OperandType): string {
  const name = CONVERSIONS[`${primitiveName(from) ?? ''} ${to}`];
  return name === undefined ? text : `${cx.unit.operation(name)}(${text})`;
}

export function resultConversion(cx: Emission, text: string, from: OperandType, to: Type): string {
  const name = CONVERSIONS[`${from} ${primitiveName(to) ?? ''}`];
  return name === undefined ? text : `${cx.unit.operation(name)}(${text})`;
}

export function emitCast(cx: Emission, node: Extract<TypedExpression, {kind: 'cast'}>): string {
  const text = cx.emit(node.value);
  const source = primitiveName(node.value.type);
  const target = primitiveName(node.type);
  if (source !== null && target !== null) {
    if (source === target || `${source} ${target}` === SAME) return text;
    return conversion(cx, text, node.value.type, node.type);
  }
  const type = cx.unit.references.type(node.type);
  const symbol = node.type.kind === 'class' ? node.type.symbol : null;
  if (symbol?.origin === 'source' && symbol.kind === 'class')
    return `${cx.unit.operation('castToClass')}($rt, ${text}, ${cx.unit.className(symbol)}, ${type})`;
  return `${cx.unit.operation('cast')}($rt, ${text}, ${type})`;
}

export function emitInstanceOf(cx: Emission, node: Extract<TypedExpression, {kind: 'instanceof'}>): string {
  const {symbol} = node.tested;
  const text = cx.emit(node.value);
  if (symbol.origin === 'source' && symbol.kind === 'class') return `(${text} instanceof ${cx.unit.className(symbol)})`;
  return `${cx.unit.references.type(node.tested)}.isInstance(${text})`;
}

function isList(type: Type): boolean {
  return type.kind === 'class' && type.symbol.origin === 'platform' && type.symbol.qualifiedName === 'List';
}

function isRecord(type: Type): boolean {
  return type.kind === 'class' && (type.symbol.kind === 'sobject' || type.symbol.qualifiedName === 'SObject');
}

export function primitiveName(type: Type): string | null {
  return type.kind === 'class' && type.symbol.kind === 'primitive' ? type.symbol.name : null;
}
