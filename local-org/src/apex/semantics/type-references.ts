/** Written types, looked up without reporting what is wrong with them: the binder does that where it checks declarations. */
import type * as ast from '../syntax/ast.ts';
import {ERROR_TYPE, classType} from './types.ts';
import type {ClassType, Type, TypeSymbol} from './symbols.ts';

interface Finder {
  findType(parts: readonly string[], from: TypeSymbol | null): TypeSymbol | null;
  listOf(element: Type): ClassType;
}

/** The type that a reference names as seen from a class; the error type where there is no such type. */
export function resolveTypeReference(finder: Finder, reference: ast.TypeReference, from: TypeSymbol | null): Type {
  const symbol = finder.findType(
    reference.parts.map(({name}) => name.text),
    from,
  );
  if (symbol === null) return ERROR_TYPE;
  const typeArguments = reference.parts
    .flatMap((part) => part.typeArguments)
    .map((argument) => resolveTypeReference(finder, argument, from));
  if (typeArguments.length !== symbol.typeParameters.length) return ERROR_TYPE;
  let type: Type = classType(symbol, typeArguments);
  for (let dimension = 0; dimension < reference.arrayDimensions; dimension++) type = finder.listOf(type);
  return type;
}
