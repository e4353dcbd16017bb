/** Static SOSL. */
import type {QueryPlan} from '../../../data/soql/query-engine.ts';
import {findByName, fixedSearchResults} from '../../../data/sosl/find.ts';
import {nullPointer} from '../fault.ts';
import {ApexList} from '../list.ts';
import type {Runtime} from '../runtime.ts';
import type {RuntimeType} from '../runtime-type.ts';
import type {SObject} from '../sobject.ts';
import {UnsupportedError} from '../unsupported.ts';

/** What is returned of one object: the last bind of the plan takes the Ids of what was found. */
interface Returned {
  readonly plan: QueryPlan;
  readonly binds: readonly unknown[];
  readonly isOrdered: boolean;
  /** Of the list of its records. */
  readonly type: RuntimeType;
}

/** Rows that one search may return (SOQL and SOSL Reference, "SOSL Limits"). */
const MOST_ROWS = 2000;

/**
 * In tests "the SOSL query returns an empty set of results" until `Test.setFixedSearchResults` says which records it would find; WHERE and LIMIT apply to those
 * (Apex Developer Guide, "Adding SOSL Queries to Unit Tests").
 */
export function search(
  rt: Runtime,
  text: string | null,
  group: string,
  returned: readonly Returned[],
  limit: number | null,
  withSharing: boolean,
  type: RuntimeType,
): ApexList {
  if (text === null) throw nullPointer();
  rt.tx.limits.count('SoslQueries');
  let rest = limit ?? MOST_ROWS;
  const lists = returned.map(({plan, binds, isOrdered, type: listType}) => {
    const ids = rt.tx.isTest ? fixedSearchResults(rt.tx, plan.object) : findByNameIn(rt, text, group, plan);
    const found = rt.tx.queries.run(plan, [...binds, new ApexList(rt.types.get('List<Id>'), [...ids])], {
      access: 'system',
      withSharing,
      origin: 'apex',
    });
    const rows = (isOrdered ? found : inOrderOf(ids, found)).slice(0, rest);
    rest -= rows.length;
    return new ApexList(listType, rows);
  });
  return new ApexList(type, lists);
}

function findByNameIn(rt: Runtime, text: string, group: string, {object}: QueryPlan): readonly string[] {
  if (group !== 'NAME')
    throw new UnsupportedError(`U318 SOSL outside of tests is supported IN NAME FIELDS alone, and not IN ${group} FIELDS.`);
  return findByName(rt.org.tables, object, text);
}

/** Without ORDER BY the records come as they were found. */
function inOrderOf(ids: readonly string[], rows: readonly SObject[]): readonly SObject[] {
  const places = new Map(ids.map((id, index) => [id, index]));
  return rows.toSorted((left, right) => (places.get(left.id ?? '') ?? 0) - (places.get(right.id ?? '') ?? 0));
}
