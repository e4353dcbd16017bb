/** `new`: objects, SObjects with fields, lists, sets and maps with their content. */
import type {CreatorContext, ExpressionContext, NewExpressionContext} from '@apexdevtools/apex-parser';
import type {Expression, NewExpression, NewInitializer} from './ast.ts';
import {optional} from './source-text.ts';
import type {SourceText} from './source-text.ts';
import {createdType} from './types.ts';

export function creation(
  context: NewExpressionContext,
  source: SourceText,
  read: (context: ExpressionContext, source: SourceText) => Expression,
): NewExpression {
  const creator = context.creator();
  const dimensions = optional(creator.arrayCreatorRest()) === null ? 0 : 1;
  return {
    kind: 'new',
    type: createdType(creator.createdName(), dimensions, source),
    initializer: initializer(creator, (item) => read(item, source)),
    span: source.span(context),
  };
}

function initializer(creator: CreatorContext, read: (context: ExpressionContext) => Expression): NewInitializer {
  const call = optional(creator.classCreatorRest());
  if (call !== null) {
    const list = optional(call.arguments().expressionList());
    return fieldsOrArguments(list === null ? [] : list.expression_list().map(read));
  }
  const array = optional(creator.arrayCreatorRest());
  if (array !== null) {
    const size = optional(array.expression());
    if (size !== null) return {kind: 'size', size: read(size)};
    const elements = optional(array.arrayInitializer());
    return {kind: 'elements', elements: elements === null ? [] : elements.expression_list().map(read)};
  }
  const map = optional(creator.mapCreatorRest());
  if (map !== null) {
    const entries = map.mapCreatorRestPair_list().map((pair) => ({key: read(pair.expression(0)), value: read(pair.expression(1))}));
    return {kind: 'entries', entries};
  }
  const set = optional(creator.setCreatorRest());
  return {kind: 'elements', elements: set === null ? [] : set.expression_list().map(read)};
}

/** `new Lead(LastName = 'x')` sets fields; the same written with values alone calls a constructor. */
function fieldsOrArguments(given: readonly Expression[]): NewInitializer {
  const fields = given.flatMap((argument) =>
    argument.kind === 'assignment' && argument.operator === '=' && argument.target.kind === 'name'
      ? [{name: argument.target.name, value: argument.value, span: argument.span}]
      : [],
  );
  return fields.length > 0 && fields.length === given.length ? {kind: 'fields', fields} : {kind: 'arguments', arguments: given};
}
