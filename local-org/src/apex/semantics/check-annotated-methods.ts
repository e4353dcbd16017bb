/** Signatures that annotations ask for (Apex Developer Guide, the page of each annotation). */
import type * as ast from '../syntax/ast.ts';
import {annotationRule} from './annotation-catalogue.ts';
import {isInvocableType} from './invocable-types.ts';
import {isCollection, listElement} from './operand-types.ts';
import type {MethodSymbol, Type, TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

interface Annotated {
  readonly unit: Unit;
  readonly type: TypeSymbol;
  readonly symbol: MethodSymbol;
  readonly declaration: ast.MethodDeclaration;
  readonly name: string;
  readonly refuse: (message: string) => void;
}

export function checkSignatures(unit: Unit, type: TypeSymbol, symbol: MethodSymbol, declaration: ast.MethodDeclaration): void {
  const named = declaration.annotations.map(({name}) => annotationRule(name.text)?.name ?? '');
  const isLegacyTest = declaration.modifiers.some(({name}) => name === 'testmethod');
  for (const name of isLegacyTest ? [...named, 'testMethod'] : named) {
    const refuse = (message: string): void => unit.report('E605', declaration.name.span, message);
    check({unit, type, symbol, declaration, name, refuse});
  }
}

function check(annotated: Annotated): void {
  switch (annotated.name) {
    case 'IsTest':
    case 'testMethod':
      checkTest(annotated);
      return;
    case 'TestSetup':
      checkTestSetup(annotated);
      return;
    case 'Future':
      checkFuture(annotated);
      return;
    case 'InvocableMethod':
      checkInvocable(annotated);
      return;
    case 'AuraEnabled':
      checkAuraEnabled(annotated);
      return;
    case 'HttpGet':
    case 'HttpDelete':
      checkHttp(annotated);
      requireNoParameters(annotated, `${annotated.name} methods do not support parameters`);
      return;
    case 'HttpPatch':
    case 'HttpPost':
    case 'HttpPut':
      checkHttp(annotated);
      return;
    case 'RemoteAction':
      requireStatic(annotated);
      requireOpenness(annotated);
      return;
    case 'ReadOnly':
      checkReadOnly(annotated);
      return;
    default:
  }
}

function requireStatic({symbol, name, refuse}: Annotated): void {
  if (!symbol.isStatic) refuse(`${name} methods must be declared as static`);
}

function requireOpenness({symbol, name, refuse}: Annotated): void {
  if (symbol.visibility !== 'public' && symbol.visibility !== 'global')
    refuse(`${name} methods require at least one of the following global, public`);
}

/** Refuses parameters and results of types that don't pass the boundary. */
function requireTypes({unit, symbol, name, refuse}: Annotated, isFit: (type: Type) => boolean): void {
  for (const {type} of symbol.parameters)
    if (!isFit(type)) refuse(`${name} methods do not support parameter type of ${unit.display(type)}`);
  if (!isFit(symbol.returnType)) refuse(`${name} methods do not support return type of ${unit.display(symbol.returnType)}`);
}

const READ_ONLY = ['RemoteAction', 'HttpGet', 'HttpPost', 'HttpPatch', 'HttpPut', 'HttpDelete'];

function checkReadOnly({declaration, refuse}: Annotated): void {
  const others = declaration.annotations.map(({name}) => annotationRule(name.text)?.name ?? '');
  const isService = declaration.modifiers.some(({name}) => name === 'webservice') || declaration.name.text.toLowerCase() === 'execute';
  if (!isService && !others.some((name) => READ_ONLY.includes(name)))
    refuse(`ReadOnly methods require at least one of the following webService, ${READ_ONLY.join(', ')}`);
}

function requireVoid({unit, symbol, refuse, name}: Annotated): void {
  if (symbol.returnType.kind !== 'void') refuse(`${name} methods do not support return type of ${unit.display(symbol.returnType)}`);
}

function requireNoParameters({symbol, refuse}: Annotated, message: string): void {
  if (symbol.parameters.length > 0) refuse(message);
}

function checkTest(annotated: Annotated): void {
  const {type, refuse, name} = annotated;
  requireStatic(annotated);
  requireNoParameters(annotated, 'Test methods must have no arguments');
  if (!type.isTest) refuse(`Defining type for ${name} methods must be declared as IsTest`);
}

function checkTestSetup(annotated: Annotated): void {
  const {type, symbol, refuse} = annotated;
  requireStatic(annotated);
  requireNoParameters(annotated, 'Test methods must have no arguments');
  if (symbol.returnType.kind !== 'void') refuse('Test setup method must return void');
  if (!type.isTest) refuse('Defining type for TestSetup methods must be declared as IsTest');
}

/** Primitive types, and collections of them. */
function checkFuture(annotated: Annotated): void {
  const {unit, symbol, refuse} = annotated;
  requireStatic(annotated);
  requireVoid(annotated);
  for (const {type} of symbol.parameters)
    if (!isPrimitive(unit, type)) refuse(`Future methods do not support parameter type of ${unit.display(type)}`);
}

function isPrimitive(unit: Unit, type: Type): boolean {
  const {universe} = unit;
  if (type.kind !== 'class') return true;
  if (isCollection(universe, type, 'list') || isCollection(universe, type, 'set') || isCollection(universe, type, 'map'))
    return type.arguments.every((argument) => isPrimitive(unit, argument));
  const {boolean, integer, long, double, decimal, string, id, blob, date, datetime, time} = universe.well;
  return [boolean, integer, long, double, decimal, string, id, blob, date, datetime, time].some(
    (primitive) => primitive.symbol === type.symbol,
  );
}

function checkInvocable(annotated: Annotated): void {
  const {unit, symbol, declaration, refuse} = annotated;
  requireStatic(annotated);
  requireOpenness(annotated);
  if (symbol.parameters.length > 1) refuse('Only one parameter is supported on methods with @Invocable annotation');
  const [parameter] = symbol.parameters;
  if (parameter?.type.kind === 'class' && !isCollection(unit.universe, parameter.type, 'list')) {
    const found = unit.display(parameter.type);
    refuse(`Unsupported parameter type ${found}. Valid invocable parameters must be List types like List<T> where T is a supported type`);
  }
  if (symbol.returnType.kind === 'class' && !isCollection(unit.universe, symbol.returnType, 'list'))
    refuse(`InvocableMethod methods do not support return type of ${unit.display(symbol.returnType)}`);
  else requireTypes(annotated, (type) => type.kind === 'void' || isInvocableType(unit, type));
  const others = declaration.annotations.filter(
    ({name}) => !/^(invocablemethod|deprecated|suppresswarnings|testvisible)$/i.test(name.text),
  );
  if (others.length > 0) refuse('The only annotation that can be used with InvocableMethod is Deprecated');
}

function checkAuraEnabled(annotated: Annotated): void {
  const {unit, type, symbol, declaration, refuse} = annotated;
  requireOpenness(annotated);
  requireTypes(annotated, (each) => !isSet(unit, each));
  if (symbol.isStatic) {
    const overloads = (type.methods.get(symbol.name.toLowerCase()) ?? []).filter(isAuraEnabled);
    if (overloads.indexOf(symbol) > 0) refuse(`Overload of AuraEnabled method: ${symbol.name} overload is not permitted`);
    return;
  }
  if (symbol.parameters.length > 0) refuse('Non static AuraEnabled methods may not have parameters');
  if (!declaration.name.text.toLowerCase().startsWith('get')) refuse("Non static AuraEnabled methods must be named with a prefix 'get'");
}

/** A Set, or a list of them: it has no form in JSON. */
function isSet(unit: Unit, type: Type): boolean {
  const element = listElement(unit.universe, type);
  return element === null ? isCollection(unit.universe, type, 'set') : isSet(unit, element);
}

function isAuraEnabled({annotations}: MethodSymbol): boolean {
  return annotations.some(({name}) => name.text.toLowerCase() === 'auraenabled');
}

function checkHttp(annotated: Annotated): void {
  const {unit, type, symbol, name, refuse} = annotated;
  requireStatic(annotated);
  if (symbol.visibility !== 'global') refuse(`${name} methods must be declared as global`);
  requireTypes(annotated, (each) => hasRestForm(unit, each));
  const isResource =
    type.declaration?.node.annotations.some((annotation) => annotation.name.text.toLowerCase() === 'restresource') ?? false;
  if (!isResource) refuse(`Defining type for ${name} methods must be declared as RestResource`);
}

/** Apex Developer Guide, "Apex REST Methods": primitives but Blob, records, and lists and maps by String of them; classes as a whole. */
function hasRestForm(unit: Unit, type: Type): boolean {
  const {universe} = unit;
  if (type.kind !== 'class') return true;
  const [first, second] = type.arguments;
  if (isCollection(universe, type, 'set')) return false;
  if (isCollection(universe, type, 'list') && first !== undefined) return hasRestForm(unit, first);
  if (isCollection(universe, type, 'map') && first !== undefined && second !== undefined)
    return universe.isSame(first, universe.well.string) && hasRestForm(unit, second);
  return !universe.isSame(type, universe.well.object) && !universe.isSame(type, universe.well.blob);
}
