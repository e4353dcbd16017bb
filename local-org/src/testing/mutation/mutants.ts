/** All mutants of a source file, from its syntax tree; pure. */
import type {CompilationUnit, TriggerDeclaration} from '../../apex/syntax/ast.ts';
import type {Edit, EditContext} from './edits.ts';
import type {EnumConstants} from './enum-constants.ts';
import {editsOf} from './edits.ts';
import {maskedSource} from './masked-source.ts';
import type {LineRange, Mutant} from './mutant.ts';
import type {MutationOperator} from './operators.ts';
import type {Member, SyntaxNode} from './syntax-walk.ts';
import {walkSyntax} from './syntax-walk.ts';

export interface MutationSource {
  readonly kind: 'class' | 'trigger';
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly tree: CompilationUnit | TriggerDeclaration;
}

/** In the order of the source; two changes that make the same text of the same place count once, under the first operator. */
export function mutantsOf(file: MutationSource, operators: readonly MutationOperator[], enums: EnumConstants): Mutant[] {
  const {kind, name, path, source, tree} = file;
  const lineStarts = startsOfLines(source);
  const context: Omit<EditContext, 'returnType'> = {source, masked: maskedSource(source), within: name, enums};
  const mutants = new Map<string, Mutant>();
  for (const {node, member} of walkSyntax(tree)) {
    for (const edit of wantedEdits(node, {...context, returnType: member?.returnType ?? null}, operators)) {
      const {operator, range, replacement} = edit;
      const line = lineAt(lineStarts, range.start);
      const column = range.start - (lineStarts[line - 1] ?? 0) + 1;
      const key = [range.start, range.end, replacement].join('\0');
      if (mutants.has(key)) continue;
      mutants.set(key, {operator, kind, name, path, line, column, ...range, replacement, lines: linesOf(member, lineStarts)});
    }
  }
  return [...mutants.values()].sort((left, right) => left.start - right.start || left.end - right.end);
}

function wantedEdits(node: SyntaxNode, context: EditContext, operators: readonly MutationOperator[]): Edit[] {
  return editsOf(node, context).filter(({operator}) => operators.includes(operator));
}

function linesOf(member: Member | null, lineStarts: readonly number[]): LineRange | null {
  return member === null ? null : {first: member.span.line, last: lineAt(lineStarts, member.span.end - 1)};
}

function startsOfLines(source: string): readonly number[] {
  return [0, ...[...source.matchAll(/\n/g)].map(({index}) => index + 1)];
}

/** From 1. */
function lineAt(lineStarts: readonly number[], offset: number): number {
  const next = lineStarts.findIndex((start) => start > offset);
  return next === -1 ? lineStarts.length : next;
}
