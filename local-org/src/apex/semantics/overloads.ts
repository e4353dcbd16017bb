/**
 * Choice among methods of one name, or constructors. The guide says no more than that the signature must match; the order here is that of
 * compilers in use: an exact match; else what strict conversions reach (up the class hierarchy, Integer to Long or Decimal, Id to String, Date
 * to Datetime); else what any conversion reaches (Object, Double, String to Id). Where several remain, the one whose parameters
 * are all at least as specific as those of each other one is taken; where there is none the call is ambiguous. A `null` prefers nothing, not even
 * a String to an Object.
 */
import type {Conversions, Willingness} from './conversions.ts';
import {areSameTypes, isSameType} from './types.ts';
import type {OverloadResult} from './universe.ts';
import type {MethodSymbol, Type} from './symbols.ts';

export function resolveOverload(
  conversions: Conversions,
  candidates: readonly MethodSymbol[],
  argumentTypes: readonly Type[],
): OverloadResult {
  const fitting = candidates.filter(({parameters}) => parameters.length === argumentTypes.length);
  const exact = fitting.find((method) => areSameTypes(parameterTypes(method), argumentTypes));
  if (exact !== undefined) return {kind: 'found', method: exact};
  for (const willingness of ['strict', 'loose'] as const) {
    const applicable = fitting.filter((method) => isApplicable(conversions, method, argumentTypes, willingness));
    if (applicable.length > 0) return mostSpecific(conversions, applicable, argumentTypes);
  }
  return {kind: 'none'};
}

function isApplicable(conversions: Conversions, method: MethodSymbol, argumentTypes: readonly Type[], willingness: Willingness): boolean {
  if (isUnwilling(method) && argumentTypes.every(({kind}) => kind !== 'null' && kind !== 'error')) return false;
  return parameterTypes(method).every((parameter, index) =>
    conversions.converts(argumentTypes[index] ?? parameter, parameter, willingness),
  );
}

/** Methods of List and Set that take a whole collection want exactly their own element type; only `List.addAll(List)` is like other methods. */
function isUnwilling({owner, name, parameters}: MethodSymbol): boolean {
  if (owner.origin !== 'platform' || (owner.name !== 'List' && owner.name !== 'Set')) return false;
  if (!BULK_METHODS.has(name.toLowerCase())) return false;
  const [collection] = parameters;
  return !(owner.name === 'List' && collection?.type.kind === 'class' && collection.type.symbol.name === 'List');
}

const BULK_METHODS = new Set(['addall', 'removeall', 'retainall']);

function mostSpecific(conversions: Conversions, applicable: readonly MethodSymbol[], argumentTypes: readonly Type[]): OverloadResult {
  const [best, ...others] = applicable.filter((method) =>
    applicable.every((other) => other === method || isAtLeastAsSpecific(conversions, method, other, argumentTypes)),
  );
  // Only a `null` leaves several: it says nothing about which one is meant.
  const isTie = others.length > 0 && argumentTypes.some(({kind}) => kind === 'null');
  return best === undefined || isTie ? {kind: 'ambiguous', methods: applicable} : {kind: 'found', method: best};
}

function isAtLeastAsSpecific(conversions: Conversions, method: MethodSymbol, other: MethodSymbol, argumentTypes: readonly Type[]): boolean {
  return argumentTypes.every((argument, index) => {
    const own = method.parameters[index]?.type ?? argument;
    const theirs = other.parameters[index]?.type ?? argument;
    if (argument.kind === 'null' || isSameType(own, theirs) || isSameType(own, argument)) return true;
    if (isSameType(theirs, argument)) return false;
    return conversions.conversion(own, theirs) !== null;
  });
}

function parameterTypes({parameters}: MethodSymbol): readonly Type[] {
  return parameters.map(({type}) => type);
}
