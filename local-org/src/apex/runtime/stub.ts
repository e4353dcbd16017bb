/** `Test.createStub` (Apex Developer Guide, "Build a Mocking Framework with the Stub API"). */
import type {ClassInfo, MethodInfo} from '../codegen/unit.ts';
import {ApexObject} from './apex-object.ts';
import {aritySlot} from './arity-slots.ts';
import type {ClassTable} from './class-table.ts';
import {typeFault} from './fault.ts';
import {ApexList} from './list.ts';
import {cast} from './operations/casts.ts';
import type {Runtime} from './runtime.ts';
import type {RuntimeType} from './runtime-type.ts';
import type {JavaScriptClass, SlotFunction} from './script.ts';

/** What a stub shows as its class in text: `String.valueOf(stub)` is `Foo__sfdc_ApexStub:[…]`, on which mocking frameworks rely. */
export const STUB_SUFFIX = '__sfdc_ApexStub';

const PROVIDER = Symbol('provider');

interface Stub {
  readonly [PROVIDER]: object;
}

/** The stub class of each class, made once. */
const stubClasses = new WeakMap<RuntimeType, JavaScriptClass>();

export function isStub(object: object): boolean {
  return PROVIDER in object;
}

/**
 * An object of a class, or of one that implements an interface, of which every instance method asks the provider. No constructor runs. Static methods,
 * private methods, properties and constructors aren't mocked.
 */
export function createStub(rt: Runtime, classes: ClassTable, type: RuntimeType, provider: object): object {
  let stubClass = stubClasses.get(type);
  if (stubClass === undefined) {
    stubClass = stubClassOf(rt, classes, type);
    stubClasses.set(type, stubClass);
  }
  const stub = new stubClass();
  Object.defineProperty(stub, PROVIDER, {value: provider});
  return stub;
}

function stubClassOf(rt: Runtime, classes: ClassTable, type: RuntimeType): JavaScriptClass {
  const info = classes.info(type.name);
  if (info === null || info.kind === 'enum')
    throw typeFault(`Cannot create a stub of ${type.name}: only classes and interfaces of the project can be stubbed`);
  const base = info.kind === 'interface' ? (ApexObject as unknown as JavaScriptClass) : classes.constructorOf(info.name);
  const stubClass = class extends base {};
  for (const method of methodsOf(classes, info)) {
    if (method.isStatic || method.isConstructor || method.visibility === 'private') continue;
    const value = answering(rt, method);
    Object.defineProperty(stubClass.prototype, method.slot, {value, configurable: true});
    Object.defineProperty(stubClass.prototype, aritySlot(method.name, method.parameters.length), {value, configurable: true});
  }
  Object.defineProperty(stubClass.prototype, 'type', {value: type});
  return stubClass;
}

function methodsOf(classes: ClassTable, info: ClassInfo): readonly MethodInfo[] {
  return info.kind === 'interface' ? classes.interfaceMethods(info) : classes.methods(info);
}

function answering(rt: Runtime, {name, parameters, returnType}: MethodInfo): SlotFunction {
  const isVoid = returnType === 'void';
  const type = (typeName: string): RuntimeType => rt.types.get(typeName);
  const token = (typeName: string): unknown => rt.language.typeToken(rt, type(typeName));
  return function (this: object, ...args) {
    const answer = rt.invoke((this as Stub)[PROVIDER], 'handleMethodCall', [
      this,
      name,
      isVoid ? null : token(returnType),
      new ApexList(
        type('List<Type>'),
        parameters.map((parameter) => token(parameter.type)),
      ),
      new ApexList(
        type('List<String>'),
        parameters.map((parameter) => parameter.name),
      ),
      new ApexList(type('List<Object>'), [...args]),
    ]);
    return isVoid ? null : cast(rt, answer, type(returnType));
  };
}
