/** Types as values: making them, comparing them, putting arguments in for parameters, naming them. */
import type {ClassType, ErrorType, NullType, ParameterSymbol, Type, TypeSymbol, VoidType} from './symbols.ts';

export const NULL_TYPE: NullType = {kind: 'null'};
export const VOID_TYPE: VoidType = {kind: 'void'};
/** The type of what was refused already. */
export const ERROR_TYPE: ErrorType = {kind: 'error'};

export function classType(symbol: TypeSymbol, typeArguments: readonly Type[] = []): ClassType {
  return {kind: 'class', symbol, arguments: typeArguments};
}

export function isSameType(left: Type, right: Type): boolean {
  if (left === right) return true;
  if (left.kind === 'type parameter') return right.kind === 'type parameter' && left.name === right.name;
  if (left.kind !== 'class' || right.kind !== 'class') return left.kind === right.kind;
  return left.symbol === right.symbol && areSameTypes(left.arguments, right.arguments);
}

export function areSameTypes(left: readonly Type[], right: readonly Type[]): boolean {
  return left.length === right.length && left.every((type, index) => isSameType(type, right[index] ?? ERROR_TYPE));
}

/** What stands for each type parameter of a generic symbol. */
export type Bindings = ReadonlyMap<string, Type>;

const NO_BINDINGS: Bindings = new Map();

export function bindingsOf({symbol, arguments: typeArguments}: ClassType): Bindings {
  if (symbol.typeParameters.length === 0) return NO_BINDINGS;
  return new Map(symbol.typeParameters.map((name, index) => [name, typeArguments[index] ?? ERROR_TYPE]));
}

/** The type with arguments in the places of parameters; the same object where nothing changes. */
export function substitute<T extends Type>(type: T, bindings: Bindings): T | Type {
  if (bindings.size === 0) return type;
  if (type.kind === 'type parameter') return bindings.get(type.name) ?? type;
  if (type.kind !== 'class' || type.arguments.length === 0) return type;
  return substituteClass(type, bindings);
}

export function substituteClass(type: ClassType, bindings: Bindings): ClassType {
  if (bindings.size === 0 || type.arguments.length === 0) return type;
  return classType(
    type.symbol,
    type.arguments.map((argument) => substitute(argument, bindings)),
  );
}

/** `List<Lead>`, `Map<Id,List<String>>`, `Database.SaveResult`: the spelling of `Type.getName` and of compiler messages. */
export function displayType(type: Type, nameOf: (symbol: TypeSymbol) => string = qualifiedNameOf): string {
  switch (type.kind) {
    case 'class': {
      const name = nameOf(type.symbol);
      return type.arguments.length === 0 ? name : `${name}<${type.arguments.map((argument) => displayType(argument, nameOf)).join(',')}>`;
    }
    case 'type parameter':
      return type.name;
    case 'null':
      return 'NULL';
    case 'void':
      return 'void';
    case 'error':
      return '(error)';
  }
}

function qualifiedNameOf(symbol: TypeSymbol): string {
  return symbol.qualifiedName;
}

/** The slot under which generated classes hold a method: `save$list<lead>,boolean`. */
export function slotOf(name: string, parameters: readonly ParameterSymbol[]): string {
  return `${name}$${parameters.map(({type}) => displayType(type)).join(',')}`.toLowerCase();
}
