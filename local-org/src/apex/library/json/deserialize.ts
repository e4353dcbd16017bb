/** `JSON.deserialize`, `deserializeStrict` and `deserializeUntyped` (Apex Reference Guide, "JSON Class"). */
import {jsonFault} from './json-reader.ts';
import {deserializeRecord} from './deserialize-record.ts';
import {primitiveOf} from './deserialize-primitive.ts';
import {deserializeResult} from './deserialize-result.ts';
import {JsonNumber, type JsonNode} from './json-tree.ts';
import {InvocableError, InvocableResult, type InvocableAction} from '../Invocable/Action.ts';
import {Decimal} from '../../runtime/decimal.ts';
import {ApexList} from '../../runtime/list.ts';
import {MAX_INTEGER, MIN_INTEGER, wrapLong} from '../../runtime/long.ts';
import {ApexMap} from '../../runtime/map.ts';
import type {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {InstanceField, RuntimeType} from '../../runtime/runtime-type.ts';
import {ApexSet} from '../../runtime/set.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/** Objects as Map<String,Object>, arrays as List<Object>, whole numbers as Integer or Long, others as Decimal. */
export function untypedOf(rt: Runtime, node: JsonNode): unknown {
  if (node instanceof JsonNumber) return untypedNumber(node);
  if (node instanceof Map) {
    const map = new ApexMap(rt.types.get('Map<String,Object>'));
    for (const [name, value] of node) map.put(rt, name, untypedOf(rt, value as JsonNode));
    return map;
  }
  if (Array.isArray(node)) {
    return new ApexList(
      rt.types.get('List<Object>'),
      node.map((element: JsonNode) => untypedOf(rt, element)),
    );
  }
  return node;
}

function untypedNumber({text, isInteger, location}: JsonNumber): unknown {
  if (!isInteger) return Decimal.parse(text);
  const value = Number(text);
  if (value <= MAX_INTEGER && value >= MIN_INTEGER) return value + 0;
  const long = BigInt(text);
  if (wrapLong(long) !== long) throw jsonFault(`For input string: "${text}"${location()}`);
  return long;
}

/** A value of a type. @param isStrict whether names that the type doesn't know are refused */
export function typedOf(rt: Runtime, node: JsonNode, type: RuntimeType, isStrict: boolean): unknown {
  if (node === null) return null;
  switch (type.kind) {
    case 'primitive':
      return primitiveOf(rt, node, type.name);
    case 'enum':
      return enumOf(rt, node, type);
    case 'list':
      return new ApexList(
        type,
        elementsOf(node).map((element) => typedOf(rt, element, argument(type, 0), isStrict)),
      );
    case 'set':
      return ApexSet.of(
        rt,
        type,
        elementsOf(node).map((element) => typedOf(rt, element, argument(type, 0), isStrict)),
      );
    case 'map':
      return mapOf(rt, node, type, isStrict);
    case 'sobject':
      return deserializeRecord(rt, membersOf(node), type, isStrict);
    case 'class':
      return objectOf(rt, node, type, isStrict);
    case 'platform': {
      const members = membersOf(node);
      const object = deserializeResult(rt, members, type.name) ?? invocableOf(rt, members, type.name, isStrict);
      if (object === null) throw new UnsupportedError(`U305 Reading ${type.name} from JSON is not supported.`);
      return object;
    }
    case 'object':
    case 'interface':
      throw jsonFault(`Apex Type unsupported in JSON: ${type.name}`);
  }
}

/** Tests make results of actions from JSON: their classes have no constructors with arguments. Null for types that this can't read. */
function invocableOf(rt: Runtime, members: ReadonlyMap<string, JsonNode>, type: string, isStrict: boolean): PlatformObject | null {
  const read = (name: string, memberType: string): unknown => typedOf(rt, members.get(name) ?? null, rt.types.get(memberType), isStrict);
  switch (type) {
    case 'Invocable.Action.Error':
      return new InvocableError(read('code', 'String') as string | null, read('message', 'String') as string | null);
    case 'Invocable.Action.Result':
      return new InvocableResult({
        action: read('action', 'Invocable.Action') as InvocableAction | null,
        isSuccess: read('success', 'Boolean') === true,
        errors: read('errors', 'List<Invocable.Action.Error>') as ApexList | null,
        invocationParameters: untypedMap(rt, members.get('invocationParameters')),
        outputParameters: untypedMap(rt, members.get('outputParameters')),
      });
    default:
      return null;
  }
}

function untypedMap(rt: Runtime, node: JsonNode | undefined): ApexMap | null {
  const map = untypedOf(rt, node ?? null);
  return map instanceof ApexMap ? map : null;
}

function argument(type: RuntimeType, index: number): RuntimeType {
  const found = type.arguments[index];
  if (found === undefined) throw new Error(`The type ${type.name} has no element type ${String(index)}.`);
  return found;
}

const EXPECTED = {
  '[': "Malformed JSON: Expected '[' at the beginning of List/Set",
  '{': "Malformed JSON: Expected '{' at the beginning of object",
} as const;

/** The platform looks at how the text begins before it reads on: a broken rest matters only where the beginning fits the type. */
export function requireBeginning(text: string, {kind}: RuntimeType): void {
  const beginning = /^\s*(["{[])/.exec(text)?.[1];
  const wanted = kind === 'list' || kind === 'set' ? '[' : kind === 'map' || kind === 'sobject' || kind === 'class' ? '{' : undefined;
  if (beginning !== undefined && wanted !== undefined && beginning !== wanted) throw jsonFault(EXPECTED[wanted]);
}

function elementsOf(node: JsonNode): readonly JsonNode[] {
  if (!Array.isArray(node)) throw jsonFault(EXPECTED['[']);
  return node as readonly JsonNode[];
}

function membersOf(node: JsonNode): ReadonlyMap<string, JsonNode> {
  if (!(node instanceof Map)) throw jsonFault(EXPECTED['{']);
  return node as ReadonlyMap<string, JsonNode>;
}

function enumOf(rt: Runtime, node: JsonNode, type: RuntimeType): unknown {
  const constant = typeof node === 'string' ? rt.types.enumValues(type.name).find(({name}) => name === node) : undefined;
  if (constant === undefined)
    throw jsonFault(`Illegal value for enum ${type.name}: ${typeof node === 'string' ? node : JSON.stringify(node)}`);
  return constant;
}

function mapOf(rt: Runtime, node: JsonNode, type: RuntimeType, isStrict: boolean): ApexMap {
  const map = new ApexMap(type);
  const keyType = argument(type, 0);
  for (const [name, value] of membersOf(node)) {
    map.put(
      rt,
      keyType.kind === 'enum' ? enumOf(rt, name, keyType) : primitiveOf(rt, name, keyType.name),
      typedOf(rt, value, argument(type, 1), isStrict),
    );
  }
  return map;
}

const fieldsByName = new WeakMap<RuntimeType, ReadonlyMap<string, InstanceField>>();

/** An object none of whose constructors or initialisers runs; names are found whatever their case. */
function objectOf(rt: Runtime, node: JsonNode, type: RuntimeType, isStrict: boolean): object {
  const members = membersOf(node);
  const object = rt.types.allocate(type);
  const fields = fieldsOf(rt, type);
  for (const [name, value] of members) {
    const field = fields.get(name.toLowerCase());
    if (field === undefined) {
      if (isStrict) throw jsonFault(`Unknown field: ${type.name}.${name}`);
    } else if (!field.isTransient) field.set(object, typedOf(rt, value, field.type, isStrict));
  }
  return object;
}

function fieldsOf(rt: Runtime, type: RuntimeType): ReadonlyMap<string, InstanceField> {
  let fields = fieldsByName.get(type);
  if (fields === undefined) {
    fields = new Map(rt.types.instanceFields(type).map((field) => [field.name.toLowerCase(), field]));
    fieldsByName.set(type, fields);
  }
  return fields;
}
