/** Literals; whole numbers are checked against the range of their type. */
import type * as ast from '../syntax/ast.ts';
import {refuse} from './body.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

const INTEGER_LIMIT = 2n ** 31n;
const LONG_LIMIT = 2n ** 63n;

export function bindLiteral(unit: Unit, expression: ast.LiteralExpression): TypedExpression {
  const {well} = unit.universe;
  const {value, span} = expression;
  switch (value.kind) {
    case 'integer':
    case 'long':
      return wholeNumber(unit, expression);
    case 'null':
      return {kind: 'literal', value, type: well.null, span};
    case 'boolean':
    case 'decimal':
    case 'double':
    case 'string':
      return {kind: 'literal', value, type: well[value.kind], span};
  }
}

/** An Integer or Long. The smallest ones can't be written: their digits without the sign are too many. */
function wholeNumber(unit: Unit, {value, span}: ast.LiteralExpression): TypedExpression {
  const {well} = unit.universe;
  if (value.kind !== 'integer' && value.kind !== 'long') throw new Error(`A ${value.kind} is no whole number`);
  const number = BigInt(value.text);
  const limit = value.kind === 'integer' ? INTEGER_LIMIT : LONG_LIMIT;
  if (number >= limit) return refuse(unit, 'E327', span, `Illegal ${value.kind}`);
  if (value.kind === 'long') return {kind: 'literal', value: {kind: 'long', value: number}, type: well.long, span};
  return {kind: 'literal', value: {kind: 'integer', value: Number(number)}, type: well.integer, span};
}
