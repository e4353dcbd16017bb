/** Methods and constructors: bodies, repetition, and what they override. */
import type * as ast from '../syntax/ast.ts';
import {checkMethodAnnotations} from './check-annotations.ts';
import {checkIdentifier} from './check-identifiers.ts';
import {checkConstructorModifiers, checkMethodModifiers} from './check-modifiers.ts';
import {declaredSignature} from './choose-method.ts';
import type {MethodSymbol, Type, TypeSymbol, Visibility} from './symbols.ts';
import type {Unit} from './unit.ts';

const MOST_PARAMETERS = 32;

/** Returns what the method overrides or implements. */
export function checkMethod(
  unit: Unit,
  type: TypeSymbol,
  symbol: MethodSymbol,
  declaration: ast.MethodDeclaration,
): readonly MethodSymbol[] {
  const {name, body} = declaration;
  checkIdentifier(unit, name, 'method');
  checkMethodModifiers(unit, type, declaration);
  checkMethodAnnotations(unit, type, symbol, declaration);
  if (symbol.isAbstract && body !== null) unit.report('E513', name.span, 'Abstract methods cannot have a body');
  if (!symbol.isAbstract && body === null) unit.report('E513', name.span, 'Method must have a body');
  checkParameterCount(unit, declaration.parameters, name);
  const overloads = type.methods.get(name.text.toLowerCase()) ?? [];
  const earlier = overloads.slice(0, overloads.indexOf(symbol));
  const isImplied = symbol.key === 'clone$' && type.kind === 'class' && !symbol.isStatic;
  if (isImplied || earlier.some(({key}) => key === symbol.key)) {
    const signature = declaredSignature(unit, symbol);
    unit.report('E502', name.span, `Method already defined: ${symbol.name} ${signature} from the type ${type.qualifiedName}`);
  }
  const overridden = unit.universe.overriddenBy(symbol);
  checkOverriding(unit, symbol, overridden, name);
  return overridden;
}

function checkParameterCount(unit: Unit, parameters: readonly ast.Parameter[], {span}: ast.Identifier): void {
  if (parameters.length > MOST_PARAMETERS) unit.report('E524', span, `Invalid number of parameters exceeds: ${String(MOST_PARAMETERS)}`);
}

export function checkConstructor(
  unit: Unit,
  type: TypeSymbol,
  symbol: MethodSymbol,
  {name, ...declaration}: ast.ConstructorDeclaration,
): void {
  checkConstructorModifiers(unit, type, {name, ...declaration});
  checkParameterCount(unit, declaration.parameters, name);
  if (name.text.toLowerCase() !== type.name.toLowerCase()) unit.report('E517', name.span, `Invalid constructor name: ${name.text}`);
  const earlier = type.constructors.slice(0, type.constructors.indexOf(symbol));
  if (isOfEveryException(unit, type, symbol)) {
    const types = symbol.parameters.map((parameter) => unit.display(parameter.type)).join(', ');
    unit.report('E502', name.span, `System exception constructor already defined: void <init>(${types})`);
  } else if (earlier.some(({key}) => key === symbol.key)) {
    const parameters = symbol.parameters.map((parameter) => unit.display(parameter.type)).join(', ');
    unit.report(
      'E502',
      name.span,
      `Method already defined: [${type.qualifiedName}].<Constructor>(${parameters}) from the type ${type.qualifiedName}`,
    );
  }
}

/** Exceptions have these four without writing them (Apex Developer Guide, "Create Custom Exceptions"). */
function isOfEveryException({universe}: Unit, type: TypeSymbol, {key}: MethodSymbol): boolean {
  return (
    /^<init>\$(string|(string,)?(system\.)?exception)?$/.test(key) && universe.isSubtype(universe.typeOf(type), universe.well.exception)
  );
}

function checkOverriding(unit: Unit, symbol: MethodSymbol, overridden: readonly MethodSymbol[], {span}: ast.Identifier): void {
  const signature = declaredSignature(unit, symbol);
  const visible = overridden.filter((method) => isInherited(method));
  const parents = visible.filter(({owner}) => owner.kind === 'class' && owner !== unit.universe.well.object.symbol);
  const isObjectMethod = OBJECT_METHODS.has(symbol.name.toLowerCase());
  if (symbol.isOverride && parents.length === 0 && !isObjectMethod) {
    unit.report('E509', span, `@Override specified for non-overriding method: ${signature}`);
    return;
  }
  if (!symbol.isOverride && !symbol.isStatic && symbol.key === 'tostring$' && parents.length === 0 && symbol.owner.kind === 'class')
    unit.report('E508', span, `Method must use the override keyword: ${signature}`);
  for (const parent of parents) checkParent(unit, symbol, parent, signature, span);
  for (const method of visible) checkAgreement(unit, symbol, method, signature, span);
}

/** A private method is its class's own affair. */
function isInherited({visibility, owner}: MethodSymbol): boolean {
  return visibility !== 'private' || owner.kind === 'interface';
}

const OBJECT_METHODS = new Set(['tostring', 'equals', 'hashcode', 'clone']);

function checkParent(unit: Unit, symbol: MethodSymbol, parent: MethodSymbol, signature: string, span: ast.Identifier['span']): void {
  if (parent.isStatic) unit.report('E510', span, `Cannot override static method: ${declaredSignature(unit, parent)} with ${signature}`);
  else if (!parent.isVirtual && parent.owner.origin === 'source')
    unit.report('E510', span, `Non-virtual, non-abstract methods cannot be overridden: ${signature}`);
  else if (!symbol.isOverride && parent.owner.origin === 'source')
    unit.report('E508', span, `Method must use the override keyword: ${signature}`);
}

function checkAgreement(unit: Unit, symbol: MethodSymbol, method: MethodSymbol, signature: string, span: ast.Identifier['span']): void {
  const own = symbol.returnType;
  const required = method.returnType;
  const isKnown = own.kind !== 'error' && required.kind !== 'error';
  if (isKnown && !unit.universe.isSame(own, required) && !(method.owner.kind === 'interface' && standsFor(unit, own, required))) {
    const types = `${unit.display(own)} vs ${unit.display(required)}`;
    unit.report('E512', span, `Method return types clash: ${types} from the type ${symbol.owner.qualifiedName}`);
  }
  if (method.owner.kind === 'interface') {
    if (symbol.owner.kind === 'class' && symbol.visibility !== 'public' && symbol.visibility !== 'global') {
      const text = 'Overriding implementations of global or public interface methods must be global or public';
      unit.report('E511', span, `${symbol.owner.qualifiedName}: ${text}: ${signature}`);
    }
  } else if (RANKS[symbol.visibility] < RANKS[method.visibility] && method.owner.origin === 'source') {
    unit.report('E511', span, `Cannot reduce the visibility of method: ${signature}`);
  }
}

/** What an interface's method returns may be narrowed, which a superclass's may not; Ids and Strings are held alike. */
function standsFor({universe}: Unit, own: Type, required: Type): boolean {
  const {id, string} = universe.well;
  const isText = (type: Type): boolean => universe.isSame(type, id) || universe.isSame(type, string);
  return universe.conversion(own, required) === 'widen' || (isText(own) && isText(required));
}

/** Outside of packages, public is as good as global. */
const RANKS: Readonly<Record<Visibility, number>> = {private: 0, protected: 1, public: 2, global: 2};
