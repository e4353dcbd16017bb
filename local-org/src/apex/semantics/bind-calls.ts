/** Method calls: `name(…)`, `target.name(…)`, `super.name(…)`. */
import type * as ast from '../syntax/ast.ts';
import {bindAddError, isAddError} from './bind-add-error.ts';
import {isRefused, refer, refuseTarget} from './bind-names.ts';
import {errorExpression, refuse, thisExpression} from './body.ts';
import {fillingMistake} from './check-collection-arguments.ts';
import type {Body} from './body.ts';
import {bindArguments, chooseMethod, declaredSignature, reportChoice} from './choose-method.ts';
import type {Choice} from './choose-method.ts';
import {recordOf} from './bind-conversions.ts';
import {bound} from './referents.ts';
import type {Referent} from './referents.ts';
import type {ClassType, MethodSymbol, TypeSymbol} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';
import {checkTypeVisible, isVisible} from './visibility.ts';

type Arguments = readonly TypedExpression[];
type Found = Extract<Choice, {kind: 'found'}>;

/** A call without a target: a method of this class or, static, of a class around it. */
export function bindCall(body: Body, expression: ast.CallExpression): TypedExpression {
  const {unit} = body;
  const {name, span} = expression;
  const args = bindArguments(body, expression.arguments);
  if (args === null) return errorExpression(unit, span);
  let refusal: Choice['kind'] = 'none';
  for (let type = body.type; type !== null; type = type.outer) {
    const methods = unit.universe.findMethods(unit.universe.typeOf(type), name.text);
    if (methods.length === 0) continue;
    const choice = chooseMethod(unit, methods, args);
    if (choice.kind === 'found') return ownCall(body, type, choice, expression);
    refusal = choice.kind;
  }
  reportChoice(
    unit,
    refusal === 'ambiguous' ? 'ambiguous' : 'none',
    name.text,
    args,
    body.type?.qualifiedName ?? 'anonymous_block',
    name.span,
  );
  return errorExpression(unit, span);
}

function ownCall(body: Body, type: TypeSymbol, choice: Found, {name, span}: ast.CallExpression): TypedExpression {
  const {unit} = body;
  const {method} = choice;
  checkVisible(body, method, name);
  if (method.isStatic) return call(method, null, choice.arguments, span);
  if (body.isStatic || type !== body.type) {
    const message = `Non static method cannot be referenced from a static context: ${declaredSignature(unit, method)}`;
    return refuse(unit, 'E211', name.span, message);
  }
  if (body.isBeforeConstruction) {
    const message = `Cannot reference instance methods in a constructor invocation: ${declaredSignature(unit, method)}`;
    return refuse(unit, 'E216', name.span, message);
  }
  return call(method, thisExpression(unit, type, span, true), choice.arguments, span);
}

export function bindMethodCall(body: Body, expression: ast.MethodCallExpression): TypedExpression {
  const {unit} = body;
  const {span, target} = expression;
  if (target.kind === 'super') return bindSuperCall(body, expression);
  const targets = refer(body, target);
  const args = bindArguments(body, expression.arguments);
  if (targets.length === 0) return refuseTarget(body, target);
  if (isRefused(targets) || args === null) return errorExpression(unit, span);
  if (isAddError(expression.name)) {
    const addError = bindAddError(body, targets, args, expression);
    if (addError !== null) return addError;
  }
  // A reading with a method that fits comes before one whose method is misused, and that before one without.
  const readings = targets.flatMap((referent) => reading(body, referent, expression, args));
  const fit = readings.find(({choice, isMisuse}) => choice.kind === 'found' && !isMisuse);
  const chosen =
    fit ?? readings.find(({choice}) => choice.kind === 'found') ?? readings.find(({choice}) => choice.kind === 'ambiguous') ?? readings[0];
  return chosen?.bind() ?? missingMethod(body, targets, args, expression);
}

/** One way to understand a call. */
interface Reading {
  readonly choice: Choice;
  readonly isMisuse: boolean;
  readonly bind: () => TypedExpression;
}

