/** Classes, interfaces, enums and what they hold. */
import type {
  ClassBodyDeclarationContext,
  ClassDeclarationContext,
  EnumDeclarationContext,
  FormalParametersContext,
  InterfaceDeclarationContext,
  InterfaceMethodDeclarationContext,
  MemberDeclarationContext,
  MethodDeclarationContext,
  ModifierContext,
  PropertyBlockContext,
  PropertyDeclarationContext,
  TypeDeclarationContext,
} from '@apexdevtools/apex-parser';
import type {Span} from '../../diagnostics/source-location.ts';
import type {
  Annotation,
  ClassDeclaration,
  ClassMember,
  EnumDeclaration,
  InterfaceDeclaration,
  MethodDeclaration,
  Modifier,
  Parameter,
  PropertyAccessor,
  PropertyDeclaration,
  TypeDeclaration,
} from './ast.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {block} from './statements.ts';
import {identifiers, modifiersOf, typeList, typeReference} from './types.ts';
import {declarators} from './variables.ts';

/** What stands before a declaration, and the place of the whole of it. */
interface Head {
  readonly annotations: readonly Annotation[];
  readonly modifiers: readonly Modifier[];
  readonly span: Span;
}

export function typeDeclaration(context: TypeDeclarationContext, source: SourceText): TypeDeclaration {
  const head = {...modifiersOf(context.modifier_list(), source), span: source.span(context)};
  const written = optional(context.classDeclaration());
  if (written !== null) return classDeclaration(written, head, source);
  const contract = optional(context.interfaceDeclaration());
  return contract === null ? enumDeclaration(context.enumDeclaration(), head, source) : interfaceDeclaration(contract, head, source);
}

function classDeclaration(context: ClassDeclarationContext, head: Head, source: SourceText): ClassDeclaration {
  const superclass = optional(context.typeRef());
  const interfaces = optional(context.typeList());
  return {
    kind: 'class',
    ...head,
    name: source.identifier(context.id()),
    superclass: superclass === null ? null : typeReference(superclass, source),
    interfaces: interfaces === null ? [] : typeList(interfaces, source),
    members: context
      .classBody()
      .classBodyDeclaration_list()
      .flatMap((declaration) => bodyDeclaration(declaration, source)),
  };
}

function interfaceDeclaration(context: InterfaceDeclarationContext, head: Head, source: SourceText): InterfaceDeclaration {
  const interfaces = optional(context.typeList());
  return {
    kind: 'interface',
    ...head,
    name: source.identifier(context.id()),
    interfaces: interfaces === null ? [] : typeList(interfaces, source),
    methods: context
      .interfaceBody()
      .interfaceMethodDeclaration_list()
      .map((declaration) => interfaceMethod(declaration, source)),
  };
}

function enumDeclaration(context: EnumDeclarationContext, head: Head, source: SourceText): EnumDeclaration {
  const constants = optional(context.enumConstants());
  const names = constants === null ? [] : identifiers(constants.id_list(), source);
  return {kind: 'enum', ...head, name: source.identifier(context.id()), constants: names};
}

/** An empty declaration, a lone `;`, says nothing. */
function bodyDeclaration(context: ClassBodyDeclarationContext, source: SourceText): ClassMember[] {
  const body = optional(context.block());
  if (body !== null) {
    return [{kind: 'initializer', isStatic: optional(context.STATIC()) !== null, body: block(body, source), span: source.span(context)}];
  }
  const member = optional(context.memberDeclaration());
  return member === null ? [] : [memberDeclaration(member, context.modifier_list(), source.span(context), source)];
}

/** A member of a class, a trigger or an anonymous block: the three differ only in what they may hold. */
export function memberDeclaration(
  context: Omit<MemberDeclarationContext, 'constructorDeclaration'> & Partial<Pick<MemberDeclarationContext, 'constructorDeclaration'>>,
  modifiers: readonly ModifierContext[],
  span: Span,
  source: SourceText,
): ClassMember {
  const head = {...modifiersOf(modifiers, source), span};
  const method = optional(context.methodDeclaration());
  if (method !== null) return methodDeclaration(method, head, source);
  const field = optional(context.fieldDeclaration());
  if (field !== null) {
    const variables = declarators(field.variableDeclarators(), source);
    return {kind: 'field', ...head, type: typeReference(field.typeRef(), source), declarators: variables};
  }
  const property = optional(context.propertyDeclaration());
  if (property !== null) return propertyDeclaration(property, head, source);
  const inner = optional(context.classDeclaration());
  if (inner !== null) return classDeclaration(inner, head, source);
  const contract = optional(context.interfaceDeclaration());
  if (contract !== null) return interfaceDeclaration(contract, head, source);
  const constants = optional(context.enumDeclaration());
  if (constants !== null) return enumDeclaration(constants, head, source);
  const constructor = context.constructorDeclaration?.();
  if (constructor === undefined) throw new Error(`The syntax adapter doesn't know the member ${source.slice(span)}`);
  return {
    kind: 'constructor',
    ...head,
    name: source.identifier(constructor.qualifiedName()),
    parameters: parameters(constructor.formalParameters(), source),
    body: block(constructor.block(), source),
  };
}

function methodDeclaration(
  context: MethodDeclarationContext | InterfaceMethodDeclarationContext,
  head: Head,
  source: SourceText,
): MethodDeclaration {
  const type = optional(context.typeRef());
  const body = 'block' in context ? optional(context.block()) : null;
  return {
    kind: 'method',
    ...head,
    returnType: type === null ? null : typeReference(type, source),
    name: source.identifier(context.id()),
    parameters: parameters(context.formalParameters(), source),
    body: body === null ? null : block(body, source),
  };
}

function interfaceMethod(context: InterfaceMethodDeclarationContext, source: SourceText): MethodDeclaration {
  return methodDeclaration(context, {...modifiersOf(context.modifier_list(), source), span: source.span(context)}, source);
}

function parameters(context: FormalParametersContext, source: SourceText): Parameter[] {
  const list = optional(context.formalParameterList());
  return (list === null ? [] : list.formalParameter_list()).map((parameter) => ({
    ...modifiersOf(parameter.modifier_list(), source),
    type: typeReference(parameter.typeRef(), source),
    name: source.identifier(parameter.id()),
    span: source.span(parameter),
  }));
}

function propertyDeclaration(context: PropertyDeclarationContext, head: Head, source: SourceText): PropertyDeclaration {
  return {
    kind: 'property',
    ...head,
    type: typeReference(context.typeRef(), source),
    name: source.identifier(context.id()),
    accessors: context.propertyBlock_list().map((accessor) => propertyAccessor(accessor, source)),
  };
}

function propertyAccessor(context: PropertyBlockContext, source: SourceText): PropertyAccessor {
  const getter = optional(context.getter());
  const body = optional((getter ?? context.setter()).block());
  return {
    kind: getter === null ? 'set' : 'get',
    ...modifiersOf(context.modifier_list(), source),
    body: body === null ? null : block(body, source),
    span: source.span(context),
  };
}
