/** The kinds of value that operators tell apart. */
import type {Type} from './symbols.ts';
import type {OperandType} from './typed-tree.ts';
import type {Universe, WellKnownTypes} from './universe.ts';

export type NumericType = 'Integer' | 'Long' | 'Double' | 'Decimal';

/** From narrow to wide: an operation happens in the wider type of its two operands (Apex Developer Guide, "Rules of Conversion"). */
const numericTypes: readonly NumericType[] = ['Integer', 'Long', 'Double', 'Decimal'];

const primitives: readonly (readonly [keyof WellKnownTypes, OperandType])[] = [
  ['boolean', 'Boolean'],
  ['integer', 'Integer'],
  ['long', 'Long'],
  ['double', 'Double'],
  ['decimal', 'Decimal'],
  ['string', 'String'],
  ['id', 'Id'],
  ['date', 'Date'],
  ['datetime', 'Datetime'],
  ['time', 'Time'],
];

export function operandTypeOf(universe: Universe, type: Type): OperandType {
  if (type.kind !== 'class') return 'Object';
  for (const [name, operandType] of primitives) if (universe.isSame(type, universe.well[name])) return operandType;
  if (type.symbol.kind === 'enum') return 'Enum';
  if (type.symbol.kind === 'sobject' || universe.isSame(type, universe.well.sobject)) return 'SObject';
  return 'Object';
}

export function isNumeric(operandType: OperandType): operandType is NumericType {
  return numericTypes.some((numeric) => numeric === operandType);
}

export function wider(left: NumericType, right: NumericType): NumericType {
  return numericTypes.indexOf(left) >= numericTypes.indexOf(right) ? left : right;
}

/** The Apex type of values of an operand type that has one. */
export function typeOfOperand(universe: Universe, operandType: OperandType): Type {
  const name = primitives.find(([, primitive]) => primitive === operandType)?.[0];
  if (name !== undefined) return universe.well[name];
  return operandType === 'SObject' ? universe.well.sobject : universe.well.object;
}

export function isSObject(universe: Universe, type: Type): boolean {
  return operandTypeOf(universe, type) === 'SObject';
}

/** The element type of a List, or null. */
export function listElement(universe: Universe, type: Type): Type | null {
  return isCollection(universe, type, 'list') && type.kind === 'class' ? (type.arguments[0] ?? null) : null;
}

export function isCollection(universe: Universe, type: Type, kind: 'list' | 'set' | 'map'): boolean {
  if (type.kind !== 'class') return false;
  const {object} = universe.well;
  const sample = kind === 'list' ? universe.listOf(object) : kind === 'set' ? universe.setOf(object) : universe.mapOf(object, object);
  return type.symbol === sample.symbol;
}
