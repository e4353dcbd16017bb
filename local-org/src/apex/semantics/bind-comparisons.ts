/** `==`, `<`, `===` and their kin: which kind of comparison it is, and whether the sides can be compared at all. */
import type {Span} from '../../diagnostics/source-location.ts';
import {convert, isWithoutValue} from './bind-conversions.ts';
import {errorExpression, refuse} from './body.ts';
import {isNumeric, operandTypeOf, typeOfOperand, wider} from './operand-types.ts';
import type {Type} from './symbols.ts';
import type {OperandType, TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

type ComparisonOperator = Extract<TypedExpression, {kind: 'compare'}>['operator'];

export function bindComparison(
  unit: Unit,
  operator: ComparisonOperator,
  left: TypedExpression,
  right: TypedExpression,
  span: Span,
): TypedExpression {
  if (left.type.kind === 'error' || right.type.kind === 'error') return errorExpression(unit, span);
  if (isWithoutValue(unit, left) || isWithoutValue(unit, right)) return errorExpression(unit, span);
  const isNullness = operator === '==' || operator === '!=';
  if (!isComparable(unit, left.type, right.type, isNullness)) {
    const types = `${unit.display(left.type)}, ${unit.display(right.type)}`;
    return refuse(unit, 'E303', span, `Comparison arguments must be compatible types: ${types}`);
  }
  const operandType = comparedAs(unit, left.type, right.type);
  const isIdentity = operator === '===' || operator === '!==';
  if (isIdentity && !isReference(unit, left.type) && !isReference(unit, right.type)) {
    const wider = unit.universe.commonType(left.type, right.type) ?? left.type;
    return refuse(unit, 'E303', span, `Exact equality operator only allowed for reference types: ${unit.display(wider)}`);
  }
  const isOrder = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (isOrder && !isOrdered(operandType)) {
    return refuse(unit, 'E309', span, `Inequality operator not allowed for this type: ${unit.display(left.type)}`);
  }
  const operand = (value: TypedExpression): TypedExpression => comparand(unit, value, operandType);
  return {kind: 'compare', operator, operandType, left: operand(left), right: operand(right), type: unit.universe.well.boolean, span};
}

/** Whether one side stands in for the other. A `null` that is written out can be asked for by `==` and `!=` alone. */
function isComparable({universe}: Unit, left: Type, right: Type, isNullness: boolean): boolean {
  if (left.kind === 'null' || right.kind === 'null') return isNullness;
  return universe.conversion(left, right) !== null || universe.conversion(right, left) !== null;
}

/** Primitives have values and no identity. */
function isReference({universe}: Unit, type: Type): boolean {
  if (type.kind !== 'class' || universe.isSame(type, universe.well.object)) return true;
  return type.symbol.kind !== 'primitive' && !universe.isSame(type, universe.well.blob);
}

function comparedAs({universe}: Unit, leftType: Type, rightType: Type): OperandType {
  const left = operandTypeOf(universe, leftType.kind === 'null' ? rightType : leftType);
  const right = operandTypeOf(universe, rightType.kind === 'null' ? leftType : rightType);
  if (left === right) return left;
  if (isNumeric(left) && isNumeric(right)) return wider(left, right);
  const pair = [left, right];
  if (pair.includes('Id') && pair.includes('String')) return 'Id';
  if (pair.includes('Date') && pair.includes('Datetime')) return 'Datetime';
  return 'Object';
}

function isOrdered(operandType: OperandType): boolean {
  switch (operandType) {
    case 'Integer':
    case 'Long':
    case 'Double':
    case 'Decimal':
    case 'String':
    case 'Id':
    case 'Date':
    case 'Datetime':
    case 'Time':
      return true;
    case 'Boolean':
    case 'Enum':
    case 'SObject':
    case 'Object':
      return false;
  }
}

/** The operand in the representation of the comparison; identity of references needs none. */
function comparand(unit: Unit, value: TypedExpression, operandType: OperandType): TypedExpression {
  if (value.type.kind === 'null' || operandType === 'Enum' || operandType === 'SObject') return value;
  return convert(unit, value, typeOfOperand(unit.universe, operandType)) ?? value;
}
