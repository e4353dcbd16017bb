/**
 * `composite/tree/{object}`: the format of `sf data export tree` (REST API Developer Guide, "sObject Tree"). All records go in, or none.
 * Children nested below their parents aren't supported.
 */
import {ApiError, jsonResponse, type ApiResponse} from '../api.ts';
import {isJsonObject, type Call} from '../call.ts';
import {findObject, objectOf, readRecord, recordsIn} from '../record-json.ts';
import type {Operation} from '../router.ts';
import {save} from '../save.ts';

const MAXIMUM = 200;

export const sobjectTree: readonly Operation[] = [
  {method: 'POST', path: '/services/data/vXX.X/composite/tree/{object}', run: (call, {object = ''}) => plant(call, object)},
];

function plant(call: Call, objectName: string): ApiResponse {
  const object = findObject(call, objectName);
  const given = recordsIn(call.json());
  if (given.length > MAXIMUM)
    throw new ApiError(400, 'INVALID_INPUT', `A tree holds at most ${String(MAXIMUM)} records, found ${String(given.length)}`);
  const references = given.map(referenceOf);
  const repeated = references.find((reference, index) => references.indexOf(reference) !== index);
  if (repeated !== undefined) throw new ApiError(400, 'INVALID_INPUT', `Duplicate ReferenceId provided in the request: ${repeated}`);
  const records = given.map((json) => {
    if (objectOf(call, json) !== object)
      throw new ApiError(400, 'INVALID_INPUT', `The records of this tree have to be of type ${object.name}`);
    return readRecord(call, object, json);
  });
  const results = save(call, 'insert', records, true, null);
  const hasErrors = results.some((result) => !result.isSuccess);
  return jsonResponse(hasErrors ? 400 : 201, {
    hasErrors,
    results: results.flatMap(
      ({id, errors}, index): {readonly referenceId: string; readonly id?: string | null; readonly errors?: unknown}[] => {
        const referenceId = references[index] ?? '';
        if (!hasErrors) return [{referenceId, id}];
        const own = errors.filter(({statusCode}) => statusCode !== 'ALL_OR_NONE_OPERATION_ROLLED_BACK');
        return own.length === 0 ? [] : [{referenceId, errors: own}];
      },
    ),
  });
}

function referenceOf(json: Readonly<Record<string, unknown>>): string {
  const attributes = json['attributes'];
  const reference = isJsonObject(attributes) ? attributes['referenceId'] : undefined;
  if (typeof reference === 'string' && reference !== '') return reference;
  throw new ApiError(400, 'INVALID_INPUT', 'Include a reference ID for each record in the request.');
}
