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
  const operandType = isComparable(unit, left.type, right.type) ? comparedAs(unit, left.type, right.type) : null;
  if (operandType === null) {
    const types = `${unit.display(left.type)}, ${unit.display(right.type)}`;
    return refuse(unit, 'E303', span, `Comparison arguments must be compatible types: ${types}`);
  }
  const isOrder = operator === '<' || operator === '<=' || operator === '>' || operator === '>=';
  if (isOrder && !isOrdered(operandType)) {
    const culprit = left.type.kind === 'null' ? right.type : left.type;
    return refuse(unit, 'E309', span, `Inequality operator not allowed for this type: ${unit.display(culprit)}`);
  }
  const operand = (value: TypedExpression): TypedExpression => comparand(unit, value, operandType);
  return {kind: 'compare', operator, operandType, left: operand(left), right: operand(right), type: unit.universe.well.boolean, span};
}

/** Whether some value could be on both sides. */
function isComparable({universe}: Unit, left: Type, right: Type): boolean {
  if (left.kind === 'null' || right.kind === 'null') return true;
  if (universe.conversion(left, right) !== null || universe.conversion(right, left) !== null) return true;
  const bothNumbers = isNumeric(operandTypeOf(universe, left)) && isNumeric(operandTypeOf(universe, right));
  return bothNumbers || universe.isCastable(left, right) || universe.isCastable(right, left);
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
