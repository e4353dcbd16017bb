import type {ForInitContext, ForStatementContext} from '@apexdevtools/apex-parser';
import type {EnhancedForStatement, ForStatement, Statement} from './ast.ts';
import {expression, expressions} from './expressions.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {typeReference} from './types.ts';
import {localVariables} from './variables.ts';

export function forStatement(
  context: ForStatementContext,
  source: SourceText,
  body: Statement | null,
): ForStatement | EnhancedForStatement {
  const span = source.span(context);
  const control = context.forControl();
  const each = optional(control.enhancedForControl());
  if (each !== null) {
    return {
      kind: 'for each',
      type: typeReference(each.typeRef(), source),
      variable: source.identifier(each.id()),
      iterable: expression(each.expression(), source),
      body,
      span,
    };
  }
  const initial = optional(control.forInit());
  const condition = optional(control.expression());
  const update = optional(control.forUpdate());
  return {
    kind: 'for',
    initializer: initial === null ? null : initializer(initial, source),
    condition: condition === null ? null : expression(condition, source),
    updates: update === null ? [] : expressions(update.expressionList(), source),
    body,
    span,
  };
}

function initializer(context: ForInitContext, source: SourceText): ForStatement['initializer'] {
  const variables = optional(context.localVariableDeclaration());
  return variables === null ? expressions(context.expressionList(), source) : localVariables(variables, source);
}
