/** `Label.Name` and `System.Label.Name`: the call `System.Label.get(namespace, name)` that they stand for. */
import type {Body} from './body.ts';
import {bound} from './referents.ts';
import type {Named, Referent} from './referents.ts';
import type {TypedExpression} from './typed-tree.ts';

/** The namespace of an org without one. */
const OWN_NAMESPACE = 'c';

export function labelMember(body: Body, namespace: string, name: Named): readonly Referent[] {
  const {universe} = body.unit;
  if (universe.labels.has(name.text.toLowerCase())) return [bound(labelCall(body, namespace, name))];
  return namespace === '' && name.text.toLowerCase() === OWN_NAMESPACE ? [{kind: 'labels', namespace: OWN_NAMESPACE}] : [];
}

function labelCall({unit}: Body, namespace: string, {text, span}: Named): TypedExpression {
  const {universe} = unit;
  const type = universe.well.string;
  const label = universe.findType(['System', 'Label'], null);
  const getters = label === null ? [] : universe.findMethods(universe.typeOf(label), 'get');
  const method = getters.find(({parameters}) => parameters.length === 2);
  if (method === undefined) throw new Error('The platform signatures lack System.Label.get(String, String)');
  const literal = (value: string): TypedExpression => ({kind: 'literal', value: {kind: 'string', value}, type, span});
  return {kind: 'call', method, target: null, arguments: [literal(namespace), literal(text)], isSuper: false, safe: false, type, span};
}
