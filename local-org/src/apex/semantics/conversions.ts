/**
 * Which types stand in for which (Apex Developer Guide, "Rules of Conversion", "Classes and Casting", "Classes and Collections"), and
 * what is known of compilers in use where the guide is silent:
 *
 * - Numbers rise implicitly from Integer over Long and Double to Decimal; a Decimal also becomes a Double.
 * - Id and String become each other; a Date becomes a Datetime.
 * - Lists, Maps (in their values) and Iterables follow their elements upwards; Sets ("an instance of Set<Account> is never an instance of
 *   Set<SObject>"), Iterators and the keys of Maps do not.
 * - A List<SObject> may be assigned to a List<Lead>, checked when it runs; a single SObject needs a cast.
 * - Anything may be cast to an interface, and an interface to anything: whether some object is both shows when it runs.
 */
import {registryName} from './platform-symbols.ts';
import type {Members} from './members.ts';
import type {Conversion} from './universe.ts';
import {areSameTypes, isSameType} from './types.ts';
import type {ClassType, Type, TypeSymbol} from './symbols.ts';

/** How willing a conversion is, for choosing overloads: `strict` ones are tried before all others. */
export type Willingness = 'strict' | 'loose';

/** From → to, of primitives. */
const STRICT = pairs(['Integer Long', 'Integer Decimal', 'Long Decimal', 'Id String', 'Date Datetime']);
const LOOSE = pairs(['Integer Double', 'Long Double', 'Double Decimal', 'Decimal Double', 'String Id']);

/** Casts between primitives beyond what converts by itself. */
const CASTS = pairs(['Long Integer', 'Double Integer', 'Double Long', 'Decimal Integer', 'Decimal Long']);

function pairs(texts: readonly string[]): ReadonlySet<string> {
  return new Set(texts);
}

export class Conversions {
  readonly #members: Members;
  readonly #object: TypeSymbol;
  readonly #sobject: TypeSymbol;

  constructor(members: Members, object: TypeSymbol, sobject: TypeSymbol) {
    this.#members = members;
    this.#object = object;
    this.#sobject = sobject;
  }

  isSubtype(sub: Type, base: Type): boolean {
    if (isSameType(sub, base) || sub.kind === 'error' || base.kind === 'error') return true;
    if (sub.kind === 'null') return base.kind !== 'void';
    if (sub.kind !== 'class' || base.kind !== 'class') return false;
    if (base.symbol === this.#object) return true;
    return [sub, ...this.#members.supertypes(sub)].some((type) => type.symbol === base.symbol && this.#argumentsFit(type, base, 'subtype'));
  }

  conversion(from: Type, to: Type): Conversion | null {
    if (isSameType(from, to) || from.kind === 'error' || to.kind === 'error') return 'same';
    if (from.kind === 'null') return to.kind === 'void' ? null : 'widen';
    if (from.kind !== 'class' || to.kind !== 'class') return null;
    if (to.symbol === this.#object) return isId(from.symbol) ? 'convert' : 'widen';
    const primitives = pairOf(from, to);
    if (primitives !== null) return STRICT.has(primitives) || LOOSE.has(primitives) ? 'convert' : null;
    if (this.isSubtype(from, to) || this.#collectionFits(from, to)) return 'widen';
    return null;
  }

  /** Whether a value converts with no more than the given willingness; see `overloads.ts`. */
  converts(from: Type, to: Type, willingness: Willingness): boolean {
    if (willingness === 'loose') return this.conversion(from, to) !== null || isSameIteration(from, to);
    if (from.kind === 'null') return to.kind === 'class';
    if (isSameType(from, to)) return true;
    if (from.kind !== 'class' || to.kind !== 'class' || to.symbol === this.#object) return this.conversion(from, to) === 'same';
    const primitives = pairOf(from, to);
    return primitives === null ? this.isSubtype(from, to) : STRICT.has(primitives);
  }

  isCastable(from: Type, to: Type): boolean {
    if (this.conversion(from, to) !== null) return true;
    if (from.kind !== 'class' || to.kind !== 'class') return false;
    const primitives = pairOf(from, to);
    if (primitives !== null) return CASTS.has(primitives);
    if (this.conversion(to, from) !== null) return true;
    if (isPolymorphicParent(from) && to.symbol.kind === 'sobject') return true;
    if (from.symbol.kind === 'interface' || to.symbol.kind === 'interface') return true;
    return from.symbol === to.symbol ? this.#areArgumentsCastable(from, to) : this.isSubtype(to, from);
  }

  /**
   * Whether every value of the type passes for one of the other: an Integer for a Long, an Id for a String, not a String for an Id. A list of
   * records may be another one when it runs.
   */
  isAlways(from: Type, to: Type): boolean {
    if (this.isSubtype(from, to)) return !this.#isRecordList(from) || !(isSameType(from, to) || isIterable(to));
    if (from.kind !== 'class' || to.kind !== 'class') return false;
    const primitives = pairOf(from, to);
    return primitives !== null && primitives !== 'String Id' && this.conversion(from, to) !== null;
  }

  /** The type of `c ? a : b`: the one to which the other converts. */
  commonType(left: Type, right: Type): Type | null {
    if (left.kind === 'null') return right;
    if (right.kind === 'null') return left;
    const rightward = this.conversion(left, right);
    const leftward = this.conversion(right, left);
    if (rightward !== null && leftward !== null) return this.#widerOf(left, right);
    if (rightward !== null) return right;
    return leftward === null ? null : left;
  }

  /**
   * Of two types that convert into each other: Decimal of Double, List<SObject> of List<Lead>, and Id of String, so that `c ? id : ''` raises
   * "Invalid id" (Salesforce Stack Exchange 110545, "Why is this ternary operator erroring out with System.StringException").
   */
  #widerOf(left: Type, right: Type): Type {
    if (left.kind !== 'class' || right.kind !== 'class') return right;
    const pair = pairOf(left, right);
    if (pair === 'Decimal Double' || pair === 'Id String') return left;
    return pair === null && this.isSubtype(right, left) ? left : right;
  }

  /** Whether the arguments of two types of one symbol go together. */
  #argumentsFit(from: ClassType, to: ClassType, rule: 'subtype' | 'conversion'): boolean {
    if (areSameTypes(from.arguments, to.arguments)) return true;
    const variance = VARIANCE[registryName(from.symbol)];
    if (variance === undefined) return false;
    return from.arguments.every((argument, index) => {
      const target = to.arguments[index];
      if (target === undefined || variance === 'ignored') return target !== undefined;
      if (variance === 'consumed') return this.isSubtype(target, argument);
      if (variance === 'values' && index === 0) return isSameType(argument, target);
      if (this.#isElementSubtype(argument, target)) return true;
      return rule === 'conversion' && variance === 'narrowed' && this.#isNarrowed(argument, target);
    });
  }

  /** Elements aren't converted one by one, so of the primitives only Id and String, which are held alike, stand for each other. */
  #isElementSubtype(element: Type, target: Type): boolean {
    return this.isSubtype(element, target) || isIdAndString(element, target) || this.#collectionFitsElement(element, target);
  }

  #collectionFitsElement(element: Type, target: Type): boolean {
    return element.kind === 'class' && target.kind === 'class' && element.arguments.length > 0 && this.#collectionFits(element, target);
  }

  /** Collections that only a conversion lets through: List<SObject> where List<Lead> is wanted. */
  #collectionFits(from: ClassType, to: ClassType): boolean {
    return [from, ...this.#members.supertypes(from)].some(
      (type) => type.symbol === to.symbol && this.#argumentsFit(type, to, 'conversion'),
    );
  }

  #isNarrowed(element: Type, target: Type): boolean {
    return element.kind === 'class' && element.symbol === this.#sobject && target.kind === 'class' && target.symbol.kind === 'sobject';
  }

