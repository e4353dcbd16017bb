/** Walks over the typed tree. */
import type {TypedBlock, TypedExpression, TypedStatement} from '../semantics/typed-tree.ts';

/** Calls `enter` for every expression in the statements, outer ones first. */
export function forEachExpression(statements: readonly TypedStatement[], enter: (expression: TypedExpression) => void): void {
  for (const statement of statements) {
    for (const expression of expressionsOf(statement)) walk(expression, enter);
    forEachExpression(statementsOf(statement), enter);
  }
}

/** Calls `enter` for every statement, outer ones first. */
export function forEachStatement(statements: readonly TypedStatement[], enter: (statement: TypedStatement) => void): void {
  for (const statement of statements) {
    enter(statement);
    forEachStatement(statementsOf(statement), enter);
  }
}

function walk(expression: TypedExpression, enter: (expression: TypedExpression) => void): void {
  enter(expression);
  for (const part of partsOf(expression)) walk(part, enter);
}

function present<T>(...items: readonly (T | null)[]): readonly T[] {
  return items.filter((item): item is NonNullable<typeof item> => item !== null);
}

function statementsOf(statement: TypedStatement): readonly TypedStatement[] {
  switch (statement.kind) {
    case 'block':
      return statement.statements;
    case 'if':
      return present(statement.then, statement.else);
    case 'while':
    case 'for each':
      return present(statement.body);
    case 'do while':
    case 'run as':
      return [statement.body];
    case 'for':
      return present<TypedStatement>(...statement.initializers, statement.body);
    case 'switch':
      return statement.cases.map(({body}) => body);
    case 'try':
      return present<TypedBlock>(statement.body, ...statement.catches.map(({body}) => body), statement.finally);
    case 'local':
    case 'expression':
    case 'return':
    case 'throw':
    case 'break':
    case 'continue':
    case 'dml':
    case 'merge':
    case 'unsupported':
      return [];
  }
}

function expressionsOf(statement: TypedStatement): readonly TypedExpression[] {
  switch (statement.kind) {
    case 'local':
    case 'return':
      return present(statement.value);
    case 'expression':
      return [statement.expression];
    case 'if':
    case 'while':
    case 'do while':
      return [statement.condition];
    case 'for':
      return present(statement.condition, ...statement.updates);
    case 'for each':
      return [statement.iterable];
    case 'switch':
      return [statement.subject, ...statement.cases.flatMap(({when}) => (when.kind === 'values' ? when.values : []))];
    case 'throw':
      return [statement.value];
    case 'dml':
      return [statement.records];
    case 'merge':
      return [statement.master, statement.duplicates];
    case 'run as':
      return [statement.user];
    case 'block':
    case 'break':
    case 'continue':
    case 'try':
    case 'unsupported':
      return [];
  }
}

function partsOf(expression: TypedExpression): readonly TypedExpression[] {
  switch (expression.kind) {
    case 'field':
    case 'property':
      return present(expression.target);
    case 'sobject field':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    case 'call':
      return present(expression.target, ...expression.arguments);
    case 'new object':
      return expression.arguments;
    case 'new sobject':
      return expression.fields.map(({value}) => value);
    case 'new collection':
      return expression.elements;
    case 'new map':
      return expression.entries.flatMap(({key, value}) => [key, value]);
    case 'new array':
      return [expression.size];
    case 'negate':
    case 'complement':
    case 'not':
      return [expression.operand];
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
    case 'coalesce':
      return [expression.left, expression.right];
    case 'conditional':
      return [expression.condition, expression.then, expression.else];
    case 'assign':
      return [expression.target, expression.value];
    case 'update':
      return [expression.target];
    case 'instanceof':
    case 'cast':
    case 'convert':
      return [expression.value];
    case 'query':
      return expression.binds;
    case 'search':
      return present(expression.search, ...expression.queries.flatMap(({binds}) => binds), expression.limit);
    case 'literal':
    case 'local':
    case 'this':
    case 'class literal':
    case 'sobject token':
    case 'sobject describe':
    case 'field token':
    case 'field describe':
    case 'enum constant':
    case 'unsupported':
      return [];
  }
}
