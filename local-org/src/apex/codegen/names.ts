/**
 * The names under which generated code holds things. They depend on declarations alone, so that files can be generated one by one.
 *
 * | Thing | Name |
 * |---|---|
 * | local variable | `v_` and its id |
 * | instance field | `f_` and its name; with the depth of its class where a superclass has one of that name |
 * | static field | the same, a property of the statics of its class |
 * | method | `MethodSymbol.key`; with the name of its class where it is private to it |
 * | method of a platform interface, called by number of arguments | `compareto/1` |
 * | accessor | `get name`, `set name` |
 * | constructor | `<init>$` and the parameter types |
 */
import type {ClassType, FieldSymbol, MethodSymbol, Type, TypeSymbol} from '../semantics/symbols.ts';
import type {Local} from '../semantics/typed-tree.ts';

export function localName({id}: Local): string {
  return 'v_' + id;
}

export function fieldSlot(field: FieldSymbol): string {
  const key = field.name.toLowerCase();
  const depth = field.isStatic ? 0 : shadowDepth(field.owner, key);
  return depth === 0 ? 'f_' + key : `f_${key}$${String(depth)}`;
}

/** How many superclasses have an instance field of that name. */
function shadowDepth(owner: TypeSymbol, key: string): number {
  let depth = 0;
  for (let type = owner.superclass; type !== null; type = type.symbol.superclass) {
    const field = type.symbol.fields.get(key);
    if (field !== undefined && !field.isStatic) depth++;
  }
  return depth;
}

export function getterSlot(field: FieldSymbol): string {
  return 'get ' + field.name.toLowerCase();
}

export function setterSlot(field: FieldSymbol): string {
  return 'set ' + field.name.toLowerCase();
}

/** A private method that can't be overridden is nobody else's: a subclass may have one of the same name. (Abstract methods may be private.) */
export function methodSlot({key, owner, visibility, isStatic, isVirtual, isAbstract, isOverride}: MethodSymbol): string {
  const isOwn = visibility === 'private' && !isStatic && !isVirtual && !isAbstract && !isOverride;
  return isOwn ? `${key} of ${owner.qualifiedName}` : key;
}

/** By name and number of arguments, for calls from outside of the project's types. */
export function aritySlot(name: string, arity: number): string {
  return `${name.toLowerCase()}/${String(arity)}`;
}

export function constructorSlot(constructor: MethodSymbol): string {
  return '<init>$' + constructor.parameters.map(({type}) => slotTypeName(type)).join(',');
}

/** Lower-case, without `System.`. */
function slotTypeName(type: Type): string {
  const name = typeName(type).toLowerCase();
  return name.replaceAll(/\bsystem\./g, '');
}

/** The name by which `RuntimeTypes.get` knows a type. */
export function typeName(type: Type): string {
  switch (type.kind) {
    case 'class':
      return type.arguments.length === 0
        ? type.symbol.qualifiedName
        : `${type.symbol.qualifiedName}<${type.arguments.map(typeName).join(',')}>`;
    case 'type parameter':
    case 'null':
    case 'error':
      return 'Object';
    case 'void':
      return 'void';
  }
}

/** With namespace, as the library's registry has it: `System.String`, `Database.SaveResult`. */
export function libraryClassName(symbol: TypeSymbol): string {
  const namespace = symbol.namespace ?? 'System';
  const prefix = namespace.toLowerCase() + '.';
  return symbol.qualifiedName.toLowerCase().startsWith(prefix) ? symbol.qualifiedName : `${namespace}.${symbol.qualifiedName}`;
}

export function isPlatformException(type: ClassType | null): boolean {
  for (let at = type; at !== null; at = at.symbol.superclass) {
    if (at.symbol.origin === 'platform' && libraryClassName(at.symbol) === 'System.Exception') return true;
  }
  return false;
}

/** The top-level class around a type. */
export function outermost(symbol: TypeSymbol): TypeSymbol {
  let type = symbol;
  while (type.outer !== null) type = type.outer;
  return type;
}

/** A JavaScript string literal. */
export function quote(text: string): string {
  return JSON.stringify(text).replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
}

/** `target.name` or `target["na me"]`. */
export function member(target: string, slot: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(slot) ? `${target}.${slot}` : `${target}[${quote(slot)}]`;
}