  #isRecordList(type: Type): boolean {
    const element = type.kind === 'class' && registryName(type.symbol) === 'List' ? type.arguments[0] : undefined;
    return element?.kind === 'class' && (element.symbol === this.#sobject || element.symbol.kind === 'sobject');
  }

  #areArgumentsCastable(from: ClassType, to: ClassType): boolean {
    const variance = VARIANCE[registryName(from.symbol)];
    if (variance === undefined) return false;
    return from.arguments.every((argument, index) => {
      const target = to.arguments[index];
      if (target === undefined) return false;
      if (variance === 'values' && index === 0) return isSameType(argument, target);
      return this.#isElementCastable(argument, target);
    });
  }

  /** Elements keep their representation: an Integer in a List doesn't become a Long by casting the List. */
  #isElementCastable(element: Type, target: Type): boolean {
    if (this.#isElementSubtype(element, target) || this.#isElementSubtype(target, element)) return true;
    const isPrimitive = element.kind === 'class' && element.symbol.kind === 'primitive';
    return !isPrimitive && this.isCastable(element, target);
  }
}

/**
 * What a lookup that may point to several objects gives, which is of the type Name: "After determining which type of object is referenced, … assign the referenced
 * sObject to a variable of the appropriate type" (Apex Developer Guide, "Working with Polymorphic Relationships in SOQL Queries").
 */
export function isPolymorphicParent(type: Type): boolean {
  return type.kind === 'class' && type.symbol.kind === 'sobject' && type.symbol.name === 'Name';
}

/** How the type arguments of collections and interfaces of the platform relate: all others must be the same. */
const VARIANCE: Readonly<Record<string, 'narrowed' | 'elements' | 'values' | 'consumed' | 'ignored' | undefined>> = {
  List: 'narrowed',
  Map: 'values',
  Iterable: 'elements',
  Comparator: 'consumed',
  'Database.Batchable': 'ignored',
};

/** Methods take an Iterable or Iterator of anything else, to which a variable of it can't be assigned: its elements are checked when read. */
export function isSameIteration(from: Type, to: Type): boolean {
  if (from.kind !== 'class' || to.kind !== 'class' || from.symbol !== to.symbol) return false;
  const name = registryName(from.symbol);
  return name === 'Iterable' || name === 'Iterator';
}

function isIterable(type: Type): boolean {
  return type.kind === 'class' && registryName(type.symbol) === 'Iterable';
}

/** `Integer Long` for two primitives; null where either isn't one. */
function pairOf(from: ClassType, to: ClassType): string | null {
  return from.symbol.kind === 'primitive' && to.symbol.kind === 'primitive' ? `${from.symbol.name} ${to.symbol.name}` : null;
}

function isId(symbol: TypeSymbol): boolean {
  return symbol.kind === 'primitive' && symbol.name === 'Id';
}

function isIdAndString(left: Type, right: Type): boolean {
  if (left.kind !== 'class' || right.kind !== 'class') return false;
  const pair = pairOf(left, right);
  return pair === 'Id String' || pair === 'String Id';
}
