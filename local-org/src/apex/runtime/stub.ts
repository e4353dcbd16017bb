/** `Test.createStub` (Apex Developer Guide, "Build a Mocking Framework with the Stub API"). */
import type {MethodInfo} from '../codegen/unit.ts';
import {ApexObject} from './apex-object.ts';
import {aritySlot} from './arity-slots.ts';
import type {ClassTable} from './class-table.ts';
import {typeFault} from './fault.ts';
import {ApexList} from './list.ts';
import {cast} from './operations/casts.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeType} from './runtime-type.ts';
import type {JavaScriptClass, SlotFunction} from './script.ts';

/**
 * An object of a class, or of one that implements an interface, of which every instance method asks the provider. No constructor runs. "Static methods,
 * private methods, properties and constructors can't be mocked."
 */
export function createStub(rt: Runtime, classes: ClassTable, type: RuntimeType, provider: object): object {
  const info = classes.info(type.name);
  if (info === null || info.kind === 'enum') throw typeFault(`Cannot create a stub of ${type.name}: only classes and interfaces of the project can be stubbed`);
  const base = info.kind === 'interface' ? (ApexObject as unknown as JavaScriptClass) : classes.constructorOf(info.name);
  const Stub = class extends base {};
  const methods = info.kind === 'interface' ? classes.interfaceMethods(info) : classes.methods(info);
  for (const method of methods) {
    if (method.isStatic || method.isConstructor || method.visibility === 'private') continue;
    const answer = answering(rt, provider, method);
    Object.defineProperty(Stub.prototype, method.slot, {value: answer, configurable: true});
    Object.defineProperty(Stub.prototype, aritySlot(method.name, method.parameters.length), {value: answer, configurable: true});
  }
  Object.defineProperty(Stub.prototype, 'type', {value: type});
  return new Stub();
}

function answering(rt: Runtime, provider: object, {name, parameters, returnType}: MethodInfo): SlotFunction {
  return function (this: object, ...args) {
    const {types, language} = rt;
    const typeList = types.list(types.get('Type'));
    const parameterTypes = parameters.map(({type}) => language.typeToken(rt, types.get(type)));
    const names = parameters.map((parameter) => parameter.name);
    const result = types.get(returnType === 'void' ? 'Object' : returnType);
    const answer = rt.invoke(provider, 'handleMethodCall', [
      this,
      name,
      returnType === 'void' ? null : language.typeToken(rt, result),
      new ApexList(typeList, parameterTypes),
      new ApexList(types.list(types.get('String')), names),
      new ApexList(types.list(types.get('Object')), [...args]),
    ]);
    return returnType === 'void' ? null : cast(rt, answer, result);
  };
}
