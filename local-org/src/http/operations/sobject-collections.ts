/** `composite/sobjects`: up to 200 records of any objects in one request (REST API Developer Guide, "sObject Collections"). */
import type {SObject} from '../../apex/runtime/sobject.ts';
import type {FieldDescriptor} from '../../data/descriptor.ts';
import type {DmlRequest, DmlResult} from '../../dml/dml-engine.ts';
import {ApiError, jsonResponse, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {findObject, objectOf, readRecord, recordsIn} from '../record-json.ts';
import type {Operation} from '../router.ts';
import {save} from '../save.ts';

const MAXIMUM = 200;
const PATH = '/services/data/vXX.X/composite/sobjects';

export const sobjectCollections: readonly Operation[] = [
  {method: 'POST', path: PATH, run: (call) => write(call, 'insert', null)},
  {method: 'PATCH', path: PATH, run: (call) => write(call, 'update', null)},
  {method: 'DELETE', path: PATH, run: remove},
  {
    method: 'PATCH',
    path: `${PATH}/{object}/{field}`,
    run: (call, {object = '', field = ''}) => write(call, 'upsert', externalId(call, object, field)),
  },
];

function externalId(call: Call, objectName: string, name: string): FieldDescriptor {
  const object = findObject(call, objectName);
  const field = object.fieldsByKey.get(name.toLowerCase());
  if (field !== undefined && (field.isExternalId || field.isIdLookup || field.index === 0)) return field;
  throw new ApiError(400, 'INVALID_FIELD', `Provided external ID field does not exist or is not accessible: ${name}`);
}

function write(call: Call, operation: DmlRequest['operation'], field: FieldDescriptor | null): ApiResponse {
  const body = call.json();
  const given = recordsIn(body);
  if (given.length > MAXIMUM) throw tooMany(given.length);
  const records = given.map((json) => readRecord(call, objectOf(call, json), json));
  return answer(save(call, operation, records, body['allOrNone'] === true, field), operation);
}

function remove(call: Call): ApiResponse {
  const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '');
  if (ids.length === 0) throw new ApiError(400, 'MISSING_ARGUMENT', 'The parameter "ids" names no record');
  if (ids.length > MAXIMUM) throw tooMany(ids.length);
  const records: SObject[] = ids.map((id) => {
    const object = call.org.schema.objectByPrefix(id.slice(0, 3));
    if (object === null) throw new ApiError(400, 'MALFORMED_ID', `malformed id ${id}`);
    return readRecord(call, object, {Id: id});
  });
  return answer(save(call, 'delete', records, call.query.get('allOrNone') === 'true', null), 'delete');
}

function tooMany(count: number): ApiError {
  return new ApiError(
    400,
    'EXCEEDED_ID_LIMIT',
    `record limit reached. cannot submit more than ${String(MAXIMUM)} records, found ${String(count)}`,
  );
}

function answer(results: readonly DmlResult[], operation: DmlRequest['operation']): ApiResponse {
  return jsonResponse(
    200,
    results.map((result) => ({
      ...(result.id === null ? {} : {id: result.id}),
      success: result.isSuccess,
      errors: [...result.errors, ...(result.enqueued == null ? [] : [result.enqueued])].map(({statusCode, message, fields}) => ({
        statusCode,
        message,
        fields,
      })),
      ...(operation === 'upsert' && result.isSuccess ? {created: result.isCreated} : {}),
    })),
  );
}
