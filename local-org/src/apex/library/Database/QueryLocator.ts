/** `Database.QueryLocator` and its iterator (Apex Reference Guide, "QueryLocator Class", "QueryLocatorIterator Class"). */
import {ApexFault} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';
import type {SObject} from '../../runtime/sobject.ts';
import {ApexIterator} from '../System/Iterator.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export class QueryLocator extends PlatformObject {
  override readonly typeName = 'Database.QueryLocator';
  /** Null for one that was made of a static query. */
  readonly query: string | null;
  readonly rows: readonly SObject[];
  /** Of a list of its rows. */
  readonly listType: RuntimeType;
  #next = 0;

  constructor(query: string | null, rows: readonly SObject[], listType: RuntimeType) {
    super();
    this.query = query;
    this.rows = rows;
    this.listType = listType;
  }

  /** Reads rows of it as they are then, but those that are gone. It holds none of them: there may be millions. */
  reader(rt: Runtime): (ids: readonly string[]) => ApexList {
    const {listType} = this;
    const reread = rt.tx.queries.rereader(this.rows);
    return (ids) => new ApexList(listType, reread(ids));
  }

  /** For loops. */
  iterate(): Iterable<SObject> {
    return this.rows;
  }

  more(size: number): readonly SObject[] {
    const rows = this.rows.slice(this.#next, this.#next + size);
    this.#next += rows.length;
    return rows;
  }
}

class QueryLocatorIterator extends ApexIterator {
  override readonly typeName = 'Database.QueryLocatorIterator' as 'System.Iterator';
}

export const queryLocatorClass: ClassDefinition = defineClass('Database.QueryLocator', {
  'getQuery()': (_rt: Runtime, self: QueryLocator) => {
    if (self.query === null) throw new ApexFault('System.QueryException', 'The text of a static query is not kept');
    return self.query;
  },
  'iterator()': (_rt: Runtime, self: QueryLocator) => new QueryLocatorIterator(self.rows),
  'querymore(Integer)': (_rt: Runtime, self: QueryLocator, size: number | null) => new ApexList(self.listType, [...self.more(size ?? 0)]),
});

export const queryLocatorIteratorClass: ClassDefinition = defineClass('Database.QueryLocatorIterator', {
  'hasNext()': (_rt: Runtime, self: QueryLocatorIterator) => self.hasNext(),
  'next()': (_rt: Runtime, self: QueryLocatorIterator) => self.next(),
});
