/** The DML methods of `Database`, in all their forms (Apex Reference Guide, "Database Class"). */
import type {DmlRequest, DmlResult} from '../../../dml/dml-engine.ts';
import type {FieldDescriptor} from '../../../data/descriptor.ts';
import {nullPointer} from '../../runtime/fault.ts';
import {ApexId} from '../../runtime/id.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {SObject} from '../../runtime/sobject.ts';
import type {Implementation} from '../registry.ts';
import {SObjectFieldToken} from '../Schema/sobject-field.ts';
import {AccessLevel, modeOf} from '../System/AccessLevel.ts';
import {DmlOptions} from './DmlOptions.ts';
import {DatabaseResult, type ResultClass} from './results.ts';

type Operation = DmlRequest['operation'];

const RESULTS: Readonly<Record<Operation, ResultClass>> = {
  insert: 'SaveResult',
  update: 'SaveResult',
  upsert: 'UpsertResult',
  delete: 'DeleteResult',
  undelete: 'UndeleteResult',
};

/** The optional arguments that each operation takes before the access level, as the keys of the registry spell them. */
const OPTIONS: Readonly<Record<Operation, readonly string[]>> = {
  insert: ['', ',Boolean', ',Database.DMLOptions'],
  update: ['', ',Boolean', ',Database.DMLOptions'],
  upsert: ['', ',Boolean', ',Schema.SObjectField', ',Schema.SObjectField,Boolean'],
  delete: ['', ',Boolean'],
  undelete: ['', ',Boolean'],
};

export const dmlMembers: Readonly<Record<string, Implementation>> = Object.fromEntries(
  (Object.keys(OPTIONS) as Operation[]).flatMap((operation) => members(operation)),
);

function members(operation: Operation): [string, Implementation][] {
  const byId = operation === 'delete' || operation === 'undelete';
  const firsts = byId ? ['Id', 'SObject', 'List<SObject>', 'List<Id>'] : ['SObject', 'List<SObject>'];
  return firsts.flatMap((first) =>
    OPTIONS[operation].flatMap((option) =>
      ['', ',AccessLevel'].map((level): [string, Implementation] => [
        `${operation}(${first}${option}${level})`,
        (rt: Runtime, what: unknown, ...rest: unknown[]) => run(rt, operation, what, rest),
      ]),
    ),
  );
}

function run(rt: Runtime, operation: Operation, what: unknown, rest: readonly unknown[]): unknown {
  const records = recordsOf(rt, what);
  const access = modeOf(rest.find((argument) => argument instanceof AccessLevel) ?? null);
  const results = rt.tx.dml.execute({
    operation,
    records,
    allOrNone: allOrNoneOf(rest),
    access,
    withSharing: access === 'user' || rt.withSharing(),
    externalId: externalIdOf(rest),
    allowsTruncation: rest.some((argument) => argument instanceof DmlOptions && argument.allowsTruncation),
    origin: 'apex',
  });
  const resultOf = (result: DmlResult) => new DatabaseResult(RESULTS[operation], result);
  if (what instanceof ApexList) return new ApexList(rt.types.list(rt.types.get(`Database.${RESULTS[operation]}`)), results.map(resultOf));
  const [result] = results;
  if (result === undefined) throw new Error(`${operation} of one record gave no result.`);
  return resultOf(result);
}

function recordsOf(rt: Runtime, what: unknown): SObject[] {
  if (what === null) throw nullPointer();
  return (what instanceof ApexList ? what.elements : [what]).map((element) => recordOf(rt, element));
}

/** Delete and undelete take Ids too; those are records of which only the Id is known. */
function recordOf(rt: Runtime, element: unknown): SObject {
  if (element instanceof SObject) return element;
  const id = element instanceof ApexId ? element.value : element;
  if (typeof id !== 'string') throw nullPointer();
  const object = rt.org.schema.objectByPrefix(id.slice(0, 3));
  if (object === null) throw rt.exception('System.StringException', `Invalid id: ${id}`);
  const record = new SObject(object);
  record.id = id;
  return record;
}

function allOrNoneOf(rest: readonly unknown[]): boolean {
  const option = rest.find((argument) => typeof argument === 'boolean' || argument instanceof DmlOptions);
  return option instanceof DmlOptions ? (option.allOrNone ?? true) : (option ?? true);
}

function externalIdOf(rest: readonly unknown[]): FieldDescriptor | null {
  return rest.find((argument) => argument instanceof SObjectFieldToken)?.field ?? null;
}
