/** Properties of the project's classes: which are no more than fields. */
import type * as ast from '../syntax/ast.ts';
import type {FieldSymbol} from './symbols.ts';

/**
 * Whether a property of a source class has no code of its own: it is a field to the tree. One that may be overridden, or that promises what
 * an heir implements, is called like a method.
 */
export function isAutomatic(field: FieldSymbol): boolean {
  const declaration = propertyDeclaration(field);
  return declaration !== null && isAutomaticDeclaration(declaration);
}

export function isAutomaticDeclaration({accessors, modifiers}: ast.PropertyDeclaration): boolean {
  const isDispatched = modifiers.some(({name}) => name === 'virtual' || name === 'abstract' || name === 'override');
  return !isDispatched && accessors.every(({body}) => body === null);
}

function propertyDeclaration(field: FieldSymbol): ast.PropertyDeclaration | null {
  const node = field.owner.declaration?.node;
  if (node?.kind !== 'class') return null;
  const key = field.name.toLowerCase();
  for (const member of node.members) if (member.kind === 'property' && member.name.text.toLowerCase() === key) return member;
  return null;
}
