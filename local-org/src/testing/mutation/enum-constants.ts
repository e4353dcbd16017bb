/** The enums of a project, for changing one constant into another. */
import type {CompilationUnit, Expression} from '../../apex/syntax/ast.ts';

/** Constants as declared, by the qualified name of the enum in lower case. */
export type EnumConstants = ReadonlyMap<string, readonly string[]>;

export function enumConstants(trees: readonly CompilationUnit[]): EnumConstants {
  const enums = new Map<string, readonly string[]>();
  const add = (tree: CompilationUnit, outer: string) => {
    const name = outer + tree.name.text.toLowerCase();
    if (tree.kind === 'enum') {
      enums.set(
        name,
        tree.constants.map(({text}) => text),
      );
    }
    if (tree.kind !== 'class') return;
    for (const member of tree.members) if (member.kind === 'class' || member.kind === 'enum') add(member, `${name}.`);
  };
  for (const tree of trees) add(tree, '');
  return enums;
}

/**
 * The constant declared after this one, the first after the last; null where the expression is no constant of a known enum that has two.
 *
 * @param within name of the top-level class that holds the expression, whose own enums come first
 */
export function nextConstant(expression: Extract<Expression, {kind: 'member'}>, within: string, enums: EnumConstants): string | null {
  const owner = dottedName(expression.target);
  if (owner === null) return null;
  const constants = enums.get(`${within}.${owner}`.toLowerCase()) ?? enums.get(owner.toLowerCase()) ?? [];
  const index = constants.findIndex((constant) => constant.toLowerCase() === expression.name.text.toLowerCase());
  const next = constants[(index + 1) % constants.length];
  return index === -1 || constants.length < 2 ? null : (next ?? null);
}

function dottedName(expression: Expression): string | null {
  if (expression.kind === 'name') return expression.name.text;
  if (expression.kind !== 'member' || expression.safe) return null;
  const target = dottedName(expression.target);
  return target === null ? null : `${target}.${expression.name.text}`;
}
