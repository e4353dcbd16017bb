import type {Bind, SoqlQuery} from '../../apex/syntax/soql-ast.ts';

/** What stands after the colons of a dynamic query, as written, in the order of the binds' numbers. */
export function dynamicBinds(query: SoqlQuery, text: string): readonly string[] {
  return [...bindsIn(query)]
    .sort((left, right) => left.index - right.index)
    .map(({expression}) => text.slice(expression.span.start, expression.span.end));
}

/** The tree is plain data: binds are found wherever they stand. */
function* bindsIn(node: unknown): Iterable<Bind> {
  if (typeof node !== 'object' || node === null) return;
  if (isBind(node)) yield node;
  else for (const part of Object.values(node)) yield* bindsIn(part);
}

function isBind(node: object): node is Bind {
  return 'kind' in node && node.kind === 'bind';
}
