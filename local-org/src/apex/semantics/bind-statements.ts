/** Statements. */
import type * as ast from '../syntax/ast.ts';
import {bindBlock, bindSingle, declareVariable} from './bind-blocks.ts';
import {assignTo} from './bind-conversions.ts';
import {bindDml, bindMerge, bindRunAs} from './bind-dml.ts';
import {bindThrow, bindTry} from './bind-exceptions.ts';
import {bindDoWhile, bindFor, bindForEach, bindWhile} from './bind-loops.ts';
import {isRefused} from './bind-operators.ts';
import {bindSwitch} from './bind-switch.ts';
import {bindCondition} from './bind-type-operators.ts';
import {bindType} from './bind-types.ts';
import type {Body} from './body.ts';
import {checkLocalModifiers} from './check-modifiers.ts';
import type {TypedStatement} from './typed-tree.ts';

export function bindStatement(body: Body, statement: ast.Statement): readonly TypedStatement[] {
  switch (statement.kind) {
    case 'block':
      return [bindBlock(body, statement)];
    case 'local':
      return bindLocals(body, statement);
    case 'expression statement':
      return [bindExpressionStatement(body, statement)];
    case 'if':
      return [bindIf(body, statement)];
    case 'while':
      return [bindWhile(body, statement)];
    case 'do while':
      return [bindDoWhile(body, statement)];
    case 'for':
      return [bindFor(body, statement)];
    case 'for each':
      return [bindForEach(body, statement)];
    case 'switch':
      return [bindSwitch(body, statement)];
    case 'return':
      return [bindReturn(body, statement)];
    case 'throw':
      return [bindThrow(body, statement)];
    case 'break':
    case 'continue':
      return [bindJump(body, statement)];
    case 'try':
      return [bindTry(body, statement)];
    case 'dml':
      return [bindDml(body, statement)];
    case 'merge':
      return [bindMerge(body, statement)];
    case 'run as':
      return [bindRunAs(body, statement)];
  }
}

function bindLocals(body: Body, declaration: ast.LocalVariableDeclaration): readonly TypedStatement[] {
  const {unit} = body;
  checkLocalModifiers(unit, declaration, body.kind);
  const type = bindType(unit, declaration.type, body);
  const isFinal = declaration.modifiers.some(({name}) => name === 'final');
  return declaration.declarators.map(({name, initializer, span}) => {
    const bound = initializer === null ? null : body.bind(initializer);
    const local = declareVariable(body, name, type, {isFinal, isInitialized: bound !== null});
    const value = bound === null || isRefused(bound) ? bound : assignTo(unit, bound, type);
    return {kind: 'local', local, value, span};
  });
}

function bindExpressionStatement(body: Body, {expression, span}: ast.ExpressionStatement): TypedStatement {
  const bound = body.bind(expression);
  if (!hasEffect(expression)) body.unit.report('E316', span, 'Expression cannot be a statement.');
  return {kind: 'expression', expression: bound, span};
}

function hasEffect(expression: ast.Expression): boolean {
  switch (expression.kind) {
    case 'assignment':
    case 'update':
    case 'call':
    case 'method call':
    case 'constructor call':
    case 'new':
      return true;
    default:
      return false;
  }
}

function bindIf(body: Body, {condition, then, else: otherwise, span}: ast.IfStatement): TypedStatement {
  return {
    kind: 'if',
    condition: bindCondition(body, condition),
    then: bindSingle(body, then),
    else: otherwise === null ? null : bindSingle(body, otherwise),
    span,
  };
}

function bindReturn(body: Body, {value, span}: ast.ReturnStatement): TypedStatement {
  const {unit, returnType} = body;
  const bound = value === null ? null : body.bind(value);
  if (body.kind === 'initializer' && !body.isStatic) unit.report('E403', span, 'Return must be called from a method');
  else if (returnType.kind === 'void' && bound !== null) unit.report('E403', span, returnedValueMessage(body));
  if (returnType.kind === 'void') return {kind: 'return', value: null, span};
  if (bound === null) {
    if (returnType.kind !== 'error')
      unit.report('E402', span, `Missing return statement required return type: ${unit.display(returnType)}`);
    return {kind: 'return', value: null, span};
  }
  return {kind: 'return', value: isRefused(bound) ? bound : assignTo(unit, bound, returnType), span};
}

function returnedValueMessage({kind}: Body): string {
  if (kind === 'constructor') return 'Constructors must not return a value';
  if (kind === 'trigger') return 'Trigger bodies must not return a value';
  return 'Void method must not return a value';
}

function bindJump(body: Body, {kind, span}: ast.BreakStatement | ast.ContinueStatement): TypedStatement {
  if (body.loops === 0) body.unit.report('E405', span, `${kind === 'break' ? 'Break' : 'Continue'} statement must be in loop`);
  return {kind, span};
}
