/** `Label.Name` and `System.Label.Name`: the call `System.Label.get(namespace, name)` that they stand for. */
import {unsupported} from './body.ts';
import type {Body} from './body.ts';
import {bound} from './referents.ts';
import type {Named, Referent} from './referents.ts';
import {platformCall, stringLiteral} from './synthetic-calls.ts';
import type {TypedExpression} from './typed-tree.ts';

/** The namespace of an org without one. */
const OWN_NAMESPACE = 'c';

export function labelMember(body: Body, namespace: string, name: Named): readonly Referent[] {
  if (namespace !== '' && namespace.toLowerCase() !== OWN_NAMESPACE) return [bound(foreignLabel(body, namespace, name))];
  if (body.unit.universe.labels.has(name.text.toLowerCase())) return [bound(labelCall(body, namespace, name))];
  return namespace === '' ? [{kind: 'labels', namespace: name.text}] : [];
}

function foreignLabel({unit}: Body, namespace: string, {text, span}: Named): TypedExpression {
  return unsupported(
    unit,
    'U210',
    span,
    unit.universe.well.string,
    `Label.${namespace}.${text}: labels of another namespace are not supported`,
  );
}

function labelCall({unit}: Body, namespace: string, {text, span}: Named): TypedExpression {
  const {universe} = unit;
  const label = universe.findType(['System', 'Label'], null);
  if (label === null) throw new Error("The platform's signatures lack System.Label");
  const args = [namespace, text].map((argument) => stringLiteral(unit, argument, span));
  return platformCall(unit, universe.typeOf(label), null, 'get', args, span);
}
