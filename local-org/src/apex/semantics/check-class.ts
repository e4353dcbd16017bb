/** What a class, interface or enum promises and what it is called. */
import type * as ast from '../syntax/ast.ts';
import {bindType} from './bind-types.ts';
import {declaredSignature} from './choose-method.ts';
import {checkClassAnnotations} from './check-annotations.ts';
import {checkIdentifier} from './check-identifiers.ts';
import {checkTypeModifiers} from './check-modifiers.ts';
import type {ClassType, MethodSymbol, TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

export function checkClass(unit: Unit, symbol: TypeSymbol, node: ast.TypeDeclaration): void {
  checkIdentifier(unit, node.name, symbol.outer === null ? 'top-level type' : 'inner type');
  checkTypeModifiers(unit, symbol, node);
  checkClassAnnotations(unit, symbol, node);
  checkMemberNames(unit, symbol, node);
  if (node.kind === 'enum') return;
  if (isCircular(symbol)) {
    unit.report('E504', node.name.span, `Circular definition: ${symbol.qualifiedName}`);
    return;
  }
  if (node.kind === 'class') checkSuperclass(unit, symbol, node);
  checkInterfaces(unit, symbol, node);
  if (node.kind === 'class') checkExceptionName(unit, symbol, node);
  if (node.kind === 'class' && !symbol.isAbstract) checkImplemented(unit, symbol, node);
}

function isCircular(symbol: TypeSymbol): boolean {
  const seen = new Set<TypeSymbol>();
  const reaches = (type: TypeSymbol): boolean => {
    if (type === symbol) return true;
    if (seen.has(type) || type.origin !== 'source') return false;
    seen.add(type);
    return parentsOf(type).some(reaches);
  };
  return parentsOf(symbol).some(reaches);
}

function parentsOf({superclass, interfaces}: TypeSymbol): readonly TypeSymbol[] {
  return [...(superclass === null ? [] : [superclass]), ...interfaces].map((type) => type.symbol);
}

function checkSuperclass(unit: Unit, symbol: TypeSymbol, {superclass}: ast.ClassDeclaration): void {
  if (superclass === null) return;
  const type = bindType(unit, superclass, {type: symbol.outer ?? symbol, isTest: symbol.isTest});
  if (type.kind !== 'class') return;
  if (type.symbol.kind === 'interface') unit.report('E505', superclass.span, `Invalid class: ${unit.display(type)}`);
  else if (!isExtendable(unit, type.symbol))
    unit.report('E506', superclass.span, `Non-virtual and non-abstract type cannot be extended: ${unit.display(type)}`);
}

/** Of the platform's own classes few can be extended, and of its exceptions Exception alone (Apex Developer Guide, "Create Custom Exceptions"). */
function isExtendable({universe}: Unit, symbol: TypeSymbol): boolean {
  if (symbol.kind !== 'class') return false;
  if (symbol.origin === 'source') return symbol.isVirtual;
  if (symbol.typeParameters.length > 0) return false;
  return symbol === universe.well.exception.symbol || !universe.isSubtype(universe.typeOf(symbol), universe.well.exception);
}

function checkInterfaces(unit: Unit, symbol: TypeSymbol, {interfaces}: ast.ClassDeclaration | ast.InterfaceDeclaration): void {
  const named = new Set<string>();
  for (const reference of interfaces) {
    const type = bindType(unit, reference, {type: symbol.outer ?? symbol, isTest: symbol.isTest});
    if (type.kind !== 'class') continue;
    const display = unit.display(type);
    if (type.symbol.kind !== 'interface' && (type.symbol.origin === 'source' || type.symbol.typeParameters.length > 0))
      unit.report('E505', reference.span, `Invalid interface: ${display}`);
    else if (named.has(display)) unit.report('E505', reference.span, `Interface already implemented: ${display}`);
    named.add(display);
  }
}

/** Apex Developer Guide, "Create Custom Exceptions": such a class extends an exception, and its name ends in it. */
function checkExceptionName(unit: Unit, symbol: TypeSymbol, {name}: ast.ClassDeclaration): void {
  const isException = unit.universe.isSubtype(unit.universe.typeOf(symbol), unit.universe.well.exception);
  const isNamedSo = name.text.toLowerCase().endsWith('exception');
  if (isException && !isNamedSo)
    unit.report('E514', name.span, `Classes extending Exception must have a name ending in 'Exception': ${symbol.qualifiedName}`);
  if (!isException && isNamedSo)
    unit.report('E514', name.span, `Exception class must extend another Exception class: ${symbol.qualifiedName}`);
}

/** A class that is not abstract has a body for every method of its interfaces and superclasses. */
function checkImplemented(unit: Unit, symbol: TypeSymbol, {name}: ast.ClassDeclaration): void {
  const type = unit.universe.typeOf(symbol);
  for (const method of missingMethods(unit, type)) {
    const signature = declaredSignature(unit, method);
    const isFromInterface = method.owner.kind === 'interface';
    const message = isFromInterface
      ? `Class ${symbol.qualifiedName} must implement the method: ${signature}`
      : `Class ${symbol.qualifiedName} must implement the abstract method: ${signature}`;
    unit.report('E507', name.span, message);
  }
}

function missingMethods({universe}: Unit, type: ClassType): readonly MethodSymbol[] {
  const promised = universe.supertypes(type).filter(({symbol}) => symbol.isAbstract || symbol.kind === 'interface');
  const names = new Set(promised.flatMap(({symbol}) => [...symbol.methods.keys()]));
  return [...names].flatMap((name) => {
    const methods = universe.findMethods(type, name);
    const bodies = methods.filter(({isAbstract, isStatic}) => !isAbstract && !isStatic);
    return firstOfEach(methods.filter((method) => method.isAbstract && !isObjects(method) && !isMetBy(universe, method, bodies)));
  });
}

/** `toString()`, `equals(Object)` and `hashCode()` of an interface are met by what every object has. */
function isObjects({key}: MethodSymbol): boolean {
  return key === 'tostring$' || key === 'hashcode$' || key === 'equals$object';
}

/** Own or inherited: a method may meet an interface of the heir that its own class doesn't know. */
function isMetBy(universe: Unit['universe'], wanted: MethodSymbol, bodies: readonly MethodSymbol[]): boolean {
  return bodies.some(
    ({parameters}) =>
      parameters.length === wanted.parameters.length &&
      parameters.every(({type}, index) => {
        const required = wanted.parameters[index]?.type;
        return required !== undefined && (universe.isSame(type, required) || universe.conversion(required, type) === 'widen');
      }),
  );
}

/** The platform offers some methods with several return types (`start` of `Database.Batchable`): they are one. */
function firstOfEach(methods: readonly MethodSymbol[]): readonly MethodSymbol[] {
  return methods.filter((method, index) => methods.findIndex(({owner, key}) => owner === method.owner && key === method.key) === index);
}

function checkMemberNames(unit: Unit, symbol: TypeSymbol, node: ast.TypeDeclaration): void {
  if (node.kind === 'enum') {
    node.constants.forEach((name) => checkIdentifier(unit, name, 'variable'));
    reportRepeated(unit, 'E501', node.constants, (name) => `Duplicate field: ${name}`);
    return;
  }
  if (node.kind === 'interface') return;
  const fields = node.members.flatMap((member) => {
    if (member.kind === 'field') return member.declarators.map(({name}) => name);
    return member.kind === 'property' ? [member.name] : [];
  });
  fields.forEach((name) => checkIdentifier(unit, name, 'variable'));
  reportRepeated(unit, 'E501', fields, (name) => `Duplicate field: ${name}`);
  const types = node.members.flatMap((member) =>
    member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum' ? [member.name] : [],
  );
  reportRepeated(unit, 'E503', [node.name, ...types], (name) => `Type name already in use: ${name}`);
  checkInnermost(unit, symbol, node);
}

function reportRepeated(unit: Unit, code: 'E501' | 'E503', names: readonly ast.Identifier[], message: (name: string) => string): void {
  const seen = new Set<string>();
  for (const {text, span} of names) {
    const key = text.toLowerCase();
    if (seen.has(key)) unit.report(code, span, message(text));
    seen.add(key);
  }
}

function checkInnermost(unit: Unit, {outer}: TypeSymbol, {members}: ast.ClassDeclaration): void {
  if (outer === null) return;
  for (const member of members) {
    if (member.kind === 'class' || member.kind === 'interface' || member.kind === 'enum')
      unit.report('E515', member.name.span, 'Inner types are not allowed to have inner types');
    if (member.kind === 'initializer' && member.isStatic)
      unit.report('E515', member.span, 'Inner types are not allowed to have static blocks');
  }
}
