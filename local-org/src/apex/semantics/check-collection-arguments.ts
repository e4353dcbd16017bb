/**
 * What collections are made of and filled with. Their constructors and `addAll`, `putAll` have checks of their own in the platform's compiler, beyond
 * that an argument converts: a Set isn't made of a List of something else, nor a Map of records that aren't its values.
 */
import {isCollection, isSObject, listElement} from './operand-types.ts';
import type {ClassType, Type} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/** What is wrong with `new Set<T>(argument)` and its kin, or null. */
export function initializerMistake(unit: Unit, type: ClassType, args: readonly TypedExpression[]): string | null {
  const [argument, ...others] = args;
  if (argument === undefined || others.length > 0) return null;
  const {universe} = unit;
  const found = `Invalid initializer type ${unit.display(argument.type)} found for ${unit.display(type)}`;
  if (isCollection(universe, type, 'map')) {
    const isFit = universe.isSame(argument.type, type) || areRecordsFor(unit, argument.type, type);
    return isFit ? null : `${found}: expected a Map with the same key and value types, or a valid SObject List`;
  }
  const [element] = type.arguments;
  if (element === undefined) return null;
  const isOfElements = isListOrSet(unit, argument.type) && universe.isSame(argument.type.arguments[0] ?? universe.well.error, element);
  if (isCollection(universe, type, 'set'))
    return isOfElements ? null : `${found}: expected a List or a Set of type: ${unit.display(element)}`;
  if (!isCollection(universe, type, 'list')) return null;
  const isFit = isOfElements || universe.isSame(argument.type, universe.well.integer);
  return isFit ? null : `${found}: expected an Integer or a List of type ${unit.display(element)}`;
}

/** What is wrong with a call of a method of a collection, or null. */
export function fillingMistake(unit: Unit, receiver: ClassType, name: string, args: readonly TypedExpression[]): string | null {
  const {universe} = unit;
  const [argument] = args;
  if (argument?.type.kind !== 'class') return null;
  const types = (relation: string): string => `${unit.display(argument.type)}${relation}${unit.display(receiver)}`;
  const element = listElement(universe, argument.type);
  if (element === null) return null;
  switch (name.toLowerCase()) {
    case 'putall':
      if (!isCollection(universe, receiver, 'map') || areRecordsFor(unit, argument.type, receiver)) return null;
      return `Invalid putAll type ${types(' found for ')}`;
    case 'addall':
      if (!isCollection(universe, receiver, 'list') || universe.isSubtype(argument.type, receiver)) return null;
      return `Illegal all method call for argument type, ${types(', for collection: ')}`;
    default:
      return null;
  }
}

/** A list of records that go into the map under their Ids. */
function areRecordsFor(unit: Unit, type: Type, {arguments: [key, value]}: ClassType): boolean {
  const {universe} = unit;
  const element = listElement(universe, type);
  if (element === null || key === undefined || value === undefined || !isSObject(universe, value)) return false;
  const isId = universe.isSame(key, universe.well.id) || universe.isSame(key, universe.well.string);
  return isId && universe.isSubtype(element, value);
}

function isListOrSet({universe}: Unit, type: Type): type is ClassType {
  return isCollection(universe, type, 'list') || isCollection(universe, type, 'set');
}
