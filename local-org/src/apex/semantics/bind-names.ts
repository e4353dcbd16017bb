/** Lone names, `a.b` and `a?.b` as values. */
import type * as ast from '../syntax/ast.ts';
import {errorExpression, refuse} from './body.ts';
import type {Body} from './body.ts';
import {valueMember} from './bind-members.ts';
import {membersOf, namesake} from './name-readings.ts';
import type {Referent} from './referents.ts';
import {bound, firstValue} from './referents.ts';
import type {TypedExpression} from './typed-tree.ts';

/** A name that stands alone: only a value will do. */
export function bindName(body: Body, {name}: ast.NameExpression): TypedExpression {
  const value = firstValue(namesake(body, name));
  return value ?? refuse(body.unit, 'E201', name.span, `Variable does not exist: ${name.text}`);
}

export function bindMember(body: Body, expression: ast.MemberExpression): TypedExpression {
  if (expression.safe) return bindSafeMember(body, expression);
  const targets = refer(body, expression.target);
  if (targets.length === 0) return refuseTarget(body, expression.target);
  if (isRefused(targets)) return errorExpression(body.unit, expression.span);
  const value = firstValue(targets.flatMap((target) => membersOf(body, target, expression.name)));
  return value ?? missingMember(body, targets, expression);
}

/** All readings of an expression as something that a `.` may follow; none where its name means nothing. */
export function refer(body: Body, expression: ast.Expression): readonly Referent[] {
  if (expression.kind === 'name') return namesake(body, expression.name);
  if (expression.kind !== 'member' || expression.safe) return [bound(body.bind(expression))];
  const targets = refer(body, expression.target);
  const members = targets.flatMap((target) => membersOf(body, target, expression.name));
  // A chain that is only partly known is refused where it ends to be known.
  if (members.length === 0 && targets.length > 0) return [bound(bindMember(body, expression))];
  return members;
}

/** The mistake in a target that means nothing is that of its first name. */
export function refuseTarget(body: Body, target: ast.Expression): TypedExpression {
  let first = target;
  while (first.kind === 'member') first = first.target;
  const name = first.kind === 'name' ? first.name.text : 'expression';
  return refuse(body.unit, 'E201', first.span, `Variable does not exist: ${name}`);
}

export function isRefused(referents: readonly Referent[]): boolean {
  return referents.some((referent) => referent.kind === 'value' && referent.type.kind === 'error');
}

function bindSafeMember(body: Body, expression: ast.MemberExpression): TypedExpression {
  const {unit} = body;
  const targets = refer(body, expression.target);
  const target = targets.find((referent) => referent.kind === 'value');
  if (target === undefined) {
    if (targets.length === 0) return refuseTarget(body, expression.target);
    return refuse(unit, 'E330', expression.span, 'The safe navigation operator can only be used on an instance, not on a type');
  }
  const value = target.build();
  if (value.type.kind === 'error') return errorExpression(unit, expression.span);
  const member = valueMember(body, value, expression.name, true);
  return member?.build() ?? missingMember(body, [target], expression);
}

function missingMember(body: Body, targets: readonly Referent[], {name, span}: ast.MemberExpression): TypedExpression {
  const {unit} = body;
  const [target] = targets;
  if (target?.kind === 'value') {
    if (target.type.kind === 'void') return refuse(unit, 'E326', span, 'The method returns no value: its call cannot be used as one');
    const value = target.build();
    if (value.type.kind === 'error') return errorExpression(unit, span);
    if (value.kind === 'sobject field' && value.access === 'value')
      return refuse(unit, 'E331', name.span, `A non foreign key field cannot be referenced in a path expression: ${value.field.name}`);
  }
  if (targets.some(({kind}) => kind === 'labels')) return refuse(unit, 'E218', name.span, `External string does not exist: ${name.text}`);
  return refuse(unit, 'E201', name.span, `Variable does not exist: ${name.text}`);
}