function reading(body: Body, referent: Referent, expression: ast.MethodCallExpression, args: Arguments): readonly Reading[] {
  switch (referent.kind) {
    case 'value':
      return valueReading(body, referent, expression, args);
    case 'fields of':
      return wholeReading(body, referent.whole(), expression, args);
    case 'type':
      return typeReading(body, referent.symbol, expression, args);
    case 'namespace':
    case 'labels':
    case 'describes':
      return [];
  }
}

function valueReading(
  body: Body,
  referent: {readonly type: TypedExpression['type']; readonly isMisuse: boolean; readonly build: () => TypedExpression},
  expression: ast.MethodCallExpression,
  args: Arguments,
): readonly Reading[] {
  const {universe} = body.unit;
  const target = referent.build;
  const type = referentType(referent);
  if (type === null) return [];
  const methods = universe.findMethods(type, expression.name.text);
  const instance = methods.filter(({isStatic}) => !isStatic);
  if (instance.length > 0) {
    const choice = chooseMethod(body.unit, instance, args);
    return [{choice, isMisuse: referent.isMisuse, bind: () => instanceCall(body, target(), type, choice, expression, args)}];
  }
  if (methods.length > 0) {
    const choice = chooseMethod(body.unit, methods, args);
    return [{choice, isMisuse: true, bind: () => refuseStaticCall(body, type, choice, expression, args)}];
  }
  return recordReading(body, target, type, expression, args);
}

/** The list of fields as a value: `Schema.SObjectType.Lead.fields.getMap()`. */
function wholeReading(body: Body, whole: TypedExpression, expression: ast.MethodCallExpression, args: Arguments): readonly Reading[] {
  if (whole.kind === 'unsupported') return [{choice: {kind: 'none'}, isMisuse: false, bind: () => whole}];
  return valueReading(body, bound(whole), expression, args);
}

function referentType({type, build}: {readonly type: TypedExpression['type']; readonly build: () => TypedExpression}): ClassType | null {
  if (type.kind === 'class') return type;
  const built = build().type;
  return built.kind === 'class' ? built : null;
}

/** `[SELECT Id FROM Lead].getSObjectType()` asks a List first, and the one record where a List has no such method. */
function recordReading(
  body: Body,
  target: () => TypedExpression,
  type: ClassType,
  expression: ast.MethodCallExpression,
  args: Arguments,
): readonly Reading[] {
  if (expression.target.kind !== 'soql' || type.arguments.length !== 1) return [];
  const record = recordOf(body.unit, target());
  if (record === null) return [];
  return valueReading(body, {type: record.type, isMisuse: false, build: () => record}, expression, args);
}

function instanceCall(
  body: Body,
  target: TypedExpression,
  type: ClassType,
  choice: Choice,
  expression: ast.MethodCallExpression,
  args: Arguments,
): TypedExpression {
  const {unit} = body;
  const {name, span, safe} = expression;
  if (target.type.kind === 'error') return errorExpression(unit, span);
  if (choice.kind !== 'found') {
    reportChoice(unit, choice.kind, name.text, args, unit.display(type), name.span);
    return errorExpression(unit, span);
  }
  checkVisible(body, choice.method, name);
  const mistake = fillingMistake(unit, type, name.text, args);
  if (mistake !== null) return refuse(unit, 'E319', name.span, mistake);
  return {...call(choice.method, target, choice.arguments, span), safe};
}

function refuseStaticCall(
  body: Body,
  type: ClassType,
  choice: Choice,
  {name, span}: ast.MethodCallExpression,
  args: Arguments,
): TypedExpression {
  const {unit} = body;
  if (choice.kind !== 'found') {
    reportChoice(unit, choice.kind, name.text, args, unit.display(type), name.span);
    return errorExpression(unit, span);
  }
  const message = `Static method cannot be referenced from a non static context: ${declaredSignature(unit, choice.method)}`;
  return refuse(unit, 'E213', name.span, message);
}

