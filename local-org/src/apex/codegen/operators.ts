/** Operators. Where operands can't be null, Integers are calculated in place; everything else calls a function of the runtime. */
import type {ArithmeticOperator, OperandType, TypedExpression} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';
import {isNeverNull} from './nullness.ts';

type Compare = Extract<TypedExpression, {kind: 'compare'}>;

const NAMES: Readonly<Record<ArithmeticOperator, string>> = {
  '+': 'Add',
  '-': 'Subtract',
  '*': 'Multiply',
  '/': 'Divide',
  '%': 'Remainder',
  '<<': 'ShiftLeft',
  '>>': 'ShiftRight',
  '>>>': 'ShiftRightUnsigned',
  '&': 'BitAnd',
  '|': 'BitOr',
  '^': 'BitXor',
};

const BOOLEAN_NAMES: Readonly<Partial<Record<ArithmeticOperator, string>>> = {'&': 'booleanAnd', '|': 'booleanOr', '^': 'booleanXor'};

/** What an arithmetic operation needs to know of an operand. */
export interface Operand {
  readonly text: string;
  readonly neverNull: boolean;
}

export function operand(cx: Emission, expression: TypedExpression): Operand {
  return {text: cx.emit(expression), neverNull: isNeverNull(expression, cx.scope.neverNull)};
}

/** An operation on operands of its type. */
export function operation(cx: Emission, operator: ArithmeticOperator, type: OperandType, left: Operand, right: Operand): string {
  if (type === 'Integer' && left.neverNull && right.neverNull) {
    const inPlace = integerInPlace(operator, left.text, right.text);
    if (inPlace !== null) return inPlace;
  }
  return `${cx.unit.operation(operationName(operator, type))}(${left.text}, ${right.text})`;
}

function operationName(operator: ArithmeticOperator, type: OperandType): string {
  const boolean = type === 'Boolean' ? BOOLEAN_NAMES[operator] : undefined;
  return boolean ?? type.toLowerCase() + NAMES[operator];
}

/** Results are wrapped to 32 bits, as Apex does. Division and unsigned shifts stay calls. */
function integerInPlace(operator: ArithmeticOperator, left: string, right: string): string | null {
  switch (operator) {
    case '+':
    case '-':
      return `((${left} ${operator} ${right}) | 0)`;
    case '&':
    case '|':
    case '^':
      return `(${left} ${operator} ${right})`;
    default:
      return null;
  }
}

export function emitArithmetic(cx: Emission, node: Extract<TypedExpression, {kind: 'arithmetic'}>): string {
  if (node.operandType === 'String') return concatenation(cx, node);
  return operation(cx, node.operator, node.operandType, operand(cx, node.left), operand(cx, node.right));
}

/** `a + b + c` becomes one chain that starts with a text, so that JavaScript's `+` always concatenates. */
function concatenation(cx: Emission, node: TypedExpression): string {
  const parts: TypedExpression[] = [];
  collectParts(node, parts);
  const texts = parts.map((part) => textOf(cx, part));
  const [first] = parts;
  const startsWithText = first?.kind === 'literal' && first.value.kind === 'string';
  return `(${startsWithText ? '' : "'' + "}${texts.join(' + ')})`;
}

function collectParts(node: TypedExpression, parts: TypedExpression[]): void {
  if (node.kind === 'arithmetic' && node.operator === '+' && node.operandType === 'String') {
    collectParts(node.left, parts);
    parts.push(node.right);
  } else parts.push(node);
}

/** Types of which JavaScript's own conversion to text is that of Apex; null becomes `null` in both. */
const PLAIN_TEXT = new Set(['String', 'Id', 'Integer', 'Long', 'Boolean']);

export function textOf(cx: Emission, part: TypedExpression): string {
  const text = cx.emit(part);
  const {type} = part;
  if (type.kind === 'null') return text;
  if (type.kind === 'class' && type.symbol.kind === 'primitive' && PLAIN_TEXT.has(type.symbol.name)) return text;
  return `$rt.stringOf(${text})`;
}

export function emitUnary(cx: Emission, node: Extract<TypedExpression, {kind: 'negate' | 'complement' | 'not'}>): string {
  const {text, neverNull} = operand(cx, node.operand);
  switch (node.kind) {
    case 'not':
      return `!${condition(cx, node.operand)}`;
    case 'negate':
      if (node.operandType === 'Integer' && neverNull) return `(-${text} | 0)`;
      return `${cx.unit.operation(node.operandType.toLowerCase() + 'Negate')}(${text})`;
    case 'complement':
      if (node.operandType === 'Integer' && neverNull) return `(~${text})`;
      return `${cx.unit.operation(node.operandType.toLowerCase() + 'BitNot')}(${text})`;
  }
}

/** A Boolean on which something depends: null raises. */
export function condition(cx: Emission, node: TypedExpression): string {
  const text = cx.emit(node);
  return isNeverNull(node, cx.scope.neverNull) ? text : `${cx.unit.operation('condition')}(${text})`;
}

export function emitLogical(cx: Emission, node: Extract<TypedExpression, {kind: 'and' | 'or' | 'coalesce'}>): string {
  if (node.kind === 'coalesce') return `(${cx.emit(node.left)} ?? ${cx.emit(node.right)})`;
  return `(${condition(cx, node.left)} ${node.kind === 'and' ? '&&' : '||'} ${condition(cx, node.right)})`;
}

const RELATIONS = {'<': 'LessThan', '<=': 'LessThanOrEqual', '>': 'GreaterThan', '>=': 'GreaterThanOrEqual'} as const;

export function emitCompare(cx: Emission, node: Compare): string {
  const {operator} = node;
  switch (operator) {
    case '<':
    case '<=':
    case '>':
    case '>=': {
      const left = operand(cx, node.left);
      const right = operand(cx, node.right);
      if ((node.operandType === 'Integer' || node.operandType === 'Long') && left.neverNull && right.neverNull)
        return `(${left.text} ${operator} ${right.text})`;
      return `${cx.unit.operation(node.operandType.toLowerCase() + RELATIONS[operator])}(${left.text}, ${right.text})`;
    }
    case '==':
    case '===':
      return equality(cx, node, false);
    case '!=':
    case '!==':
      return equality(cx, node, true);
  }
}

/** Types of which equal values are the same to JavaScript's `===`. */
const IDENTICAL = new Set<OperandType>(['Boolean', 'Integer', 'Long', 'Id', 'Enum']);

/** Values without identity: `===` compares them as `==` does. */
const BY_VALUE = new Set<OperandType>(['Double', 'Decimal', 'Date', 'Datetime', 'Time']);

function equality(cx: Emission, node: Compare, negated: boolean): string {
  const isExact = node.operator === '===' || node.operator === '!==';
  const {operandType: type} = node;
  const left = cx.emit(node.left);
  const right = cx.emit(node.right);
  if (IDENTICAL.has(type) || isNullLiteral(node.left) || isNullLiteral(node.right) || (isExact && !BY_VALUE.has(type)))
    return `(${left} ${negated ? '!==' : '==='} ${right})`;
  const not = negated ? '!' : '';
  if (type === 'SObject' || type === 'Object') return `${not}$rt.looseEquals(${left}, ${right})`;
  return `${not}${cx.unit.operation(type.toLowerCase() + 'Equals')}(${left}, ${right})`;
}

function isNullLiteral(node: TypedExpression): boolean {
  return node.kind === 'literal' && node.value.kind === 'null';
}
