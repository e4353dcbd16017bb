/** Lone names, `a.b` and `a?.b` as values. */
import type * as ast from '../syntax/ast.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import {isLeftOut} from '../../data/schema/signature-objects.ts';
import {NOWHERE} from '../../diagnostics/source-location.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import {errorExpression, refuse, unsupported} from './body.ts';
import type {Body} from './body.ts';
import {valueMember} from './bind-members.ts';
import {membersOf, namesake} from './name-readings.ts';
import type {Referent} from './referents.ts';
import {bound, firstValue} from './referents.ts';
import type {TypedExpression} from './typed-tree.ts';
import {unsupportedType} from './unsupported-types.ts';

/** A name that stands alone: only a value will do. */
export function bindName(body: Body, {name}: ast.NameExpression): TypedExpression {
  return firstValue(namesake(body, name)) ?? missingName(body, [name]);
}

/** A chain of names of which the first means nothing. */
function missingName(body: Body, names: readonly ast.Identifier[]): TypedExpression {
  const {unit} = body;
  const [first] = names;
  const span = first?.span ?? NOWHERE;
  return unsupportedName(body, names, span) ?? refuse(unit, 'E201', span, `Variable does not exist: ${first?.text ?? ''}`);
}

export function bindMember(body: Body, expression: ast.MemberExpression): TypedExpression {
  if (expression.safe) return bindSafeMember(body, expression);
  return memberOf(body, refer(body, expression.target), expression);
}

function memberOf(body: Body, targets: readonly Referent[], expression: ast.MemberExpression): TypedExpression {
  if (targets.length === 0) return refuseTarget(body, expression);
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
  if (members.length === 0 && targets.length > 0) return [bound(memberOf(body, targets, expression))];
  return members;
}

/** The mistake in a target that means nothing is that of its first name. */
export function refuseTarget(body: Body, target: ast.Expression): TypedExpression {
  return missingName(body, namesOf(target));
}

/** The names of `a.b.c`. */
function namesOf(expression: ast.Expression): readonly ast.Identifier[] {
  if (expression.kind === 'name') return [expression.name];
  return expression.kind === 'member' ? [...namesOf(expression.target), expression.name] : [];
}

function unsupportedName({unit}: Body, names: readonly ast.Identifier[], span: Span): TypedExpression | null {
  const texts = names.map(({text}) => text);
  const lack = unsupportedType(texts, unit.universe.schema);
  return lack === null ? null : unsupported(unit, lack.code, span, unit.universe.well.error, lack.message);
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

function missingMember(body: Body, targets: readonly Referent[], expression: ast.MemberExpression): TypedExpression {
  const {unit} = body;
  const {name, span} = expression;
  const [target] = targets;
  if (target?.kind === 'value') {
    if (target.type.kind === 'void') return refuse(unit, 'E326', span, 'The method returns no value: its call cannot be used as one');
    const value = target.build();
    if (value.type.kind === 'error') return errorExpression(unit, span);
    if (value.kind === 'sobject field' && value.access === 'value')
      return refuse(unit, 'E331', name.span, `A non foreign key field cannot be referenced in a path expression: ${value.field.name}`);
  }
  const lack = targets.some(({kind}) => kind === 'namespace') ? unsupportedName(body, namesOf(expression), span) : null;
  if (lack !== null) return lack;
  const object = targets.map(objectOf).find((each) => each !== null && isLeftOut(each, name.text));
  if (object != null) {
    const message = `${object.name}.${name.text} is not supported: local-org has no facts of that field`;
    return unsupported(unit, 'U203', name.span, unit.universe.well.error, message);
  }
  if (targets.some(({kind}) => kind === 'labels')) return refuse(unit, 'E218', name.span, `External string does not exist: ${name.text}`);
  return refuse(unit, 'E201', name.span, `Variable does not exist: ${name.text}`);
}

/** The object of a record, of its type or of its fields. */
function objectOf(referent: Referent): SObjectDescriptor | null {
  switch (referent.kind) {
    case 'value':
      return referent.type.kind === 'class' ? referent.type.symbol.descriptor : null;
    case 'type':
      return referent.symbol.descriptor;
    case 'fields of':
      return referent.object;
    case 'namespace':
    case 'labels':
    case 'describes':
      return null;
  }
}
