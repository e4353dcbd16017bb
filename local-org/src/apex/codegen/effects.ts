/** Which expressions can be evaluated earlier or later without anybody noticing. */
import type {TypedExpression} from '../semantics/typed-tree.ts';

/** Whether it changes nothing and throws nothing but a NullPointerException: variables, constants and calculations with them. */
export function isQuiet(expression: TypedExpression): boolean {
  switch (expression.kind) {
    case 'literal':
    case 'local':
    case 'this':
    case 'class literal':
    case 'sobject token':
    case 'sobject describe':
    case 'field token':
    case 'field describe':
    case 'enum constant':
      return true;
    case 'field':
      // A static one may be the first use of its class.
      return expression.target !== null && isQuiet(expression.target);
    case 'sobject field':
      return isQuiet(expression.target);
    case 'negate':
    case 'complement':
    case 'not':
      return isQuiet(expression.operand);
    case 'instanceof':
      return isQuiet(expression.value);
    case 'arithmetic':
      // A division may fail, a concatenation calls `toString()`.
      return (
        !'/%'.includes(expression.operator) && expression.operandType !== 'String' && isQuiet(expression.left) && isQuiet(expression.right)
      );
    case 'compare':
      return expression.operandType !== 'Object' && isQuiet(expression.left) && isQuiet(expression.right);
    case 'and':
    case 'or':
    case 'coalesce':
      return isQuiet(expression.left) && isQuiet(expression.right);
    case 'conditional':
      return isQuiet(expression.condition) && isQuiet(expression.then) && isQuiet(expression.else);
    default:
      return false;
  }
}
