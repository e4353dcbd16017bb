import {InternalError} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';

/**
 * Calls a method of a platform interface on an object of the project. A static method may stand in for it (apex-recipes, QueueableRecipes:
 * `public static void execute(QueueableContext qc)`).
 */
export function callInterface(rt: Runtime, target: object, method: string, args: readonly unknown[]): unknown {
  if (rt.responds(target, method, args.length)) return rt.invoke(target, method, args);
  const {generation} = rt.org;
  const key = method.toLowerCase();
  let info = generation.classes.info(rt.typeOf(target).name);
  while (info !== null) {
    const found = info.methods.find(
      ({name, isStatic, parameters}) => isStatic && name.toLowerCase() === key && parameters.length === args.length,
    );
    if (found !== undefined) return generation.staticMethod(info.name, found.slot)?.(...args);
    info = info.superclass === null ? null : generation.classes.info(info.superclass);
  }
  throw new InternalError(`${rt.typeOf(target).name} has no method ${method} with ${String(args.length)} arguments.`);
}
