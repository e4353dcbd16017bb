/** `throw` and `try`. */
import type * as ast from '../syntax/ast.ts';
import {bindBlock, declareVariable} from './bind-blocks.ts';
import {isRefused} from './bind-operators.ts';
import {bindType} from './bind-types.ts';
import type {Body} from './body.ts';
import type {ClassType, Type} from './symbols.ts';
import type {TypedStatement} from './typed-tree.ts';

type Catch = Extract<TypedStatement, {kind: 'try'}>['catches'][number];

export function bindThrow(body: Body, {value, span}: ast.ThrowStatement): TypedStatement {
  const {unit} = body;
  const bound = body.bind(value);
  if (!isRefused(bound) && bound.type.kind !== 'null' && !isException(body, bound.type))
    unit.report('E410', value.span, `Throw expression must be of type exception: ${unit.display(bound.type)}`);
  return {kind: 'throw', value: bound, span};
}

export function bindTry(body: Body, {body: tried, catches, finally: cleanup, span}: ast.TryStatement): TypedStatement {
  const {unit} = body;
  const bound = bindBlock(body, tried);
  const caught: ClassType[] = [];
  const handlers = catches.flatMap((clause): Catch[] => {
    const type = bindType(unit, clause.type, body);
    if (type.kind === 'class' && !isException(body, type))
      unit.report('E408', clause.type.span, `Catch block variable must be of type exception: ${unit.display(type)}`);
    if (type.kind === 'class' && caught.some((earlier) => unit.universe.isSubtype(type, earlier)))
      unit.report('E409', clause.type.span, `Exception type already caught: ${unit.display(type)}`);
    return body.scope.inBlock(() => {
      const local = declareVariable(body, clause.variable, type);
      const handler = bindBlock(body, clause.body);
      if (type.kind !== 'class') return [];
      caught.push(type);
      return [{type, local, body: handler, span: clause.span}];
    });
  });
  return {kind: 'try', body: bound, catches: handlers, finally: cleanup === null ? null : bindBlock(body, cleanup), span};
}

function isException({unit: {universe}}: Body, type: Type): boolean {
  return universe.isSubtype(type, universe.well.exception);
}
