import {jsonFault} from './json-reader.ts';
import {primitiveOf} from './deserialize-primitive.ts';
import type {JsonNode} from './json-tree.ts';
import type {ChildRelationship, SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {objectNameOf, type RuntimeType} from '../../runtime/runtime-type.ts';
import {setChildren, setField, setParent, SObject} from '../../runtime/sobject.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';

/**
 * A record from its fields by their API names, parents as nested objects, children as `{"records": […]}`. The type of a plain SObject is in its attributes.
 * Names that the object doesn't have are left out, or refused when strict ("deserializeStrict": `No such column 'x' on sobject of type Account`).
 */
export function deserializeRecord(rt: Runtime, members: ReadonlyMap<string, JsonNode>, type: RuntimeType, isStrict: boolean): SObject {
  const descriptor = descriptorOf(rt, members, type);
  const record = new SObject(descriptor);
  for (const [name, node] of members) {
    if (name !== 'attributes') setMember(rt, record, name, node, isStrict);
  }
  return record;
}

function descriptorOf(rt: Runtime, members: ReadonlyMap<string, JsonNode>, type: RuntimeType): SObjectDescriptor {
  const attributes = members.get('attributes');
  const named = attributes instanceof Map ? (attributes as ReadonlyMap<string, JsonNode>).get('type') : undefined;
  const name = type.name === 'SObject' && typeof named === 'string' ? named : objectNameOf(type);
  const descriptor = name === 'SObject' ? null : rt.org.schema.object(name);
  if (descriptor === null)
    throw new UnsupportedError('U305 Reading an SObject from JSON without "attributes" that name its type is not supported.');
  return descriptor;
}

function setMember(rt: Runtime, record: SObject, name: string, node: JsonNode, isStrict: boolean): void {
  const key = name.toLowerCase();
  const {descriptor} = record;
  const field = descriptor.fieldsByKey.get(key);
  if (field !== undefined) {
    setField(record, field.index, node === null ? null : primitiveOf(rt, node, field.valueType));
    return;
  }
  const lookup = descriptor.parentsByKey.get(key);
  if (lookup !== undefined) {
    setParent(record, lookup.index, node === null ? null : parentOf(rt, lookup.referenceTo, membersOf(node), isStrict));
    return;
  }
  const child = descriptor.childRelationships.find(({relationshipName}) => relationshipName?.toLowerCase() === key);
  if (child !== undefined) {
    if (node !== null) setChildren(record, child.relationshipName ?? name, rowsOf(rt, child, node, isStrict));
  } else if (isStrict) throw jsonFault(`No such column '${name}' on sobject of type ${descriptor.name}`);
}

function parentOf(rt: Runtime, targets: readonly string[], members: ReadonlyMap<string, JsonNode>, isStrict: boolean): SObject {
  const [target, ...others] = targets;
  return deserializeRecord(rt, members, rt.types.get(target !== undefined && others.length === 0 ? target : 'SObject'), isStrict);
}

function rowsOf(rt: Runtime, child: ChildRelationship, node: JsonNode, isStrict: boolean): ApexList {
  const records = node instanceof Map ? (node as ReadonlyMap<string, JsonNode>).get('records') : node;
  if (!Array.isArray(records)) throw jsonFault("Malformed JSON: Expected '[' at the beginning of List/Set");
  const type = rt.types.get(child.childObject);
  return new ApexList(
    rt.types.list(type),
    records.map((row: JsonNode) => deserializeRecord(rt, membersOf(row), type, isStrict)),
  );
}

function membersOf(node: JsonNode): ReadonlyMap<string, JsonNode> {
  if (!(node instanceof Map)) throw jsonFault("Malformed JSON: Expected '{' at the beginning of object");
  return node as ReadonlyMap<string, JsonNode>;
}
