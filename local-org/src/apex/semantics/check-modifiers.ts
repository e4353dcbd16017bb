/** Which modifiers may stand where (Apex Developer Guide, "Class Definition Syntax", "Access Modifiers", "Using the static Keyword"). */
import type * as ast from '../syntax/ast.ts';
import type {TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

type Name = ast.ModifierName;

const ACCESS: readonly Name[] = ['global', 'public', 'protected', 'private'];
const SHARING: readonly Name[] = ['with sharing', 'without sharing', 'inherited sharing'];

/** Modifiers by what they stand on; what the platform calls it in messages is the key. */
const ALLOWED = {
  class: [...ACCESS, ...SHARING, 'abstract', 'virtual'],
  interface: [...ACCESS, 'virtual'],
  enum: ACCESS,
  field: [...ACCESS, 'static', 'final', 'transient', 'webservice'],
  property: [...ACCESS, 'static', 'final', 'transient', 'webservice', 'abstract', 'virtual', 'override'],
  method: [...ACCESS, 'static', 'abstract', 'virtual', 'override', 'testmethod', 'webservice', 'final'],
  constructor: ACCESS,
  accessor: ACCESS,
  local: ['final'],
  parameter: ['final'],
} as const satisfies Readonly<Record<string, readonly Name[]>>;

type Site = keyof typeof ALLOWED;

function check(unit: Unit, site: Site, modifiers: readonly ast.Modifier[]): void {
  const allowed: readonly Name[] = ALLOWED[site];
  const seen = new Set<Name>();
  for (const {name, span} of modifiers) {
    if (seen.has(name)) unit.report('E602', span, `Duplicate modifier: ${name}`);
    else if (!allowed.includes(name)) unit.report('E601', span, `${name} is not allowed on ${site}`);
    seen.add(name);
    if (name === 'webservice') unit.report('U202', span, 'Web service methods are not served to SOAP clients');
  }
  reportTwoOf(unit, ACCESS, modifiers);
  reportTwoOf(unit, SHARING, modifiers);
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
  if (symbol.outer === null && !isOpen && !symbol.isTest)
    unit.report('E607', name.span, 'Top-level type must have public or global visibility');
}

export function checkFieldModifiers(unit: Unit, type: TypeSymbol, {modifiers}: ast.FieldDeclaration): void {
  check(unit, 'field', modifiers);
  checkStatic(unit, type, modifiers, 'fields');
}

export function checkPropertyModifiers(unit: Unit, type: TypeSymbol, {modifiers, accessors, name}: ast.PropertyDeclaration): void {
  check(unit, 'property', modifiers);
  checkStatic(unit, type, modifiers, 'properties');
  for (const accessor of accessors) check(unit, 'accessor', accessor.modifiers);
  for (const kind of ['get', 'set'] as const)
    if (accessors.filter((accessor) => accessor.kind === kind).length > 1)
      unit.report('E521', name.span, `Cannot declare ${kind} accessor on ${name.text} property`);
}

export function checkMethodModifiers(unit: Unit, type: TypeSymbol, {modifiers, name, parameters}: ast.MethodDeclaration): void {
  check(unit, 'method', modifiers);
  checkStatic(unit, type, modifiers, 'methods');
  for (const parameter of parameters) check(unit, 'parameter', parameter.modifiers);
  const dispatched = modifiers.find(
    (modifier) => modifier.name === 'abstract' || modifier.name === 'virtual' || modifier.name === 'override',
  );
  if (dispatched !== undefined && has(modifiers, 'static'))
    unit.report('E602', dispatched.span, `static method cannot be ${dispatched.name}`);
  if (has(modifiers, 'abstract') && type.kind === 'class' && !type.isAbstract)
    unit.report('E607', name.span, `Classes with abstract methods must be declared as abstract: ${type.qualifiedName}`);
}

export function checkConstructorModifiers(
  unit: Unit,
  {modifiers, parameters}: Pick<ast.ConstructorDeclaration, 'modifiers' | 'parameters'>,
): void {
  check(unit, 'constructor', modifiers);
  for (const parameter of parameters) check(unit, 'parameter', parameter.modifiers);
}

export function checkLocalModifiers(unit: Unit, {modifiers}: ast.LocalVariableDeclaration): void {
  check(unit, 'local', modifiers);
}

function checkStatic(unit: Unit, type: TypeSymbol, modifiers: readonly ast.Modifier[], site: string): void {
  const isStatic = modifiers.find(({name}) => name === 'static');
  if (isStatic !== undefined && type.outer !== null)
    unit.report('E601', isStatic.span, `static can only be used on ${site} of a top level type`);
}
