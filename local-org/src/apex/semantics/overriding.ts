/**
 * Which method of a superclass or interface a method implements or overrides: one with the same name and parameters (Apex Developer
 * Guide, "Extending a Class", "Interfaces"). A parameter may be spelled more generally than the interface's, so that `List<SObject>` and
 * `List<Lead>` meet (`execute` of a `Database.Batchable<Lead>`).
 */
import type {Conversions} from './conversions.ts';
import type {Members} from './members.ts';
import {registryName} from './platform-symbols.ts';
import {bindingsOf, classType, isSameType, substitute} from './types.ts';
import type {ClassType, MethodSymbol, Type} from './symbols.ts';

export function overriddenBy(members: Members, conversions: Conversions, method: MethodSymbol): readonly MethodSymbol[] {
  if (method.isConstructor || method.isStatic) return [];
  return members
    .supertypes(classType(method.owner))
    .flatMap((supertype) => withReturnTypesThatFit(conversions, matchesIn(conversions, supertype, method), method));
}

function matchesIn(conversions: Conversions, supertype: ClassType, method: MethodSymbol): readonly MethodSymbol[] {
  const declared = supertype.symbol.methods.get(method.name.toLowerCase()) ?? [];
  const bindings = bindingsOf(supertype);
  const isInterface = supertype.symbol.kind === 'interface';
  return declared
    .map((candidate) => ({
      ...candidate,
      parameters: candidate.parameters.map(({name, type}) => ({name, type: substitute(type, bindings)})),
      returnType: substitute(candidate.returnType, bindings),
    }))
    .filter((candidate) => !candidate.isStatic && candidate.parameters.length === method.parameters.length)
    .filter((candidate) =>
      candidate.parameters.every(({type}, index) => {
        const own = method.parameters[index]?.type;
        return own !== undefined && (isSameType(type, own) || (isInterface && isWider(conversions, own, type)));
      }),
    );
}

/** Whether a method that takes `own` can stand for one that takes `required`. */
function isWider(conversions: Conversions, own: Type, required: Type): boolean {
  return conversions.conversion(required, own) === 'widen';
}

/**
 * Where the platform offers one method with several return types (`start` of `Database.Batchable`), the one of the same type is meant, or
 * the one that fits. Where none fits all are kept, so that the wrong return type can be reported.
 */
function withReturnTypesThatFit(
  conversions: Conversions,
  candidates: readonly MethodSymbol[],
  {returnType}: MethodSymbol,
): readonly MethodSymbol[] {
  const same = candidates.filter((candidate) => isSameType(returnType, candidate.returnType));
  if (same.length > 0) return same;
  // `equals` with a result of its own hides what every object has, and overrides nothing.
  if (candidates.every(({owner}) => registryName(owner) === 'Object')) return [];
  const fitting = candidates.filter((candidate) => conversions.conversion(returnType, candidate.returnType) === 'widen');
  return fitting.length > 0 ? fitting : candidates;
}
