import type {TypedClass, TypedExpression} from '../semantics/typed-tree.ts';

/**
 * Whether every use of the class must see to its statics: its initialisation does something that shows. Where all initial values are plain,
 * nobody can tell when they are set, and reading a static variable is early enough.
 */
export function isInitializedOnTouch({staticInitializers}: TypedClass): boolean {
  return staticInitializers.some(
    (initializer) => initializer.kind === 'block' || (initializer.value !== null && !isPlain(initializer.value)),
  );
}

/** Gives the same value whenever it is evaluated, touches nothing and can't fail. */
function isPlain(value: TypedExpression): boolean {
  switch (value.kind) {
    case 'literal':
    case 'class literal':
    case 'enum constant':
    case 'sobject token':
    case 'field token':
      return true;
    case 'new collection':
      return value.elements.every(isPlain);
    case 'new map':
      return value.entries.every((entry) => isPlain(entry.key) && isPlain(entry.value));
    default:
      return false;
  }
}
