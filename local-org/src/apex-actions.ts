/**
 * Invocable methods of a project's classes, as the custom actions that are called from outside of Apex (Actions Developer Guide, "Apex Actions" and "Invoking
 * Actions"; Apex Developer Guide, "InvocableMethod Annotation" and "InvocableVariable Annotation").
 */
import type {AnnotationInfo, ClassInfo, FieldInfo, MethodInfo} from './apex/codegen/unit.ts';
import type {RuntimeType} from './apex/runtime/runtime-type.ts';
import {UnsupportedError} from './apex/runtime/unsupported.ts';
import type {Org} from './org.ts';

export interface ActionParameter {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly isRequired: boolean;
  /** Canonical name of its Apex type; of an element's where it is a list. */
  readonly type: string;
  readonly isList: boolean;
}

export interface ApexAction {
  /** That of the class, by which the action is called. */
  readonly name: string;
  readonly methodName: string;
  readonly label: string;
  readonly description: string | null;
  readonly inputs: readonly ActionParameter[];
  readonly outputs: readonly ActionParameter[];
}

/** An action with what runs it. */
export interface Invocable {
  readonly action: ApexAction;
  readonly info: ClassInfo;
  readonly method: MethodInfo;
  /** Of the one parameter, a list; null where the method has none. */
  readonly parameterType: RuntimeType | null;
  /** Of an element of what the method returns; null where it returns nothing. */
  readonly resultType: RuntimeType | null;
}

/** What an output is called that isn't a variable of a class. */
export const SINGLE_OUTPUT = 'output';

/** All actions of the org, in the order of their names. */
export function findInvocables(org: Org): readonly Invocable[] {
  return org.generation.classes.all
    .flatMap((info) => {
      const method = info.methods.find(({annotations}) => annotationOf(annotations, 'invocablemethod') !== undefined);
      return method === undefined ? [] : [toInvocable(org, info, method)];
    })
    .toSorted((left, right) => (left.action.name < right.action.name ? -1 : 1));
}

function toInvocable(org: Org, info: ClassInfo, method: MethodInfo): Invocable {
  const {types} = org.generation;
  const [parameter] = method.parameters;
  const parameterType = parameter === undefined ? null : types.get(parameter.type);
  const resultType = method.returnType === 'void' ? null : elementOf(types.get(method.returnType));
  const about = annotationOf(method.annotations, 'invocablemethod')?.arguments ?? {};
  const action: ApexAction = {
    name: info.name,
    methodName: method.name,
    label: textOf(about['label']) ?? method.name,
    description: textOf(about['description']),
    inputs: parameterType === null ? [] : parametersOf(org, elementOf(parameterType), parameter?.name ?? ''),
    outputs: resultType === null ? [] : parametersOf(org, resultType, SINGLE_OUTPUT),
  };
  return {action, info, method, parameterType, resultType};
}

/** The variables of a class that are annotated; a single parameter of any other type. */
function parametersOf(org: Org, type: RuntimeType, singleName: string): readonly ActionParameter[] {
  const info = type.kind === 'class' ? org.generation.classes.info(type.name) : null;
  if (info === null) return [toParameter(type, singleName, {})];
  return info.fields.flatMap((field) => {
    const annotation = annotationOf(field.annotations, 'invocablevariable');
    return annotation === undefined ? [] : [variableOf(org, field, annotation)];
  });
}

function variableOf(org: Org, field: FieldInfo, {arguments: about}: AnnotationInfo): ActionParameter {
  return toParameter(org.generation.types.get(field.type), field.name, about);
}

function toParameter(type: RuntimeType, name: string, about: AnnotationInfo['arguments']): ActionParameter {
  const isList = type.kind === 'list';
  return {
    name,
    label: textOf(about['label']) ?? name,
    description: textOf(about['description']),
    isRequired: about['required'] === true,
    type: isList ? elementOf(type).name : type.name,
    isList,
  };
}

export function elementOf(type: RuntimeType): RuntimeType {
  const [element] = type.arguments;
  if (element === undefined) throw new UnsupportedError(`U321 An action with values of the type ${type.name} is not supported.`);
  return element;
}

function annotationOf(annotations: readonly AnnotationInfo[], wanted: string): AnnotationInfo | undefined {
  return annotations.find(({name}) => name === wanted);
}

function textOf(value: string | boolean | number | undefined): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
