/** `Type.newInstance()` (Apex Reference Guide, "Type Class"). */
import type {Implementation} from '../library/registry.ts';
import {typeFault} from './fault.ts';
import {ApexList} from './list.ts';
import type {LinkEnvironment} from './linker.ts';
import {ApexMap} from './map.ts';
import {objectNameOf, type RuntimeType} from './runtime-type.ts';
import type {SlotFunction} from './script.ts';
import {ApexSet} from './set.ts';
import {SObject} from './sobject.ts';
import {UnsupportedError} from './unsupported.ts';

export function newInstance(type: RuntimeType, environment: LinkEnvironment): unknown {
  switch (type.kind) {
    case 'list':
      return new ApexList(type);
    case 'set':
      return new ApexSet(type);
    case 'map':
      return new ApexMap(type);
    case 'sobject':
      return newRecord(type, environment);
    case 'class':
      return newObject(type, environment);
    case 'platform':
      return newPlatformObject(type, environment);
    case 'primitive':
    case 'object':
    case 'enum':
    case 'interface':
      throw typeFault(`Type cannot be constructed: ${type.name}`);
  }
}

function newRecord(type: RuntimeType, {schema}: LinkEnvironment): SObject {
  const descriptor = schema.object(objectNameOf(type));
  if (descriptor === null) throw typeFault(`Type cannot be constructed: ${type.name}`);
  return new SObject(descriptor);
}

function newObject({name}: RuntimeType, {classes}: LinkEnvironment): unknown {
  const info = classes.info(name);
  if (info === null || info.isAbstract) throw typeFault(`Abstract classes cannot be constructed: ${name}`);
  // A superclass's constructor isn't inherited, though its slot is; an exception has all four without declaring them.
  const hasOwn = info.isException || info.methods.some(({slot}) => slot === '<init>$');
  if (!hasOwn) throw typeFault(`Class.newInstance() failed: ${name} has no constructor without arguments`);
  const instance = new (classes.constructorOf(name))();
  return (instance['<init>$'] as SlotFunction).call(instance);
}

function newPlatformObject({name}: RuntimeType, {library, rt}: LinkEnvironment): unknown {
  const construct: Implementation | null = library.find(name, '<init>()');
  if (construct === null) throw new UnsupportedError(`U300 ${name}.<init>() is not supported.`);
  return construct(rt);
}