function typeReading(body: Body, symbol: TypeSymbol, expression: ast.MethodCallExpression, args: Arguments): readonly Reading[] {
  const {unit} = body;
  const {name, span, safe} = expression;
  const token = objectToken(unit, symbol, expression);
  if (token !== null) return [{choice: {kind: 'none'}, isMisuse: false, bind: () => token}];
  const methods = unit.universe.findMethods(unit.universe.typeOf(symbol), name.text);
  if (methods.length === 0) return [];
  const statics = methods.filter(({isStatic}) => isStatic);
  const choice = chooseMethod(unit, statics.length > 0 ? statics : methods, args);
  const bind = (): TypedExpression => {
    if (choice.kind !== 'found') {
      reportChoice(unit, choice.kind, name.text, args, symbol.qualifiedName, name.span);
      return errorExpression(unit, span);
    }
    const {method} = choice;
    if (!method.isStatic) {
      const message = `Non static method cannot be referenced from a static context: ${declaredSignature(unit, method)}`;
      return refuse(unit, 'E211', name.span, message);
    }
    if (safe) return refuse(unit, 'E330', span, 'The safe navigation operator can only be used on an instance, not on a type');
    checkTypeVisible(body, symbol, name);
    checkVisible(body, method, name);
    return call(method, null, choice.arguments, span);
  };
  return [{choice, isMisuse: statics.length === 0, bind}];
}

/** `Lead.getSObjectType()` is `Lead.SObjectType`. */
function objectToken(unit: Unit, {descriptor}: TypeSymbol, expression: ast.MethodCallExpression): TypedExpression | null {
  const isToken = expression.name.text.toLowerCase() === 'getsobjecttype' && expression.arguments.length === 0;
  if (!isToken || descriptor === null) return null;
  return {kind: 'sobject token', object: descriptor, type: unit.universe.well.sobjectType, span: expression.span};
}

function missingMethod(
  body: Body,
  targets: readonly Referent[],
  args: Arguments,
  {name, span, target}: ast.MethodCallExpression,
): TypedExpression {
  const {unit} = body;
  const [referent] = targets;
  if (referent?.kind === 'value' && referent.type.kind === 'void')
    return refuse(unit, 'E326', span, 'The method returns no value: its call cannot be used as one');
  if (referent === undefined || referent.kind === 'namespace') return refuseTarget(body, target);
  const from =
    referent.kind === 'value'
      ? unit.display(referent.type)
      : referent.kind === 'type'
        ? referent.symbol.qualifiedName
        : 'Schema.SObjectType';
  reportChoice(unit, 'none', name.text, args, from, name.span);
  return errorExpression(unit, span);
}

function bindSuperCall(body: Body, expression: ast.MethodCallExpression): TypedExpression {
  const {unit, type} = body;
  const {name, span} = expression;
  const args = bindArguments(body, expression.arguments);
  if (args === null) return errorExpression(unit, span);
  if (body.isStatic || type === null) return refuse(unit, 'E215', expression.target.span, 'Super cannot be referenced in a static context');
  const parent = type.superclass ?? unit.universe.well.object;
  const choice = chooseMethod(unit, unit.universe.findMethods(parent, name.text), args);
  if (choice.kind !== 'found') {
    reportChoice(unit, choice.kind, name.text, args, unit.display(parent), name.span);
    return errorExpression(unit, span);
  }
  const {method} = choice;
  if (method.isAbstract)
    return refuse(unit, 'E219', name.span, `Abstract method cannot be called directly: ${declaredSignature(unit, method)}`);
  checkVisible(body, method, name);
  if (method.isStatic) return call(method, null, choice.arguments, span);
  return {...call(method, thisExpression(unit, type, expression.target.span, false), choice.arguments, span), isSuper: true};
}

function call(
  method: MethodSymbol,
  target: TypedExpression | null,
  args: Arguments,
  span: ast.Expression['span'],
): Extract<TypedExpression, {kind: 'call'}> {
  return {kind: 'call', method, target, arguments: args, isSuper: false, safe: false, type: method.returnType, span};
}

function checkVisible(body: Body, method: MethodSymbol, name: ast.Identifier): void {
  if (isVisible(body.unit.universe, method, body)) return;
  body.unit.report('E209', name.span, `Method is not visible: ${declaredSignature(body.unit, method)}`);
}
