/** Results of DML read from JSON, the way by which tests make them: their classes have no constructors. */
import {primitiveOf} from './deserialize-primitive.ts';
import type {JsonNode} from './json-tree.ts';
import type {DmlError, DmlResult} from '../../../dml/dml-engine.ts';
import {normalizeId} from '../../runtime/id.ts';
import type {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {LeadConvertResult} from '../Database/LeadConvert.ts';
import {EmptyRecycleBinResult, MergeResult} from '../Database/merge.ts';
import {LockResult, type LockResultClass} from '../System/Approval.ts';
import {DatabaseError, DatabaseResult, type ResultClass} from '../Database/results.ts';

type Members = ReadonlyMap<string, JsonNode>;

const RESULTS: ReadonlyMap<string, ResultClass> = new Map([
  ['Database.SaveResult', 'SaveResult'],
  ['Database.UpsertResult', 'UpsertResult'],
  ['Database.DeleteResult', 'DeleteResult'],
  ['Database.UndeleteResult', 'UndeleteResult'],
]);

/** Null for types that this can't read. */
export function deserializeResult(rt: Runtime, members: Members, type: string): PlatformObject | null {
  const resultClass = RESULTS.get(type);
  if (resultClass !== undefined) return new DatabaseResult(resultClass, resultOf(rt, members));
  switch (type) {
    case 'Database.Error':
      return new DatabaseError(errorOf(rt, members));
    case 'Database.MergeResult':
      return mergeResultOf(rt, members);
    case 'Database.EmptyRecycleBinResult':
      return new EmptyRecycleBinResult(resultOf(rt, members));
    case 'Database.LeadConvertResult':
      return leadConvertResultOf(rt, members);
    case 'Approval.LockResult':
      return lockResultOf(rt, members, 'LockResult');
    case 'Approval.UnlockResult':
      return lockResultOf(rt, members, 'UnlockResult');
    default:
      return null;
  }
}

function resultOf(rt: Runtime, members: Members): DmlResult {
  return {
    index: 0,
    id: idOf(rt, members, 'id'),
    isSuccess: value(rt, members, 'success', 'Boolean') === true,
    isCreated: value(rt, members, 'created', 'Boolean') === true,
    errors: errorsOf(rt, members),
  };
}

function lockResultOf(rt: Runtime, members: Members, resultClass: LockResultClass): LockResult {
  const {id, errors, isSuccess} = resultOf(rt, members);
  return new LockResult(resultClass, id, errors, isSuccess);
}

/** `id` is that of the master. */
function mergeResultOf(rt: Runtime, members: Members): MergeResult {
  const result = resultOf(rt, members);
  const [mergedId = null] = textsOf(members.get('mergedRecordIds'));
  const outcome = {results: [result], reparentedIds: textsOf(members.get('updatedRelatedIds'))};
  return new MergeResult(result.id, {...result, id: mergedId}, outcome);
}

/** Public tests write `leadid`. */
function leadConvertResultOf(rt: Runtime, given: Members): LeadConvertResult {
  const members = new Map([...given].map(([name, node]) => [name.toLowerCase(), node]));
  return new LeadConvertResult({
    leadId: idOf(rt, members, 'leadid'),
    accountId: idOf(rt, members, 'accountid'),
    contactId: idOf(rt, members, 'contactid'),
    opportunityId: idOf(rt, members, 'opportunityid'),
    errors: errorsOf(rt, members),
  });
}

function errorsOf(rt: Runtime, members: Members): DmlError[] {
  const errors = members.get('errors');
  return Array.isArray(errors) ? errors.filter(isMembers).map((error) => errorOf(rt, error)) : [];
}

function errorOf(rt: Runtime, members: Members): DmlError {
  return {
    statusCode: text(rt, members, 'statusCode'),
    message: text(rt, members, 'message'),
    fields: textsOf(members.get('fields')),
  };
}

function text(rt: Runtime, members: Members, name: string): string {
  return (value(rt, members, name, 'String') as string | null) ?? '';
}

/** What is no Id stays as it is: public tests make results with the Id `null`. */
function idOf(rt: Runtime, members: Members, name: string): string | null {
  const given = value(rt, members, name, 'String') as string | null;
  return given === null ? null : (normalizeId(given) ?? given);
}

function value(rt: Runtime, members: Members, name: string, type: string): unknown {
  const node = members.get(name) ?? null;
  return node === null ? null : primitiveOf(rt, node, type);
}

function textsOf(node: JsonNode | undefined): string[] {
  return Array.isArray(node) ? node.filter(isText) : [];
}

function isMembers(node: JsonNode): node is Members {
  return node instanceof Map;
}

function isText(node: JsonNode): node is string {
  return typeof node === 'string';
}
