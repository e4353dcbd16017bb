/** `sobjects/{object}`: one record at a time (REST API Developer Guide, "sObject Basic Information", "sObject Rows", "… by External ID"). */
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type {DmlRequest, DmlResult} from '../../dml/dml-engine.ts';
import {ApiError, jsonResponse, NO_CONTENT, notFound, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {findObject, readRecord, writeRecord} from '../record-json.ts';
import type {Operation} from '../router.ts';
import {save, toApiError} from '../save.ts';
import {runQuery} from './query.ts';

const PATH = '/services/data/vXX.X/sobjects/{object}';

export const sobjectRows: readonly Operation[] = [
  {method: 'POST', path: PATH, run: (call, {object = ''}) => create(call, findObject(call, object))},
  {method: 'GET', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => retrieve(call, findObject(call, object), id)},
  {method: 'PATCH', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => change(call, 'update', findObject(call, object), id)},
  {method: 'DELETE', path: `${PATH}/{id}`, run: (call, {object = '', id = ''}) => remove(call, findObject(call, object), id)},
  {
    method: 'PATCH',
    path: `${PATH}/{field}/{value}`,
    run: (call, {object = '', field = '', value = ''}) => upsert(call, findObject(call, object), field, value),
  },
];

function create(call: Call, object: SObjectDescriptor): ApiResponse {
  const result = saveOne(call, 'insert', readRecord(object, call.json()));
  return jsonResponse(201, {id: result.id, success: true, errors: []});
}

function retrieve(call: Call, object: SObjectDescriptor, id: string): ApiResponse {
  const access = call.org.security.of(call.userId);
  const readable = object.fields.filter((field) => field.type !== 'Address' && access.canAccessField(object, field, 'read'));
  const names = call.query.get('fields') ?? readable.map((field) => field.name).join(',');
  if (!/^[\w., ]+$/.test(names)) throw new ApiError(400, 'INVALID_FIELD', `Not a list of fields: ${names}`);
  const [record] = runQuery(call, `SELECT ${names} FROM ${object.name} WHERE Id = '${id.replace(/[^A-Za-z0-9]/g, '')}'`);
  if (record === undefined) throw notFound('Provided external ID field does not exist or is not accessible: ' + id);
  return jsonResponse(200, writeRecord(call, record));
}

function change(call: Call, operation: 'update', object: SObjectDescriptor, id: string): ApiResponse {
  saveOne(call, operation, readRecord(object, {...call.json(), Id: id}));
  return NO_CONTENT;
}

function remove(call: Call, object: SObjectDescriptor, id: string): ApiResponse {
  saveOne(call, 'delete', readRecord(object, {Id: id}));
  return NO_CONTENT;
}

function upsert(call: Call, object: SObjectDescriptor, fieldName: string, value: string): ApiResponse {
  const field = object.fieldsByKey.get(fieldName.toLowerCase());
  if (field === undefined || !(field.isExternalId || field.isIdLookup)) {
    throw notFound(`Provided external ID field does not exist or is not accessible: ${fieldName}`);
  }
  const record = readRecord(object, {...call.json(), [field.name]: value});
  const result = saveResult(call, 'upsert', record, save(call, 'upsert', [record], false, field));
  return jsonResponse(result.isCreated ? 201 : 200, {id: result.id, success: true, errors: [], created: result.isCreated});
}

function saveOne(call: Call, operation: DmlRequest['operation'], record: SObject): DmlResult {
  return saveResult(call, operation, record, save(call, operation, [record], false, null));
}

function saveResult(_call: Call, operation: string, record: SObject, [result]: readonly DmlResult[]): DmlResult {
  if (result === undefined) throw new Error(`${operation} of one ${record.descriptor.name} gave no result.`);
  if (!result.isSuccess) throw toApiError(result);
  return result;
}
