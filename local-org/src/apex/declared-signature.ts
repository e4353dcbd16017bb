import {hash} from 'node:crypto';
import type {CompilationUnit} from './syntax/ast.ts';

/**
 * A hash of what other files can see of a class: its declarations without the bodies of methods, initial values and places. As long as it stays the
 * same, code that was compiled against the class stays right.
 */
export function declaredSignature(tree: CompilationUnit): string {
  return hash('sha256', JSON.stringify(tree, withoutInsides), 'base64');
}

function withoutInsides(key: string, value: unknown): unknown {
  switch (key) {
    case 'span':
      return undefined;
    // Whether there is a body at all is seen: a property without accessor bodies is a field.
    case 'body':
      return value !== null;
    case 'initializer':
      return null;
    default:
      return value;
  }
}
