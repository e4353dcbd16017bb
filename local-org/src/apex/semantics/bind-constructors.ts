/** Constructors, and the calls of other constructors with which they start. */
import type * as ast from '../syntax/ast.ts';
import {bodyAt, bindCode, declareParameters} from './bind-bodies.ts';
import {bindType} from './bind-types.ts';
import type {Body} from './body.ts';
import {bindArguments, chooseMethod, signature} from './choose-method.ts';
import {checkConstructor} from './check-methods.ts';
import type {MethodSymbol, TypeSymbol} from './symbols.ts';
import type {TypedConstructor} from './typed-tree.ts';
import type {Unit} from './unit.ts';
import {isVisible} from './visibility.ts';

export function bindConstructor(
  unit: Unit,
  type: TypeSymbol,
  symbol: MethodSymbol,
  declaration: ast.ConstructorDeclaration,
): TypedConstructor {
  const body = bodyAt(unit, {
    type,
    isStatic: false,
    kind: 'constructor',
    returnType: unit.universe.well.void,
    property: null,
    triggerObject: null,
    isTest: type.isTest,
  });
  checkConstructor(unit, type, symbol, declaration);
  for (const parameter of declaration.parameters) bindType(unit, parameter.type, body);
  const parameters = declareParameters(body, declaration.parameters, symbol);
  const {call, rest} = splitCall(declaration.body);
  const delegation = call === null ? null : bindDelegation(body, type, call);
  if (call === null) checkImplicitCall(unit, type, declaration.name.span);
  return {
    symbol,
    parameters,
    delegation,
    delegatesTo: delegation === null || call === null ? null : call.target,
    body: bindCode(body, rest, declaration.name.span),
    span: declaration.span,
  };
}

function splitCall(block: ast.Block): {readonly call: ast.ConstructorCallExpression | null; readonly rest: ast.Block} {
  const [first, ...others] = block.statements;
  if (first?.kind !== 'expression statement' || first.expression.kind !== 'constructor call') return {call: null, rest: block};
  return {call: first.expression, rest: {...block, statements: others}};
}

function bindDelegation(
  body: Body,
  type: TypeSymbol,
  {target, arguments: expressions, span}: ast.ConstructorCallExpression,
): TypedConstructor['delegation'] {
  const {unit} = body;
  const {universe} = unit;
  // There is no instance yet while the arguments are evaluated.
  body.isBeforeConstruction = true;
  const args = bindArguments(body, expressions);
  body.isBeforeConstruction = false;
  const constructed = target === 'this' ? universe.typeOf(type) : (type.superclass ?? universe.well.object);
  if (args === null) return null;
  // Object has nothing to construct: `super()` in a class without a superclass does nothing.
  if (constructed.symbol === universe.well.object.symbol && args.length === 0) return null;
  const choice = chooseMethod(unit, universe.findConstructors(constructed), args);
  if (choice.kind !== 'found') {
    unit.report('E205', span, `Constructor not defined: [${unit.display(constructed)}].<Constructor>${signature(unit, '', args)}`);
    return null;
  }
  if (!isVisible(universe, choice.method, body))
    unit.report('E209', span, `Method is not visible: [${unit.display(constructed)}].<Constructor>${signature(unit, '', args)}`);
  return {constructor: choice.method, arguments: choice.arguments, span};
}

/** A constructor that calls no other one calls the superclass's without arguments. */
function checkImplicitCall(unit: Unit, type: TypeSymbol, span: ast.ConstructorDeclaration['span']): void {
  const parent = type.superclass;
  if (parent?.symbol.origin !== 'source' || parent.symbol.kind !== 'class') return;
  const constructor = unit.universe.findConstructors(parent).find(({parameters}) => parameters.length === 0);
  if (constructor === undefined) unit.report('E516', span, `No default constructor available in super type: ${unit.display(parent)}`);
  else if (!isVisible(unit.universe, constructor, {type, isTest: type.isTest}))
    unit.report('E209', span, `Method is not visible: [${unit.display(parent)}].<Constructor>()`);
}

/** The constructor of a class that writes none; null for classes that do, and for exceptions, which have several. */
export function implicitConstructor(unit: Unit, type: TypeSymbol, node: ast.ClassDeclaration): TypedConstructor | null {
  if (node.members.some(({kind}) => kind === 'constructor')) return null;
  checkImplicitCall(unit, type, node.name.span);
  const symbol = type.constructors.find(({parameters}) => parameters.length === 0);
  if (symbol === undefined || unit.universe.isSubtype(unit.universe.typeOf(type), unit.universe.well.exception)) return null;
  const {span} = node;
  return {symbol, parameters: [], delegation: null, delegatesTo: null, body: {kind: 'block', statements: [], span}, span};
}
