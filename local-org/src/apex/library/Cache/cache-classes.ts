/** `Cache.Org`, `Cache.Session` and their partitions (Apex Reference Guide, "Cache Namespace"). */
import {ApexDouble} from '../../runtime/double.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {ApexSet} from '../../runtime/set.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import type {ApexEnumValue} from '../../runtime/enum-value.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import type {ApexType} from '../System/Type.ts';
import type {CacheKind, CachePartition} from './partition.ts';
import {defaultPartition, isSessionAvailable, partitionNamed, partitionOfKey} from './partition.ts';

function keySet(rt: Runtime, partition: CachePartition): ApexSet {
  return ApexSet.of(rt, rt.types.set(rt.types.get('String')), partition.keys(rt));
}

function requireMutable(immutable: boolean | null): void {
  if (immutable === true) throw new UnsupportedError('U317 Immutable cache entries are not supported.');
}

const ofPartition: Readonly<Record<string, Implementation>> = {
  'contains(String)': (rt: Runtime, self: CachePartition, key: string | null) => self.contains(rt, required(key)),
  'get(String)': (rt: Runtime, self: CachePartition, key: string | null) => self.get(rt, required(key)),
  'get(Type,String)': (rt: Runtime, self: CachePartition, builder: ApexType | null, key: string | null) =>
    self.load(rt, required(builder).runtimeType, required(key)),
  /** How much of the partition is used, in percent: sizes aren't measured. */
  'getCapacity()': () => new ApexDouble(0),
  'getKeys()': keySet,
  'getName()': (_rt: Runtime, self: CachePartition) => `local.${self.name}`,
  'getNumKeys()': (rt: Runtime, self: CachePartition) => BigInt(self.keys(rt).length),
  'isAvailable()': (rt: Runtime, self: CachePartition) => self.kind === 'Org' || isSessionAvailable(rt),
  'put(String,Object)': (rt: Runtime, self: CachePartition, key: string | null, value: unknown) => {
    self.put(rt, required(key), required(value), null);
  },
  'put(String,Object,Integer)': (rt: Runtime, self: CachePartition, key: string | null, value: unknown, seconds: number | null) => {
    self.put(rt, required(key), required(value), required(seconds));
  },
  'put(String,Object,Cache.Visibility)': (rt: Runtime, self: CachePartition, key: string | null, value: unknown) => {
    self.put(rt, required(key), required(value), null);
  },
  'put(String,Object,Integer,Cache.Visibility,Boolean)': (
    rt: Runtime,
    self: CachePartition,
    key: string | null,
    value: unknown,
    seconds: number | null,
    _visibility: ApexEnumValue | null,
    immutable: boolean | null,
  ) => {
    requireMutable(immutable);
    self.put(rt, required(key), required(value), required(seconds));
  },
  'remove(String)': (rt: Runtime, self: CachePartition, key: string | null) => self.remove(rt, required(key)),
  'remove(Type,String)': (rt: Runtime, self: CachePartition, builder: ApexType | null, key: string | null) =>
    self.remove(rt, self.builderKey(rt, required(builder).runtimeType, required(key))),
};

/** The same over a key that names its partition or means the default one. */
function cacheClass(kind: CacheKind): ClassDefinition {
  const at = (rt: Runtime, key: string | null) => partitionOfKey(rt, kind, required(key));
  const put = (rt: Runtime, qualifiedKey: string | null, value: unknown, seconds: number | null): void => {
    const {partition, key} = at(rt, qualifiedKey);
    partition.put(rt, key, required(value), seconds);
  };
  return defineClass(`Cache.${kind}`, {
    'getPartition(String)': (rt: Runtime, name: string | null) => partitionNamed(rt, kind, required(name)),
    'contains(String)': (rt: Runtime, qualifiedKey: string | null) => {
      const {partition, key} = at(rt, qualifiedKey);
      return partition.contains(rt, key);
    },
    'get(String)': (rt: Runtime, qualifiedKey: string | null) => {
      const {partition, key} = at(rt, qualifiedKey);
      return partition.get(rt, key);
    },
    'get(Type,String)': (rt: Runtime, builder: ApexType | null, qualifiedKey: string | null) => {
      const {partition, key} = at(rt, qualifiedKey);
      return partition.load(rt, required(builder).runtimeType, key);
    },
    'getKeys()': (rt: Runtime) => keySet(rt, defaultPartition(rt, kind)),
    'getName()': (rt: Runtime) => `local.${defaultPartition(rt, kind).name}`,
    'getNumKeys()': (rt: Runtime) => BigInt(defaultPartition(rt, kind).keys(rt).length),
    'put(String,Object)': (rt: Runtime, key: string | null, value: unknown) => {
      put(rt, key, value, null);
    },
    'put(String,Object,Integer)': (rt: Runtime, key: string | null, value: unknown, seconds: number | null) => {
      put(rt, key, value, required(seconds));
    },
    'put(String,Object,Cache.Visibility)': (rt: Runtime, key: string | null, value: unknown) => {
      put(rt, key, value, null);
    },
    'remove(String)': (rt: Runtime, qualifiedKey: string | null) => {
      const {partition, key} = at(rt, qualifiedKey);
      return partition.remove(rt, key);
    },
    ...(kind === 'Session' ? {'isAvailable()': isSessionAvailable} : {}),
  });
}

export const cacheClasses: readonly ClassDefinition[] = [
  cacheClass('Org'),
  cacheClass('Session'),
  defineClass('Cache.Partition', ofPartition),
  defineClass('Cache.OrgPartition', ofPartition),
  defineClass('Cache.SessionPartition', ofPartition),
];
