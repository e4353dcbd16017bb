import type {LocalVariableDeclarationContext, VariableDeclaratorsContext} from '@apexdevtools/apex-parser';
import type {LocalVariableDeclaration, VariableDeclarator} from './ast.ts';
import {expression} from './expressions.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {modifiersOf, typeReference} from './types.ts';

export function localVariables(context: LocalVariableDeclarationContext, source: SourceText): LocalVariableDeclaration {
  return {
    kind: 'local',
    ...modifiersOf(context.modifier_list(), source),
    type: typeReference(context.typeRef(), source),
    declarators: declarators(context.variableDeclarators(), source),
    span: source.span(context),
  };
}

export function declarators(context: VariableDeclaratorsContext, source: SourceText): VariableDeclarator[] {
  return context.variableDeclarator_list().map((declarator) => {
    const value = optional(declarator.expression());
    return {
      name: source.identifier(declarator.id()),
      initializer: value === null ? null : expression(value, source),
      span: source.span(declarator),
    };
  });
}
