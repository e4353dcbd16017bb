/** `switch on` (Apex Developer Guide, "Switch Statements"). */
import type * as ast from '../syntax/ast.ts';
import {bindBlock, declareVariable} from './bind-blocks.ts';
import {convert} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {bindType} from './bind-types.ts';
import {refuse} from './body.ts';
import type {Body} from './body.ts';
import {operandTypeOf} from './operand-types.ts';
import type {Type, TypeSymbol} from './symbols.ts';
import type {OperandType, TypedExpression, TypedStatement, TypedSwitchCase} from './typed-tree.ts';
import type {Unit} from './unit.ts';

type Subject = {readonly value: TypedExpression; readonly operandType: OperandType};

export function bindSwitch(body: Body, {subject, cases, span}: ast.SwitchStatement): TypedStatement {
  const {unit} = body;
  const value = body.bind(subject);
  const operandType = operandTypeOf(unit.universe, value.type);
  if (!isRefused(value) && !canSwitchOn(unit, value.type, operandType))
    unit.report('E416', subject.span, `${unit.display(value.type)} is not a valid switch expression type`);
  if (cases.length === 0) unit.report('E416', span, 'Switch statement requires at least one when block');
  const seen = new Set<string>();
  const bound = cases.map((clause, index) => {
    if (clause.when.kind === 'else' && index < cases.length - 1)
      unit.report('E418', clause.span, "'when else' must be the last when block");
    return bindCase(body, {value, operandType}, clause, seen);
  });
  return {kind: 'switch', subject: value, cases: bound, span};
}

function canSwitchOn({universe}: Unit, type: Type, operandType: OperandType): boolean {
  switch (operandType) {
    case 'Integer':
    case 'Long':
    case 'String':
    case 'Enum':
      return true;
    case 'SObject':
      return universe.isSame(type, universe.well.sobject);
    default:
      return false;
  }
}

function bindCase(body: Body, subject: Subject, {when, body: block, span}: ast.SwitchCase, seen: Set<string>): TypedSwitchCase {
  switch (when.kind) {
    case 'else':
      return {when, body: bindBlock(body, block), span};
    case 'values': {
      const values = when.values.map((value) => bindWhen(body, subject, value));
      values.forEach((value) => reportRepetition(body, value, seen));
      return {when: {kind: 'values', values}, body: bindBlock(body, block), span};
    }
    case 'type':
      return bindTypeCase(body, subject, when, block, span, seen);
  }
}

function bindTypeCase(
  body: Body,
  {value, operandType}: Subject,
  {type: reference, variable}: Extract<ast.SwitchLabel, {kind: 'type'}>,
  block: ast.Block,
  span: ast.SwitchCase['span'],
  seen: Set<string>,
): TypedSwitchCase {
  const {unit} = body;
  const type = bindType(unit, reference, body);
  const display = unit.display(type);
  if (!isRefused(value) && type.kind === 'class') {
    const isRecord = operandTypeOf(unit.universe, type) === 'SObject';
    if (operandType !== 'SObject' || !isRecord) unit.report('E417', reference.span, `${display} cannot be a 'when type variable' block`);
    else if (unit.universe.isSame(value.type, type))
      unit.report('E417', reference.span, `${display} in the 'when expression' is already matching the switch expression type`);
    repeat(body, display, reference.span, seen);
  }
  return body.scope.inBlock(() => {
    const local = declareVariable(body, variable, type);
    const bound = bindBlock(body, block);
    return {when: type.kind === 'class' ? {kind: 'type', type, local} : {kind: 'else'}, body: bound, span};
  });
}

/** A literal, or the bare name of a constant of the enum that is switched on; no other constant will do. */
function bindWhen(body: Body, {value: subject, operandType}: Subject, when: ast.Expression): TypedExpression {
  const {unit} = body;
  if (isRefused(subject)) return subject;
  if (operandType === 'Enum' && subject.type.kind === 'class') {
    const constant = enumConstant(body, subject.type.symbol, when);
    if (constant !== null) return constant;
  }
  const value = body.bind(when);
  if (isRefused(value)) return value;
  if (operandType === 'SObject' && value.type.kind !== 'null')
    return refuse(unit, 'E417', when.span, "Switching on SObject types must be a 'when type variable' or 'when null'");
  if (value.kind === 'field') return refuse(unit, 'E417', when.span, 'Field must be an enum reference');
  if (!isConstant(body, value))
    return refuse(unit, 'E417', when.span, "'when expression' must be a literal, a constant literal field or enum value");
  const converted = convert(unit, value, subject.type);
  if (converted !== null) return converted;
  const message = `${unit.display(value.type)} value in 'when expression' cannot be implicitly converted to the ${unit.display(subject.type)} type in switch expression`;
  return refuse(unit, 'E417', when.span, message);
}

function enumConstant({unit}: Body, symbol: TypeSymbol, when: ast.Expression): TypedExpression | null {
  if (when.kind === 'member') return refuse(unit, 'E417', when.span, "Enum value used in 'when expression' should be unqualified");
  if (when.kind !== 'name') return null;
  const field = unit.universe.findField(unit.universe.typeOf(symbol), when.name.text);
  if (field?.kind === 'enum constant') return {kind: 'enum constant', field, type: field.type, span: when.span};
  return refuse(unit, 'E201', when.span, `Variable does not exist: ${when.name.text}`);
}

function isConstant(body: Body, value: TypedExpression): boolean {
  if (value.kind === 'literal' || value.kind === 'enum constant') return true;
  if (value.kind === 'convert') return isConstant(body, value.value);
  return value.kind === 'negate' && isConstant(body, value.operand);
}

function reportRepetition(body: Body, value: TypedExpression, seen: Set<string>): void {
  if (value.kind === 'enum constant') repeat(body, value.field.name, value.span, seen);
  if (value.kind !== 'literal' || isRefused(value)) return;
  repeat(body, 'value' in value.value ? String(value.value.value) : value.value.kind, value.span, seen);
}

function repeat({unit}: Body, text: string, span: ast.Expression['span'], seen: Set<string>): void {
  if (seen.has(text)) unit.report('E418', span, `${text} occurs as more than one when branch for this switch statement`);
  seen.add(text);
}
