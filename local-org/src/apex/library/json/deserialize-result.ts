/** Results of DML read from JSON, the way by which tests make them: their classes have no constructors. */
import {primitiveOf} from './deserialize-primitive.ts';
import type {JsonNode} from './json-tree.ts';
import {DatabaseError, DatabaseResult, type ResultClass} from '../Database/results.ts';
import type {DmlError} from '../../../dml/dml-engine.ts';
import type {Runtime} from '../../runtime/runtime.ts';

type Members = ReadonlyMap<string, JsonNode>;

const RESULTS: ReadonlyMap<string, ResultClass> = new Map([
  ['Database.SaveResult', 'SaveResult'],
  ['Database.UpsertResult', 'UpsertResult'],
  ['Database.DeleteResult', 'DeleteResult'],
  ['Database.UndeleteResult', 'UndeleteResult'],
]);

/** Null for types that this can't read. */
export function deserializeResult(rt: Runtime, members: Members, type: string): DatabaseResult | DatabaseError | null {
  if (type === 'Database.Error') return new DatabaseError(errorOf(rt, members));
  const resultClass = RESULTS.get(type);
  if (resultClass === undefined) return null;
  const errors = members.get('errors');
  return new DatabaseResult(resultClass, {
    index: 0,
    id: value(rt, members, 'id', 'Id') as string | null,
    isSuccess: value(rt, members, 'success', 'Boolean') === true,
    isCreated: value(rt, members, 'created', 'Boolean') === true,
    errors: Array.isArray(errors) ? errors.filter(isMembers).map((error) => errorOf(rt, error)) : [],
  });
}

function errorOf(rt: Runtime, members: Members): DmlError {
  const fields = members.get('fields');
  return {
    statusCode: text(rt, members, 'statusCode'),
    message: text(rt, members, 'message'),
    fields: Array.isArray(fields) ? fields.filter(isText) : [],
  };
}

function text(rt: Runtime, members: Members, name: string): string {
  return (value(rt, members, name, 'String') as string | null) ?? '';
}

function value(rt: Runtime, members: Members, name: string, type: string): unknown {
  const node = members.get(name) ?? null;
  return node === null ? null : primitiveOf(rt, node, type);
}

function isMembers(node: JsonNode): node is Members {
  return node instanceof Map;
}

function isText(node: JsonNode): node is string {
  return typeof node === 'string';
}
