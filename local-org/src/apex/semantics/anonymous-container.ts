/**
 * Anonymous code as the platform's compiler has it: what it declares are members of a class without a name. Methods see the variables of the block, so
 * that these are fields of that class once there are methods; where the block declares them it assigns to them.
 */
import type * as ast from '../syntax/ast.ts';

export interface AnonymousParts {
  /** The class that holds what is declared; null where nothing is but variables. */
  readonly container: ast.ClassDeclaration | null;
  readonly body: ast.Block;
}

export function partsOf({members, body, span}: ast.AnonymousUnit): AnonymousParts {
  if (members.length === 0) return {container: null, body};
  const areSeen = members.some(({kind}) => kind === 'method');
  const variables = areSeen ? body.statements.filter((statement) => statement.kind === 'local') : [];
  const name = {text: 'anonymous', span};
  const modifiers = [{name: 'public', span}] as const;
  const declared = [...variables.map(fieldOf), ...members.map(asStatic)];
  return {
    container: {kind: 'class', name, annotations: [], modifiers, superclass: null, interfaces: [], members: declared, span},
    body: areSeen ? {...body, statements: body.statements.flatMap(assigned)} : body,
  };
}

function fieldOf({annotations, type, declarators, span}: ast.LocalVariableDeclaration): ast.FieldDeclaration {
  const names = declarators.map((declarator) => ({...declarator, initializer: null}));
  return {kind: 'field', annotations, modifiers: [{name: 'static', span}], type, declarators: names, span};
}

function assigned(statement: ast.Statement): readonly ast.Statement[] {
  if (statement.kind !== 'local') return [statement];
  return statement.declarators.flatMap(({name, initializer, span}) => {
    if (initializer === null) return [];
    const target = {kind: 'name', name, span: name.span} as const;
    const expression = {kind: 'assignment', operator: '=', target, value: initializer, span} as const;
    return [{kind: 'expression statement', expression, span}];
  });
}

/** The methods are called without an instance. */
function asStatic(member: ast.ClassMember): ast.ClassMember {
  if (member.kind !== 'method' && member.kind !== 'property') return member;
  if (member.modifiers.some(({name}) => name === 'static')) return member;
  return {...member, modifiers: [...member.modifiers, {name: 'static', span: member.span}]};
}
