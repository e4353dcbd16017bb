/** Members as the supplement writes them: `static Id enqueueJob(Queueable job)`, `Integer size`, `<init>(String message)`. */
import type {FieldSignature, MethodSignature} from './class-signature.ts';
import {parseTypeSignature, splitAtTopLevel} from './type-signature.ts';

export type MemberSignature =
  {readonly kind: 'field'; readonly field: FieldSignature} | {readonly kind: 'method' | 'constructor'; readonly method: MethodSignature};

const MEMBER = /^(?<modifiers>(?:(?:static|abstract|final) )*)(?:(?<type>\S.*?) )?(?<name><init>|\w+)(?:\((?<parameters>.*)\))?$/;

/** @throws Error where the text is no member. */
export function parseMember(text: string, typeParameters: readonly string[]): MemberSignature {
  const parts = MEMBER.exec(text.replaceAll(/,\s+/g, ','))?.groups;
  const {modifiers = '', type, name, parameters} = parts ?? {};
  if (name === undefined || (type === undefined && name !== '<init>')) throw new Error(`This is no member of a class: ${text}`);
  const isStatic = modifiers.includes('static');
  const memberType = parseTypeSignature(type ?? 'void', typeParameters);
  if (parameters === undefined) return {kind: 'field', field: {name, isStatic, isFinal: modifiers.includes('final'), type: memberType}};
  const method: MethodSignature = {
    name,
    isStatic,
    isAbstract: modifiers.includes('abstract'),
    visibility: 'public',
    parameters: splitAtTopLevel(parameters).map((parameter) => parseParameter(parameter, typeParameters)),
    returnType: memberType,
    givesQueryResult: false,
  };
  return {kind: name === '<init>' ? 'constructor' : 'method', method};
}

function parseParameter(text: string, typeParameters: readonly string[]): MethodSignature['parameters'][number] {
  const space = text.lastIndexOf(' ');
  return {name: text.slice(space + 1), type: parseTypeSignature(text.slice(0, space), typeParameters)};
}
