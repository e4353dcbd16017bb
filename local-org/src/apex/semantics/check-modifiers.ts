/** Which modifiers may stand where (Apex Developer Guide, "Class Definition Syntax", "Access Modifiers", "Using the static Keyword"). */
import type * as ast from '../syntax/ast.ts';
import type {Place} from './body.ts';
import {visibilityOf} from './modifiers.ts';
import {PLURALS} from './sites.ts';
import type {Site} from './sites.ts';
import type {TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

type Name = ast.ModifierName;

const ACCESS: readonly Name[] = ['global', 'public', 'protected', 'private'];
const SHARING: readonly Name[] = ['with sharing', 'without sharing', 'inherited sharing'];

/** Modifiers by what they stand on. Those of an accessor and of a property may be no others. */
const ALLOWED = {
  class: [...ACCESS, ...SHARING, 'abstract', 'virtual'],
  interface: [...ACCESS, 'virtual'],
  enum: ACCESS,
  field: [...ACCESS, 'static', 'final', 'transient', 'webservice'],
  property: [...ACCESS, 'static', 'final', 'transient', 'webservice'],
  method: [...ACCESS, 'static', 'abstract', 'virtual', 'override', 'testmethod', 'webservice'],
  constructor: ACCESS,
  accessor: ACCESS,
  local: ['final'],
  parameter: ['final'],
} as const satisfies Readonly<Record<Site, readonly Name[]>>;

function check(unit: Unit, site: Site, modifiers: readonly ast.Modifier[]): void {
  const allowed: readonly Name[] = ALLOWED[site];
  const seen = new Set<Name>();
  for (const {name, span} of modifiers) {
    if (seen.has(name)) unit.report('E602', span, `Duplicate modifier: ${name}`);
    else if (name === 'final' && (site === 'class' || site === 'method'))
      unit.report('E602', span, `${PLURALS[site]} are by default final`);
    else if (!allowed.includes(name)) unit.report('E601', span, `${name} is not allowed on ${PLURALS[site]}`);
    seen.add(name);
    if (name === 'webservice') unit.report('U202', span, 'Web service methods are not served to SOAP clients');
  }
  reportTwoOf(unit, ACCESS, modifiers);
  reportTwoOf(unit, SHARING, modifiers);
  const virtual = modifiers.find(({name}) => name === 'virtual');
  if (virtual !== undefined && has(modifiers, 'abstract')) unit.report('E602', virtual.span, 'abstract are by default virtual');
}

function reportTwoOf(unit: Unit, group: readonly Name[], modifiers: readonly ast.Modifier[]): void {
  const found = modifiers.filter(({name}) => group.includes(name));
  const [first, second] = found;
  if (first !== undefined && second !== undefined && first.name !== second.name)
    unit.report('E602', second.span, 'Declarations can only have one scope');
}

function has(modifiers: readonly ast.Modifier[], name: Name): boolean {
  return modifiers.some((modifier) => modifier.name === name);
}

export function checkTypeModifiers(unit: Unit, symbol: TypeSymbol, {kind, modifiers, name}: ast.TypeDeclaration): void {
  check(unit, kind, modifiers);
  const isOpen = has(modifiers, 'public') || has(modifiers, 'global');
  const hidden = modifiers.find((modifier) => modifier.name === 'protected');
  if (hidden !== undefined) unit.report('E601', hidden.span, `protected is not allowed on ${PLURALS[kind]}`);
  if (symbol.outer !== null && symbol.visibility === 'global' && symbol.outer.visibility !== 'global')
    unit.report('E607', name.span, `Enclosing type for global ${PLURALS[kind]} in apex classes must be declared as global`);
  if (symbol.outer === null && !isOpen && !symbol.isTest)
    unit.report('E607', name.span, 'Top-level type must have public or global visibility');
}

export function checkFieldModifiers(unit: Unit, type: TypeSymbol, {modifiers}: ast.FieldDeclaration): void {
  check(unit, 'field', modifiers);
  checkStatic(unit, type, modifiers, 'field');
  checkOpenness(unit, type, modifiers, 'field');
}

export function checkPropertyModifiers(unit: Unit, type: TypeSymbol, {modifiers, accessors, name}: ast.PropertyDeclaration): void {
  check(unit, 'property', modifiers);
  checkStatic(unit, type, modifiers, 'property');
  checkOpenness(unit, type, modifiers, 'property');
  if (accessors.length === 0) unit.report('E521', name.span, "Unexpected token '}'.");
  const visibility = visibilityOf(modifiers);
  for (const accessor of accessors) {
    check(unit, 'accessor', accessor.modifiers);
    const own = visibilityOf(accessor.modifiers, visibility);
    if (ACCESS.indexOf(own) < ACCESS.indexOf(visibility))
      unit.report('E521', accessor.span, `Cannot declare ${own} accessor on ${visibility} property`);
  }
  for (const kind of ['get', 'set'] as const)
    if (accessors.filter((accessor) => accessor.kind === kind).length > 1)
      unit.report('E521', name.span, `Cannot declare ${kind} accessor on ${name.text} property`);
}

export function checkMethodModifiers(unit: Unit, type: TypeSymbol, {modifiers, name, parameters}: ast.MethodDeclaration): void {
  for (const parameter of parameters) check(unit, 'parameter', parameter.modifiers);
  if (type.kind === 'interface') {
    for (const modifier of modifiers) unit.report('E601', modifier.span, `Expecting '}' but was: '${modifier.name}'`);
    return;
  }
  check(unit, 'method', modifiers);
  checkStatic(unit, type, modifiers, 'method');
  checkOpenness(unit, type, modifiers, 'method');
  checkProtected(unit, type, modifiers, name);
  const dispatched = modifiers.find(
    (modifier) => modifier.name === 'abstract' || modifier.name === 'virtual' || modifier.name === 'override',
  );
  if (dispatched !== undefined && has(modifiers, 'static'))
    unit.report('E602', dispatched.span, `static method cannot be ${dispatched.name}`);
  if (has(modifiers, 'abstract') && type.kind === 'class' && !type.isAbstract)
    unit.report('E607', name.span, 'Defining type for abstract methods must be declared as abstract');
  // Since Winter '26 (release notes, "Abstract and Override Methods Require Protected, Public, or Global Access").
  const isOpen = ['global', 'public', 'protected'].some((access) => modifiers.some((modifier) => modifier.name === access));
  for (const inherited of ['abstract', 'override'] as const)
    if (has(modifiers, inherited) && !isOpen && unit.apiVersion >= 65)
      unit.report('E607', name.span, `${inherited} methods require at least one of the following global, public, protected`);
}

/** What only heirs see is for classes that have some. */
function checkProtected(unit: Unit, type: TypeSymbol, modifiers: readonly ast.Modifier[], {span}: ast.Identifier): void {
  if (!has(modifiers, 'protected')) return;
  if (has(modifiers, 'static')) unit.report('E602', span, 'protected methods cannot be static');
  else if (!type.isVirtual && !has(modifiers, 'override'))
    unit.report('E607', span, 'New protected methods cannot be defined in non-virtual classes');
}

export function checkConstructorModifiers(
  unit: Unit,
  type: TypeSymbol,
  {modifiers, parameters, name}: Pick<ast.ConstructorDeclaration, 'modifiers' | 'parameters' | 'name'>,
): void {
  check(unit, 'constructor', modifiers);
  checkOpenness(unit, type, modifiers, 'constructor');
  checkProtected(unit, type, modifiers, name);
  for (const parameter of parameters) check(unit, 'parameter', parameter.modifiers);
}

/** The variables of a trigger or an anonymous block are members to the platform. */
export function checkLocalModifiers(unit: Unit, {modifiers}: ast.LocalVariableDeclaration, place: Place['kind']): void {
  check(unit, place === 'trigger' || place === 'anonymous' ? 'field' : 'local', modifiers);
}

function checkStatic(unit: Unit, type: TypeSymbol, modifiers: readonly ast.Modifier[], site: Site): void {
  const isStatic = modifiers.find(({name}) => name === 'static');
  if (isStatic === undefined) return;
  if (type.outer !== null) unit.report('E601', isStatic.span, `static can only be used on ${PLURALS[site]} of a top level type`);
  if (site !== 'method' && has(modifiers, 'protected')) unit.report('E602', isStatic.span, `protected ${PLURALS[site]} cannot be static`);
}

/** Nothing is more open than its class. */
function checkOpenness(unit: Unit, type: TypeSymbol, modifiers: readonly ast.Modifier[], site: Site): void {
  const isGlobal = modifiers.find(({name}) => name === 'global');
  if (isGlobal !== undefined && type.visibility !== 'global')
    unit.report('E607', isGlobal.span, `Defining type for global ${PLURALS[site]} must be declared as global`);
}
