import {readSObjectSignature, type ParentSignature} from '../../apex/semantics/signatures/sobject-signatures.ts';
import type {ChildRelationship, SObjectDescriptor} from '../descriptor.ts';

const childrenOf = new WeakMap<SObjectDescriptor, readonly ChildRelationship[]>();

/**
 * Child relationships of a standard object to objects of which there are no facts, for describes. The signatures don't name the lookup of the child: it is the
 * only one that points to the object, the one that is named after it, or the only one besides the owner that points to several objects. Reads a hundred
 * signatures, once for each object that is asked about.
 */
export function signatureChildren(object: SObjectDescriptor): readonly ChildRelationship[] {
  let children = childrenOf.get(object);
  if (children === undefined) {
    children = read(object);
    childrenOf.set(object, children);
  }
  return children;
}

function read(object: SObjectDescriptor): ChildRelationship[] {
  const resolved = object.childRelationships.filter(({field}) => field !== '');
  const known = new Set(resolved.map((child) => child.relationshipName?.toLowerCase()));
  const children = readSObjectSignature(object.name)?.children ?? [];
  return children.flatMap(({relationshipName, childObject}) => {
    if (known.has(relationshipName.toLowerCase())) return [];
    const parents = readSObjectSignature(childObject)?.parents ?? [];
    const lookups = parents.filter((parent) => parent.target === object.name);
    // Who an activity is with are leads and contacts; of all other objects it is what the activity is about.
    if (relationshipName === 'Tasks' || relationshipName === 'Events')
      return [{relationshipName, childObject, field: 'WhatId', deleteConstraint: null}];
    const lookup = only(lookups) ?? lookups.find((parent) => parent.relationshipName === object.name) ?? only(parents.filter(isToSeveral));
    return lookup === undefined ? [] : [{relationshipName, childObject, field: lookup.field, deleteConstraint: null}];
  });
}

function only<Item>(items: readonly Item[]): Item | undefined {
  return items.length === 1 ? items[0] : undefined;
}

/** Owners are people and queues. */
function isToSeveral({target, field}: ParentSignature): boolean {
  return (target === 'Name' || target === 'SObject') && field !== 'OwnerId';
}
