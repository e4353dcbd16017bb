/**
 * Members that a class of the project has without writing them. Their `span` is null and their keys are slots like those of written
 * members: whoever generates the class provides them.
 */
import {VOID_TYPE, classType, slotOf} from './types.ts';
import type {ClassType, MethodSymbol, ParameterSymbol, Type, TypeSymbol} from './symbols.ts';

interface ImplicitScope {
  readonly object: ClassType;
  readonly string: ClassType;
  readonly integer: ClassType;
  readonly exception: ClassType;
  listOf(element: Type): ClassType;
}

interface Traits {
  readonly isConstructor?: boolean;
  readonly isStatic?: boolean;
  readonly visibility?: MethodSymbol['visibility'];
}

function implicit(
  owner: TypeSymbol,
  name: string,
  parameters: readonly ParameterSymbol[],
  returnType: Type,
  traits: Traits = {},
): MethodSymbol {
  return {
    name,
    owner,
    isConstructor: traits.isConstructor ?? false,
    isStatic: traits.isStatic ?? false,
    isAbstract: false,
    isVirtual: false,
    isOverride: false,
    visibility: traits.visibility ?? 'global',
    testVisible: false,
    parameters,
    returnType,
    key: slotOf(name, parameters),
    annotations: [],
    span: null,
  };
}

/**
 * The constructor without arguments of a class that declares none. It is as visible as the class ("Using Constructors", Apex Developer
 * Guide: a class without a constructor has one without arguments that is public).
 */
export function defaultConstructor(owner: TypeSymbol): MethodSymbol {
  return implicit(owner, '<init>', [], VOID_TYPE, {isConstructor: true, visibility: 'public'});
}

/** What every exception can be made from (Apex Developer Guide, "Create Custom Exceptions"). Written ones with the same arguments come before them. */
export function exceptionConstructors(
  owner: TypeSymbol,
  declared: readonly MethodSymbol[],
  {string, exception}: ImplicitScope,
): readonly MethodSymbol[] {
  const message = {name: 'message', type: string};
  const cause = {name: 'cause', type: exception};
  const forms: readonly (readonly ParameterSymbol[])[] = [[], [message], [cause], [message, cause]];
  const written = new Set(declared.map(({key}) => key));
  return forms
    .map((parameters) => implicit(owner, '<init>', parameters, VOID_TYPE, {isConstructor: true, visibility: 'public'}))
    .filter(({key}) => !written.has(key));
}

/** Apex Developer Guide, "Enums": `values()`, `valueOf(name)`, and `name()`, `ordinal()` of each constant. */
export function enumMembers(owner: TypeSymbol, scope: ImplicitScope): readonly MethodSymbol[] {
  const itself = classType(owner);
  return [
    implicit(owner, 'values', [], scope.listOf(itself), {isStatic: true}),
    implicit(owner, 'valueOf', [{name: 'name', type: scope.string}], itself, {isStatic: true}),
    implicit(owner, 'name', [], scope.string),
    implicit(owner, 'ordinal', [], scope.integer),
  ];
}

/** Objects of a class can be cloned, shallowly (Apex Developer Guide, "Class Methods"); the result has the class's own type. */
export function objectMembers(owner: TypeSymbol, declared: readonly MethodSymbol[]): readonly MethodSymbol[] {
  const hasOwn = declared.some((method) => method.name.toLowerCase() === 'clone' && method.parameters.length === 0);
  return hasOwn ? [] : [implicit(owner, 'clone', [], classType(owner))];
}
