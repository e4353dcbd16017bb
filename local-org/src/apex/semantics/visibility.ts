/** Who may use which member (Apex Developer Guide, "Access Modifiers" and "TestVisible Annotation"). */
import {topLevel} from './body.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Body, Place} from './body.ts';
import type {TypeSymbol, Visibility} from './symbols.ts';
import type {Universe} from './universe.ts';

interface Member {
  readonly owner: TypeSymbol;
  readonly visibility: Visibility;
  readonly testVisible: boolean;
}

/** Members of a class are open to everything within the same outermost class, private ones to nothing else. */
export function isVisible(universe: Universe, {owner, visibility, testVisible}: Member, from: Pick<Place, 'type' | 'isTest'>): boolean {
  if (owner.origin !== 'source' || visibility === 'public' || visibility === 'global') return true;
  if (testVisible && isTestCode(from)) return true;
  if (from.type === null) return false;
  if (topLevel(from.type) === topLevel(owner)) return true;
  return visibility === 'protected' && descends(universe, from.type, owner);
}

/** Whether a private type is named by somebody else. */
export function isTypeVisible(universe: Universe, type: TypeSymbol, from: Pick<Place, 'type' | 'isTest'>): boolean {
  if (type.outer === null) return true;
  return isVisible(universe, {owner: type.outer, visibility: type.visibility, testVisible: isTestVisible(type)}, from);
}

/** Reports the use of a member of a class that is private to another. */
export function checkTypeVisible(body: Body, type: TypeSymbol, {span}: {readonly span: Span}): void {
  if (!isTypeVisible(body.unit.universe, type, body)) body.unit.report('E207', span, `Type is not visible: ${type.qualifiedName}`);
}

function isTestCode({type, isTest}: Pick<Place, 'type' | 'isTest'>): boolean {
  return isTest || (type !== null && topLevel(type).isTest);
}

function isTestVisible(type: TypeSymbol): boolean {
  return type.declaration?.node.annotations.some(({name}) => name.text.toLowerCase() === 'testvisible') ?? false;
}

/** Whether a class, or one around it, descends from another. */
function descends(universe: Universe, type: TypeSymbol, ancestor: TypeSymbol): boolean {
  for (let current: TypeSymbol | null = type; current !== null; current = current.outer)
    if (universe.isSubtype(universe.typeOf(current), universe.typeOf(ancestor))) return true;
  return false;
}
