/** Calls a custom action as the REST API does (Actions Developer Guide, "Invoking Actions"). */
import {elementOf, findInvocables, SINGLE_OUTPUT, type ActionParameter, type ApexAction, type Invocable} from './apex-actions.ts';
import {typedOf} from './apex/library/json/deserialize.ts';
import {parseJson, type JsonNode} from './apex/library/json/json-tree.ts';
import {ApexException} from './apex/runtime/exceptions.ts';
import {ApexFault} from './apex/runtime/fault.ts';
import {ApexList} from './apex/runtime/list.ts';
import type {RuntimeType, RuntimeTypes} from './apex/runtime/runtime-type.ts';
import {UnsupportedError} from './apex/runtime/unsupported.ts';
import type {Org} from './org.ts';

export interface ActionError {
  readonly statusCode: string;
  readonly message: string;
}

/** What became of one input. */
export type ActionOutcome =
  /** By name; null of a method that returns nothing. */
  | {readonly kind: 'success'; readonly outputs: ReadonlyMap<string, unknown> | null}
  | {readonly kind: 'failure'; readonly error: ActionError};

/** The outcomes in the order of the inputs, or why the request was refused as a whole. */
export type ActionAnswer =
  | {readonly kind: 'answer'; readonly action: ApexAction; readonly outcomes: readonly ActionOutcome[]}
  | {readonly kind: 'refusal'; readonly status: 400 | 403 | 404; readonly errorCode: string; readonly message: string};

type Values = ReadonlyMap<string, unknown>;

/** The actions whose classes the user may access. */
export function visibleActions(org: Org, userId: string): readonly ApexAction[] {
  const access = org.security.of(userId);
  return findInvocables(org).flatMap(({info, action}) => (access.canAccessClass(info.name) ? [action] : []));
}

/**
 * Calls an action in a transaction of its own, as a user. An exception that nobody caught undoes everything.
 *
 * @param name of the class, in any case
 * @param body JSON: `{"inputs": [{"variable": value, …}, …]}`
 */
export function invokeAction(org: Org, name: string, body: string, userId: string): ActionAnswer {
  const invocable = findInvocables(org).find(({action}) => action.name.toLowerCase() === name.toLowerCase());
  if (invocable === undefined)
    return {kind: 'refusal', status: 404, errorCode: 'NOT_FOUND', message: 'The requested resource does not exist'};
  const {action} = invocable;
  if (!org.security.of(userId).canAccessClass(action.name)) {
    const message = `You do not have access to the Apex class named: ${action.name}`;
    return {kind: 'refusal', status: 403, errorCode: 'FORBIDDEN', message};
  }
  try {
    const inputs = inputsIn(body).map((input) => readInput(org, invocable, input));
    const missing = inputs.map((values) => missingIn(action, values));
    const outcomes = missing.some((error) => error !== null) ? missing.map(refused) : callAlone(org, invocable, inputs, userId);
    return {kind: 'answer', action, outcomes};
  } catch (error) {
    if (!(error instanceof ApexFault)) throw error;
    return {kind: 'refusal', status: 400, errorCode: 'JSON_PARSER_ERROR', message: error.message};
  }
}

function callAlone(org: Org, invocable: Invocable, inputs: readonly Values[], userId: string): readonly ActionOutcome[] {
  try {
    return org.transaction({userId, quiddity: 'INVOCABLE_ACTION'}, () => call(org, invocable, inputs));
  } catch (error) {
    if (!(error instanceof ApexException)) throw error;
    const message = `An Apex error occurred: ${error.type.name}: ${error.text ?? ''}`;
    return inputs.map(() => ({kind: 'failure', error: {statusCode: 'UNKNOWN_EXCEPTION', message}}));
  }
}

function inputsIn(body: string): readonly JsonNode[] {
  const json = parseJson(body);
  const inputs = json instanceof Map ? (json as ReadonlyMap<string, JsonNode>).get('inputs') : undefined;
  if (!Array.isArray(inputs) || inputs.length === 0)
    throw new UnsupportedError('U321 Calling an action without a list of "inputs", or with an empty one, is not supported.');
  return inputs as readonly JsonNode[];
}

/** What an input gives, as Apex values by the names of the parameters. */
function readInput({runtime: rt, generation}: Org, {action, parameterType}: Invocable, input: JsonNode): Values {
  if (!(input instanceof Map)) throw new UnsupportedError('U321 An input of an action that is no object is not supported.');
  const values = new Map<string, unknown>();
  for (const [name, value] of input as ReadonlyMap<string, JsonNode>) {
    const parameter = action.inputs.find((candidate) => candidate.name === name);
    if (parameter === undefined || parameterType === null)
      throw new UnsupportedError(`U321 The action ${action.name} has no input "${name}". How the platform refuses it is not documented.`);
    values.set(name, typedOf(rt, value, typeOf(generation, parameter), false));
  }
  return values;
}

function typeOf({types}: Org['generation'], {type, isList}: ActionParameter): RuntimeType {
  return isList ? types.list(types.get(type)) : types.get(type);
}

function missingIn({inputs}: ApexAction, values: Values): ActionError | null {
  const missing = inputs.find(({name, isRequired}) => isRequired && (values.get(name) ?? null) === null);
  return missing === undefined
    ? null
    : {statusCode: 'REQUIRED_FIELD_MISSING', message: `Missing required input parameter: ${missing.name}`};
}

function refused(error: ActionError | null): ActionOutcome {
  if (error === null) throw new UnsupportedError('U321 Calling an action with inputs only some of which are complete is not supported.');
  return {kind: 'failure', error};
}

function call(org: Org, {action, info, method, parameterType, resultType}: Invocable, inputs: readonly Values[]): readonly ActionOutcome[] {
  const body = org.generation.staticMethod(info.name, method.slot);
  if (body === null) throw new Error(`${info.name}.${method.name} was not loaded.`);
  const given = parameterType === null ? [] : [listOf(org, parameterType, action, inputs)];
  const returned = body(...given);
  if (resultType === null) return inputs.map(() => ({kind: 'success', outputs: null}));
  const results = returned instanceof ApexList ? returned.elements : [];
  if (results.length !== inputs.length) {
    const found = `${String(results.length)} results for ${String(inputs.length)} inputs`;
    throw new UnsupportedError(`U321 The action ${action.name} gave ${found}. How the platform answers is not documented.`);
  }
  return results.map((result) => ({kind: 'success', outputs: outputsOf(org, action, resultType, result)}));
}

function listOf({runtime: rt}: Org, type: RuntimeType, {inputs: parameters}: ApexAction, inputs: readonly Values[]): ApexList {
  const element = elementOf(type);
  const [single] = parameters;
  const elements = inputs.map((values) =>
    element.kind === 'class' ? requestOf(rt.types, element, values) : (values.get(single?.name ?? '') ?? null),
  );
  return new ApexList(type, elements);
}

/** Made by its constructor: what isn't given keeps its initial value. */
function requestOf(types: RuntimeTypes, type: RuntimeType, values: Values): unknown {
  const request = types.newInstance(type) as object;
  for (const field of types.instanceFields(type)) {
    if (values.has(field.name)) field.set(request, values.get(field.name));
  }
  return request;
}

function outputsOf({runtime: rt}: Org, {outputs}: ApexAction, type: RuntimeType, result: unknown): Values {
  if (type.kind !== 'class') return new Map([[SINGLE_OUTPUT, result]]);
  const fields = rt.types.instanceFields(type).filter(({name}) => outputs.some((output) => output.name === name));
  return new Map(fields.map((field) => [field.name, result === null ? null : field.get(result as object)]));
}
