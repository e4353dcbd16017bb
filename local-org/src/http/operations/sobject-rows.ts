/** `sobjects/{object}`: one record at a time (REST API Developer Guide, "sObject Basic Information", "sObject Rows", "… by External ID"). */
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../data/descriptor.ts';
import type {DmlRequest, DmlResult} from '../../dml/dml-engine.ts';
import {ApiError, jsonResponse, NO_CONTENT, notFound, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {findObject, readRecord} from '../record-json.ts';
import type {Operation} from '../router.ts';
import {save, toApiError} from '../save.ts';
import {queryRecords} from './query.ts';

const PATH = '/services/data/vXX.X/sobjects/{object}';
const BY_KEY = `${PATH}/{field}/{value}`;

export const sobjectRows: readonly Operation[] = [
  {method: 'POST', path: PATH, run: (call, {object = ''}) => create(call, findObject(call, object))},
  {method: 'GET', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => retrieve(call, findObject(call, object), id)},
  {method: 'PATCH', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => change(call, findObject(call, object), id)},
  {method: 'DELETE', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => remove(call, findObject(call, object), id)},
  {
    method: 'GET',
    path: BY_KEY,
    run: (call, {object = '', field = '', value = ''}) => retrieveByKey(call, findObject(call, object), field, value),
  },
  {
    method: 'PATCH',
    path: BY_KEY,
    run: (call, {object = '', field = '', value = ''}) => upsert(call, findObject(call, object), field, value),
  },
];

function create(call: Call, object: SObjectDescriptor): ApiResponse {
  const {id, enqueued} = saveOne(call, 'insert', readRecord(call, object, call.json()));
  return jsonResponse(201, {id, success: true, errors: enqueued == null ? [] : [enqueued]});
}

function retrieve(call: Call, object: SObjectDescriptor, id: string): ApiResponse {
  const access = call.org.security.of(call.userId);
  const readable = object.fields.filter(
    (field) => !field.isHidden && field.type !== 'Address' && access.canAccessField(object, field, 'read'),
  );
  const names = call.query.get('fields')?.split(/\s*,\s*/) ?? readable.map((field) => field.name);
  const wrong = names.find((name) => !/^[\w.]+$/.test(name));
  if (wrong !== undefined) throw new ApiError(400, 'INVALID_FIELD', `Not the name of a field: ${wrong}`);
  const selected = names.some((name) => name.toLowerCase() === 'id') ? names : [...names, 'Id'];
  const [record] = queryRecords(call, `SELECT ${selected.join(',')} FROM ${object.name} WHERE Id = '${id.replace(/[^A-Za-z0-9]/g, '')}'`);
  if (record === undefined) throw missingKey(id);
  return jsonResponse(200, record);
}

function change(call: Call, object: SObjectDescriptor, id: string): ApiResponse {
  saveOne(call, 'update', readRecord(call, object, {...call.json(), Id: id}));
  return NO_CONTENT;
}

function remove(call: Call, object: SObjectDescriptor, id: string): ApiResponse {
  saveOne(call, 'delete', readRecord(call, object, {Id: id}));
  return NO_CONTENT;
}

function retrieveByKey(call: Call, object: SObjectDescriptor, fieldName: string, value: string): ApiResponse {
  const ids = rowsOfKey(call, object, keyField(object, fieldName), value);
  const [id] = ids;
  if (id === undefined) throw missingKey(fieldName);
  return ids.length > 1 ? severalRows(call, object, ids) : retrieve(call, object, id);
}

function upsert(call: Call, object: SObjectDescriptor, fieldName: string, value: string): ApiResponse {
  const field = keyField(object, fieldName);
  const ids = rowsOfKey(call, object, field, value);
  if (ids.length > 1) return severalRows(call, object, ids);
  const record = readRecord(call, object, {...call.json(), [field.name]: value});
  const {id, isCreated} = onlyResult(save(call, 'upsert', [record], false, field));
  return jsonResponse(isCreated ? 201 : 200, {id, success: true, errors: [], created: isCreated});
}

function keyField(object: SObjectDescriptor, name: string): FieldDescriptor {
  const field = object.fieldsByKey.get(name.toLowerCase());
  if (field !== undefined && (field.isExternalId || field.isIdLookup)) return field;
  throw missingKey(name);
}

function rowsOfKey(call: Call, object: SObjectDescriptor, field: FieldDescriptor, value: string): readonly string[] {
  const key = readRecord(call, object, {[field.name]: value}).slots[field.index];
  return call.org.tables.findByKey(object, field, key);
}

function missingKey(name: string): ApiError {
  return notFound(`Provided external ID field does not exist or is not accessible: ${name}`);
}

/** "If the external ID value is used by more than one record, the response body contains the list of matching records." */
function severalRows(call: Call, object: SObjectDescriptor, ids: readonly string[]): ApiResponse {
  return jsonResponse(
    300,
    ids.map((id) => call.url(`sobjects/${object.name}/${id}`)),
  );
}

function saveOne(call: Call, operation: DmlRequest['operation'], record: SObject): DmlResult {
  return onlyResult(save(call, operation, [record], false, null));
}

/** @throws ApiError where the record was refused */
function onlyResult([result]: readonly DmlResult[]): DmlResult {
  if (result === undefined) throw new Error('Saving one record gave no result.');
  if (!result.isSuccess) throw toApiError(result);
  return result;
}
