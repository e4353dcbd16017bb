/** What modifiers and annotations say. */
import type * as ast from '../syntax/ast.ts';
import type {Visibility} from './symbols.ts';

const VISIBILITIES: readonly Visibility[] = ['global', 'public', 'protected', 'private'];

/** Without a modifier, members and types are private (Apex Developer Guide, "Access Modifiers"); `webservice` implies global. */
export function visibilityOf(modifiers: readonly ast.Modifier[], otherwise: Visibility = 'private'): Visibility {
  if (hasModifier(modifiers, 'webservice')) return 'global';
  return VISIBILITIES.find((visibility) => hasModifier(modifiers, visibility)) ?? otherwise;
}

export function hasModifier(modifiers: readonly ast.Modifier[], name: ast.ModifierName): boolean {
  return modifiers.some((modifier) => modifier.name === name);
}

export function isAnnotated(annotations: readonly ast.Annotation[], name: string): boolean {
  return annotations.some((annotation) => annotation.name.text.toLowerCase() === name);
}
