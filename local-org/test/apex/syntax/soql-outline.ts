/** Parts of queries as short text, so that a test can say in one line what it expects. */
import type {Condition, FieldPath, SoqlFunction, SoqlValue} from '../../../src/apex/syntax/soql-ast.ts';
import {text} from './outline.ts';

export function fieldText(node: FieldPath | SoqlFunction): string {
  if (node.kind === 'field') return node.parts.map((part) => part.text).join('.');
  const given = node.arguments.map((argument) =>
    argument.kind === 'field' || argument.kind === 'function' ? fieldText(argument) : valueText(argument),
  );
  return `${node.name.text}(${given.join(',')})`;
}

export function conditionText(node: Condition): string {
  switch (node.kind) {
    case 'and':
    case 'or':
      return `(${node.conditions.map(conditionText).join(` ${node.kind} `)})`;
    case 'not':
      return `not(${conditionText(node.condition)})`;
    case 'comparison':
      return `${fieldText(node.left)} ${node.operator} ${valueText(node.right)}`;
  }
}

export function valueText(value: SoqlValue): string {
  switch (value.kind) {
    case 'null':
      return 'null';
    case 'boolean':
      return String(value.value);
    case 'string':
      return `'${value.value}'`;
    case 'number':
      return value.text;
    case 'date':
    case 'datetime':
    case 'time':
      return `${value.kind} ${value.text}`;
    case 'date literal':
      return value.n === null ? value.name : `${value.name}:${String(value.n)}`;
    case 'currency':
      return `${value.iso} ${value.text}`;
    case 'bind':
      return `:${text(value.expression)}`;
    case 'list':
      return `[${value.values.map(valueText).join(',')}]`;
    case 'subquery':
      return `{${value.query.from.map(({object}) => fieldText(object)).join(',')}}`;
  }
}
