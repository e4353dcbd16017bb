/** Which expressions can't be null: they need no check before they are dereferenced or calculated with. */
import type {Local, TypedExpression, TypedStatement} from '../semantics/typed-tree.ts';
import {forEachExpression, forEachStatement} from './walk.ts';

/** Never null: an operator's result, something new, a local that is only given such values. */
export function isNeverNull(expression: TypedExpression, locals: ReadonlySet<Local>): boolean {
  switch (expression.kind) {
    case 'literal':
      return expression.value.kind !== 'null';
    case 'local':
      return locals.has(expression.local);
    case 'this':
    case 'new object':
    case 'new sobject':
    case 'new collection':
    case 'new map':
    case 'new array':
    case 'negate':
    case 'complement':
    case 'not':
    case 'arithmetic':
    case 'compare':
    case 'and':
    case 'or':
    case 'instanceof':
    case 'class literal':
    case 'sobject token':
    case 'sobject describe':
    case 'field token':
    case 'field describe':
    case 'enum constant':
    case 'query':
    case 'search':
      return true;
    case 'conditional':
      return isNeverNull(expression.then, locals) && isNeverNull(expression.else, locals);
    case 'coalesce':
      return isNeverNull(expression.right, locals);
    case 'assign':
      return expression.operator !== null || isNeverNull(expression.value, locals);
    case 'update':
      return true;
    case 'cast':
    case 'convert':
      return isNeverNull(expression.value, locals);
    case 'sobject field':
      return expression.access === 'value' && expression.field.valueType === 'Boolean' && !isCutShort(expression);
    case 'field':
    case 'property':
    case 'index':
    case 'call':
    case 'unsupported':
      return false;
  }
}

/** Whether a `?.` before it may make the whole chain null. */
function isCutShort(expression: TypedExpression): boolean {
  switch (expression.kind) {
    case 'field':
    case 'property':
    case 'sobject field':
    case 'call':
      return expression.safe || (expression.target !== null && isCutShort(expression.target));
    case 'index':
      return isCutShort(expression.target);
    default:
      return false;
  }
}

/** The locals of a method that never hold null, whatever runs. Parameters, loop variables and caught exceptions aren't looked at. */
export function neverNullLocals(statements: readonly TypedStatement[], caught = new Set<Local>()): ReadonlySet<Local> {
  const assigned = new Map<Local, TypedExpression[]>();
  const unknown = new Set<Local>();
  const candidates = new Set<Local>(caught);
  forEachStatement(statements, (statement) => {
    if (statement.kind === 'local') {
      candidates.add(statement.local);
      if (statement.value === null) unknown.add(statement.local);
      else assignedTo(assigned, statement.local).push(statement.value);
    }
    if (statement.kind === 'try') for (const {local} of statement.catches) candidates.add(local);
  });
  forEachExpression(statements, (expression) => {
    if (expression.kind !== 'assign' || expression.target.kind !== 'local') return;
    if (expression.operator === null) assignedTo(assigned, expression.target.local).push(expression.value);
  });
  for (const local of unknown) candidates.delete(local);
  let changed = true;
  while (changed) {
    changed = false;
    for (const local of candidates) {
      if ((assigned.get(local) ?? []).every((value) => isNeverNull(value, candidates))) continue;
      candidates.delete(local);
      changed = true;
    }
  }
  return candidates;
}

function assignedTo(assigned: Map<Local, TypedExpression[]>, local: Local): TypedExpression[] {
  let values = assigned.get(local);
  if (values === undefined) assigned.set(local, (values = []));
  return values;
}
