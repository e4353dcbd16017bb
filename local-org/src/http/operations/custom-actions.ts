/**
 * `actions/custom/apex` (REST API Developer Guide, "Get Custom Invocable Actions"; Actions Developer Guide, "Apex Actions" and "Invoking Actions"): invocable methods,
 * listed, described and called.
 */
import {ApexList} from '../../apex/runtime/list.ts';
import {SObject} from '../../apex/runtime/sobject.ts';
import {UnsupportedError} from '../../apex/runtime/unsupported.ts';
import type {ActionParameter, ApexAction} from '../../apex-actions.ts';
import type {ActionOutcome} from '../../invoke-action.ts';
import {ApiError, jsonResponse, notFound, type ApiResponse} from '../api.ts';
import type {Call} from '../call.ts';
import {writeValue} from '../record-json.ts';
import type {Operation} from '../router.ts';

const CUSTOM = '/services/data/vXX.X/actions/custom';
const APEX = `${CUSTOM}/apex`;
/** Elements that a list may have. */
const MOST_OCCURRENCES = 2000;

export const customActions: readonly Operation[] = [
  {method: 'GET', path: CUSTOM, run: (call) => jsonResponse(200, {apex: call.url('actions/custom/apex')})},
  {method: 'GET', path: APEX, run: list},
  {method: 'GET', path: `${APEX}/{name}`, run: (call, {name = ''}) => describe(call, name)},
  {method: 'POST', path: `${APEX}/{name}`, run: (call, {name = ''}) => invoke(call, name)},
];

function list(call: Call): ApiResponse {
  const actions = call.org.visibleActions(call.userId);
  return jsonResponse(200, {
    actions: actions.map(({label, name}) => ({label, name, type: 'APEX', url: call.url(`actions/custom/apex/${name}`)})),
  });
}

function describe(call: Call, wanted: string): ApiResponse {
  const action = call.org.visibleActions(call.userId).find(({name}) => name.toLowerCase() === wanted.toLowerCase());
  if (action === undefined) throw notFound();
  const {description, inputs, label, name, outputs} = action;
  return jsonResponse(200, {
    description,
    inputs: inputs.map((input) => ({byteLength: 0, ...describeParameter(input), required: input.isRequired, sobjectType: null})),
    label,
    name,
    outputs: outputs.map(describeParameter),
    standard: false,
    targetEntityName: null,
    type: 'APEX',
  });
}

function describeParameter({description, isList, label, name, type}: ActionParameter): Readonly<Record<string, unknown>> {
  return {description, label, maxOccurs: isList ? MOST_OCCURRENCES : 1, name, picklistValues: null, type: type.toUpperCase()};
}

/** "The value of actionName varies for custom actions": for Apex, that of the invocable method. */
function invoke(call: Call, name: string): ApiResponse {
  const answer = call.org.invokeAction(name, call.request.body ?? '', call.userId);
  if (answer.kind === 'refusal') throw new ApiError(answer.status, answer.errorCode, answer.message);
  const {action, outcomes} = answer;
  const isSuccess = outcomes.every(({kind}) => kind === 'success');
  return jsonResponse(
    isSuccess ? 200 : 400,
    outcomes.map((outcome) => writeOutcome(action, outcome)),
  );
}

function writeOutcome({methodName}: ApexAction, outcome: ActionOutcome): Readonly<Record<string, unknown>> {
  const isSuccess = outcome.kind === 'success';
  return {
    actionName: methodName,
    errors: isSuccess ? null : [{...outcome.error, fields: []}],
    invocationId: null,
    isSuccess,
    outcome: null,
    outputValues: isSuccess ? writeOutputs(outcome.outputs) : null,
    sortOrder: -1,
    version: 1,
  };
}

function writeOutputs(outputs: ReadonlyMap<string, unknown> | null): Readonly<Record<string, unknown>> | null {
  return outputs === null ? null : Object.fromEntries([...outputs].map(([name, value]) => [name, writeOutput(value)]));
}

function writeOutput(value: unknown): unknown {
  if (value instanceof ApexList) return value.elements.map(writeOutput);
  const written = writeValue(value);
  if (value instanceof SObject || (typeof written === 'object' && written !== null))
    throw new UnsupportedError('U321 An action that gives records or objects of classes is not supported.');
  return written;
}
