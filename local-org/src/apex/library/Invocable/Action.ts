/** `Invocable.Action`, its results and errors (Apex Reference Guide, "Action Class", "Action.Result Class", "Action.Error Class"). */
import {ApexFault} from '../../runtime/fault.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export class InvocableAction extends PlatformObject {
  override readonly typeName = 'Invocable.Action';
  /** `apex`, `flow` … of a custom action; null of a standard one. */
  readonly customType: string | null;
  readonly namespace: string | null;
  readonly name: string;
  readonly invocations: ApexMap[] = [];

  constructor(customType: string | null, namespace: string | null, name: string) {
    super();
    this.customType = customType;
    this.namespace = namespace;
    this.name = name;
  }
}

export class InvocableError extends PlatformObject {
  override readonly typeName = 'Invocable.Action.Error';
  readonly code: string | null;
  readonly message: string | null;

  constructor(code: string | null, message: string | null) {
    super();
    this.code = code;
    this.message = message;
  }

  override jsonMembers(): readonly (readonly [string, unknown])[] {
    return [
      ['code', this.code],
      ['message', this.message],
    ];
  }
}

export interface InvocableOutcome {
  readonly action: InvocableAction | null;
  readonly isSuccess: boolean;
  readonly errors: ApexList | null;
  readonly invocationParameters: ApexMap | null;
  readonly outputParameters: ApexMap | null;
}

export class InvocableResult extends PlatformObject {
  override readonly typeName = 'Invocable.Action.Result';
  readonly outcome: InvocableOutcome;

  constructor(outcome: InvocableOutcome) {
    super();
    this.outcome = outcome;
  }
}

function parametersMap(rt: Runtime): ApexMap {
  return new ApexMap(rt.types.get('Map<String,Object>'));
}

/** `setInvocationParameter` writes to the last invocation, which there is from the start (Apex Reference Guide, "addInvocation()"). */
function lastInvocation(rt: Runtime, {invocations}: InvocableAction): ApexMap {
  const last = invocations.at(-1);
  if (last !== undefined) return last;
  const first = parametersMap(rt);
  invocations.push(first);
  return first;
}

function newAction(type: string | null, namespace: string | null, name: string | null): InvocableAction {
  if (type === '' || name === null || name === '')
    throw new ApexFault('System.IllegalArgumentException', 'The action needs a type and a name');
  return new InvocableAction(type, namespace, name);
}

/** An invocation of a flow that doesn't exist fails by itself; the text of its error isn't documented. */
function invoke(rt: Runtime, action: InvocableAction): ApexList {
  const {customType, name} = action;
  const isMissing =
    customType?.toLowerCase() === 'flow' && !rt.org.project.flows.some((flow) => flow.name.toLowerCase() === name.toLowerCase());
  if (!isMissing) throw new UnsupportedError(`U314 Invoking the ${customType ?? 'standard'} action ${name} is not supported.`);
  const errors = () =>
    new ApexList(rt.types.get('List<Invocable.Action.Error>'), [new InvocableError('INVALID_API_NAME', `There is no flow ${name}`)]);
  return new ApexList(
    rt.types.get('List<Invocable.Action.Result>'),
    action.invocations.map(
      (invocationParameters) =>
        new InvocableResult({action, isSuccess: false, errors: errors(), invocationParameters, outputParameters: parametersMap(rt)}),
    ),
  );
}

export const invocableClasses: readonly ClassDefinition[] = [
  defineClass('Invocable.Action', {
    'createCustomAction(String,String)': (_rt: Runtime, type: string | null, name: string | null) => newAction(required(type), null, name),
    'createCustomAction(String,String,String)': (_rt: Runtime, type: string | null, namespace: string | null, name: string | null) =>
      newAction(required(type), namespace, name),
    'createStandardAction(String)': (_rt: Runtime, name: string | null) => newAction(null, null, name),
    'getType()': (_rt: Runtime, self: InvocableAction) => self.customType ?? self.name,
    'getName()': (_rt: Runtime, self: InvocableAction) => self.name,
    'getNamespace()': (_rt: Runtime, self: InvocableAction) => self.namespace,
    'isStandard()': (_rt: Runtime, self: InvocableAction) => self.customType === null,
    'addInvocation()': (rt: Runtime, self: InvocableAction) => {
      self.invocations.push(parametersMap(rt));
      return self;
    },
    'clearInvocations()': (_rt: Runtime, self: InvocableAction) => {
      self.invocations.length = 0;
      return self;
    },
    'setInvocationParameter(String,Object)': (rt: Runtime, self: InvocableAction, name: string | null, value: unknown) => {
      lastInvocation(rt, self).put(rt, required(name), value);
      return self;
    },
    'setInvocations(List<Map<String,Object>>)': (_rt: Runtime, self: InvocableAction, invocations: ApexList | null) => {
      self.invocations.splice(0, Infinity, ...(required(invocations).elements as ApexMap[]));
      return self;
    },
    'invoke()': invoke,
  }),
  defineClass('Invocable.Action.Error', {
    'getCode()': (_rt: Runtime, self: InvocableError) => self.code,
    'getMessage()': (_rt: Runtime, self: InvocableError) => self.message,
  }),
  defineClass('Invocable.Action.Result', {
    'getAction()': (_rt: Runtime, {outcome}: InvocableResult) => outcome.action,
    'isSuccess()': (_rt: Runtime, {outcome}: InvocableResult) => outcome.isSuccess,
    'getErrors()': (_rt: Runtime, {outcome}: InvocableResult) => outcome.errors,
    'getInvocationParameters()': (_rt: Runtime, {outcome}: InvocableResult) => outcome.invocationParameters,
    'getOutputParameters()': (_rt: Runtime, {outcome}: InvocableResult) => outcome.outputParameters,
  }),
];
