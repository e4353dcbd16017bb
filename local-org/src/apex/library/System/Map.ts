import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {elementToken} from '../Schema/element-token.ts';
import {listFault} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';
import {cloneRecord} from '../../runtime/sobject-clone.ts';
import {SObject} from '../../runtime/sobject.ts';

type Others = ApexMap | null;
type Records = ApexList | null;

/** Apex Reference Guide, "Map Class". */
export const mapClass = defineClass('System.Map', {
  '<init>()': (_rt, type: RuntimeType) => new ApexMap(type),
  '<init>(Map<K,V>)': (rt, type: RuntimeType, other: Others) => putAll(rt, new ApexMap(type), required(other)),
  '<init>(List<SObject>)': (rt, type: RuntimeType, records: Records) => putRecords(rt, new ApexMap(type), required(records)),
  'clear()': (_rt, self: ApexMap) => {
    self.clear();
  },
  'clone()': (rt, self: ApexMap) => putAll(rt, new ApexMap(self.type), self),
  'containsKey(K)': (rt, self: ApexMap, key: unknown) => self.has(rt, key),
  'deepClone()': (rt, self: ApexMap) => deepClone(rt, self),
  'equals(Map<K,V>)': (rt, self: ApexMap, other: Others) => rt.equals(self, other),
  'get(K)': (rt, self: ApexMap, key: unknown) => self.get(rt, key),
  'getSObjectType()': (rt, self: ApexMap) => elementToken(rt, self.type.arguments[1]),
  'hashCode()': (rt, self: ApexMap) => rt.hashCode(self),
  'isEmpty()': (_rt, self: ApexMap) => self.size === 0,
  'keySet()': (rt, self: ApexMap) => self.keySet(rt.types.set(argument(rt, self, 0))),
  'put(K,V)': (rt, self: ApexMap, key: unknown, value: unknown) => self.put(rt, key, value),
  'putAll(List<SObject>)': (rt, self: ApexMap, records: Records) => {
    for (const record of required(records).elements) self.put(rt, record instanceof SObject ? record.id : null, record);
  },
  'putAll(Map<K,V>)': (rt, self: ApexMap, other: Others) => {
    putAll(rt, self, required(other));
  },
  'remove(K)': (rt, self: ApexMap, key: unknown) => self.remove(rt, key),
  'size()': (_rt, self: ApexMap) => self.size,
  'toString()': (rt, self: ApexMap) => rt.stringOf(self),
  'values()': (rt, self: ApexMap) =>
    new ApexList(
      rt.types.list(argument(rt, self, 1)),
      Array.from(self.entries(), ({value}) => value),
    ),
});

function argument(rt: Runtime, map: ApexMap, index: 0 | 1): RuntimeType {
  return map.type.arguments[index] ?? rt.types.get('Object');
}

function putAll(rt: Runtime, map: ApexMap, other: ApexMap): ApexMap {
  for (const {key, value} of [...other.entries()]) map.put(rt, key, value);
  return map;
}

/**
 * By their Ids. For the constructor they must be there and differ; `putAll` takes any (the tests of apex-rollup rely on it:
 * RollupFlowBulkProcessorTests.skipsAddingRollupForNoOps).
 */
function putRecords(rt: Runtime, map: ApexMap, records: ApexList): ApexMap {
  const ids = new Set<string>();
  records.elements.forEach((record, index) => {
    const id = record instanceof SObject ? record.id : null;
    if (id === null) throw listFault(`Row with null Id at index: ${String(index)}`);
    if (ids.has(id)) throw listFault(`Row with duplicate Id at index: ${String(index)}`);
    ids.add(id);
    map.put(rt, id, record);
  });
  return map;
}

/** Records are copied with their Ids, other values taken over. */
function deepClone(rt: Runtime, map: ApexMap): ApexMap {
  const options = {preserveId: true, isDeepClone: true, preserveReadonlyTimestamps: true, preserveAutonumber: true};
  const copy = new ApexMap(map.type);
  for (const {key, value} of map.entries()) copy.put(rt, key, value instanceof SObject ? cloneRecord(value, options) : value);
  return copy;
}
