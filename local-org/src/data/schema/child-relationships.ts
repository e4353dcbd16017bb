import type {ChildRelationship} from '../descriptor.ts';

export interface DeclaredLookup {
  readonly childObject: string;
  readonly field: string;
  readonly referenceTo: readonly string[];
  readonly relationshipName: string | null;
  readonly deleteConstraint: ChildRelationship['deleteConstraint'];
}

/** The lookups that point to an object, in the order of their objects' names. */
export function childRelationships(object: string, lookups: readonly DeclaredLookup[]): ChildRelationship[] {
  return lookups
    .filter((lookup) => lookup.referenceTo.some((target) => target.toLowerCase() === object.toLowerCase()))
    .map(({childObject, field, relationshipName, deleteConstraint}) => ({childObject, field, relationshipName, deleteConstraint}));
}
