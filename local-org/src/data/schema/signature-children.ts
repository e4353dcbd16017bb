import {readSObjectSignature} from '../../apex/semantics/signatures/sobject-signatures.ts';
import type {ChildRelationship, SObjectDescriptor} from '../descriptor.ts';

const found = new WeakMap<SObjectDescriptor, readonly ChildRelationship[]>();

/**
 * Child relationships of a standard object to objects of which there are no facts, for describes. The signatures don't name the lookup of the child: it is the
 * only one that points to the object, or the one that is named after it. Reads a hundred signatures, once for each object that is asked about.
 */
export function signatureChildren(object: SObjectDescriptor): readonly ChildRelationship[] {
  let children = found.get(object);
  if (children === undefined) {
    children = read(object);
    found.set(object, children);
  }
  return children;
}

function read(object: SObjectDescriptor): ChildRelationship[] {
  const known = new Set(object.childRelationships.map((child) => child.relationshipName?.toLowerCase()));
  const children = readSObjectSignature(object.name)?.children ?? [];
  return children.flatMap(({relationshipName, childObject}) => {
    if (known.has(relationshipName.toLowerCase())) return [];
    const lookups = (readSObjectSignature(childObject)?.parents ?? []).filter((parent) => parent.target === object.name);
    const lookup = lookups.length === 1 ? lookups[0] : lookups.find((parent) => parent.relationshipName === object.name);
    return lookup === undefined ? [] : [{relationshipName, childObject, field: lookup.field, deleteConstraint: null}];
  });
}
