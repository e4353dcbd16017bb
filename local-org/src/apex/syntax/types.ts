/** Names of types, modifiers and annotations. */
import type {
  AnnotationContext,
  CreatedNameContext,
  ElementValueContext,
  IdContext,
  ModifierContext,
  QualifiedNameContext,
  TypeArgumentsContext,
  TypeListContext,
  TypeRefContext,
} from '@apexdevtools/apex-parser';
import type {Annotation, Identifier, Modifier, ModifierName, TypeReference} from './ast.ts';
import {literal} from './literals.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';

export function typeReference(context: TypeRefContext, source: SourceText): TypeReference {
  return {
    parts: context.typeName_list().map((part) => {
      const written = optional(part.typeArguments());
      const name = part.start;
      const span = source.between(name, name);
      return {name: {text: source.slice(span), span}, typeArguments: written === null ? [] : typeArguments(written, source)};
    }),
    arrayDimensions: context.arraySubscripts().LBRACK_list().length,
    span: source.span(context),
  };
}

function typeArguments(context: TypeArgumentsContext, source: SourceText): TypeReference[] {
  return typeList(context.typeList(), source);
}

export function typeList(context: TypeListContext, source: SourceText): TypeReference[] {
  return context.typeRef_list().map((type) => typeReference(type, source));
}

/** The type after `new`. */
export function createdType(context: CreatedNameContext, arrayDimensions: number, source: SourceText): TypeReference {
  return {
    parts: context.idCreatedNamePair_list().map((pair) => {
      const written = optional(pair.typeList());
      return {name: source.identifier(pair.anyId()), typeArguments: written === null ? [] : typeList(written, source)};
    }),
    arrayDimensions,
    span: source.span(context),
  };
}

export function qualifiedType(context: QualifiedNameContext, source: SourceText): TypeReference {
  return {
    parts: identifiers(context.id_list(), source).map((name) => ({name, typeArguments: []})),
    arrayDimensions: 0,
    span: source.span(context),
  };
}

export function identifiers(contexts: readonly IdContext[], source: SourceText): Identifier[] {
  return contexts.map((context) => source.identifier(context));
}

/** Annotations and modifiers stand in any order and are told apart here. */
export function modifiersOf(
  contexts: readonly ModifierContext[],
  source: SourceText,
): {readonly annotations: Annotation[]; readonly modifiers: Modifier[]} {
  const annotations: Annotation[] = [];
  const modifiers: Modifier[] = [];
  for (const context of contexts) {
    const written = optional(context.annotation());
    if (written === null) modifiers.push({name: modifierName(context, source), span: source.span(context)});
    else annotations.push(annotation(written, source));
  }
  return {annotations, modifiers};
}

function modifierName(context: ModifierContext, source: SourceText): ModifierName {
  if (optional(context.SHARING()) === null) return source.written(context).toLowerCase() as ModifierName;
  if (optional(context.WITH())) return 'with sharing';
  return optional(context.WITHOUT()) ? 'without sharing' : 'inherited sharing';
}

function annotation(context: AnnotationContext, source: SourceText): Annotation {
  const pairs = optional(context.elementValuePairs());
  const lone = optional(context.elementValue());
  const named = pairs === null ? [] : pairs.elementValuePair_list();
  return {
    name: source.identifier(context.id()),
    arguments:
      lone === null
        ? named.map((pair) => ({
            name: source.identifier(pair.id()),
            value: annotationValue(pair.elementValue(), source),
            span: source.span(pair),
          }))
        : [{name: null, value: annotationValue(lone, source), span: source.span(lone)}],
    span: source.span(context),
  };
}

function annotationValue(context: ElementValueContext, source: SourceText) {
  return literal(context.literal(), source);
}
