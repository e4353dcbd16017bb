/**
 * What flows can hand to Apex (Apex Developer Guide, "InvocableMethod Annotation", "InvocableVariable Annotation"): primitives, records, classes with
 * invocable variables, and lists of them, but no sets, maps or plain Objects.
 */
import {isCollection, listElement} from './operand-types.ts';
import type {Type, TypeSymbol} from './symbols.ts';
import type {Unit} from './unit.ts';

/** The type of a parameter or result: a list, or a list of lists. */
export function isInvocableType(unit: Unit, type: Type): boolean {
  const outer = listElement(unit.universe, type);
  if (outer === null) return isElement(unit, type);
  const inner = listElement(unit.universe, outer);
  return isElement(unit, inner ?? outer);
}

function isElement(unit: Unit, type: Type): boolean {
  if (type.kind !== 'class') return true;
  const {symbol} = type;
  if (symbol.kind === 'enum' || symbol.kind === 'interface') return false;
  if (symbol.kind === 'class' && symbol.origin === 'source') return hasInvocableVariable(symbol);
  return isInvocableVariableType(unit, type) && listElement(unit.universe, type) === null;
}

function hasInvocableVariable(symbol: TypeSymbol): boolean {
  const node = symbol.declaration?.node;
  const isOwn =
    node?.kind === 'class' &&
    node.members.some((member) => member.kind === 'field' && member.annotations.some(({name}) => /^invocablevariable$/i.test(name.text)));
  return isOwn || (symbol.superclass !== null && hasInvocableVariable(symbol.superclass.symbol));
}

export function isInvocableVariableType(unit: Unit, type: Type): boolean {
  const {universe} = unit;
  if (type.kind !== 'class') return true;
  const element = listElement(universe, type);
  if (element !== null) return isInvocableVariableType(unit, element);
  return !isCollection(universe, type, 'set') && !isCollection(universe, type, 'map') && !universe.isSame(type, universe.well.object);
}
