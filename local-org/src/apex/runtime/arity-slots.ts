/**
 * Calls by name and number of arguments, as the platform makes them on objects of a project (`compareTo`, `iterator`, `execute`, `equals`): each class
 * gets a slot `name/number` for its methods.
 */
import type {MethodInfo} from '../codegen/unit.ts';
import type {RuntimeType} from './runtime-type.ts';
import type {Instance, SlotFunction} from './script.ts';

export function aritySlot(name: string, arity: number): string {
  return `${name.toLowerCase()}/${String(arity)}`;
}

/**
 * @param methods of the class and of its superclasses, nearest first
 * @param own how many of them are the class's own
 */
export function defineAritySlots(
  prototype: object,
  methods: readonly MethodInfo[],
  own: number,
  typeOf: (name: string) => RuntimeType,
): void {
  const slots = new Set(methods.slice(0, own).filter(isCallable).map(slotOf));
  for (const slot of slots) {
    const overloads = firstOfEachSlot(methods.filter((method) => isCallable(method) && slotOf(method) === slot));
    Object.defineProperty(prototype, slot, {value: caller(overloads, typeOf), writable: true, configurable: true});
  }
}

function isCallable({isStatic, isConstructor, visibility}: MethodInfo): boolean {
  return !isStatic && !isConstructor && visibility !== 'private';
}

function slotOf({name, parameters}: MethodInfo): string {
  return aritySlot(name, parameters.length);
}

function firstOfEachSlot(methods: readonly MethodInfo[]): readonly MethodInfo[] {
  return methods.filter((method, index) => methods.findIndex(({slot}) => slot === method.slot) === index);
}

function caller(overloads: readonly MethodInfo[], typeOf: (name: string) => RuntimeType): SlotFunction {
  const [only] = overloads;
  if (only === undefined) throw new Error('A slot without methods.');
  const {slot} = only;
  if (overloads.length === 1)
    return function (this: Instance, ...args) {
      return (this[slot] as SlotFunction)(...args);
    };
  // Which of several overloads is meant shows in the arguments.
  const types = overloads.map(({parameters}) => parameters.map(({type}) => typeOf(type)));
  return function (this: Instance, ...args) {
    const fit = types.findIndex((parameters) => parameters.every((type, at) => args[at] === null || type.isInstance(args[at])));
    return (this[(overloads[fit] ?? only).slot] as SlotFunction)(...args);
  };
}
