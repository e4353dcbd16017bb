/** Bodies of methods, constructors, accessors and initialisers. */
import type {TypeSymbol} from '../semantics/symbols.ts';
import type {Local, TypedBlock, TypedExpression, TypedStatement} from '../semantics/typed-tree.ts';
import {FunctionScope, type Emission, type UnitContext} from './context.ts';
import {emitEffect, emitExpression} from './expressions.ts';
import {localName, quote} from './names.ts';
import {neverNullLocals} from './nullness.ts';
import {emitStatement, emitStatements} from './statements.ts';

export interface FunctionShape {
  /** What comes before the parameters: a slot in quotes and brackets, or `function name`. */
  readonly head: string;
  /** As stack traces print it. */
  readonly label: string;
  readonly owner: TypeSymbol | null;
  readonly isStatic: boolean;
  readonly parameters: readonly Local[];
  /** All statements of the function, to learn which locals are never null. */
  readonly statements: readonly TypedStatement[];
  /** What a `return` without a value gives. */
  readonly result?: string;
}

/** Writes a function whose body `write` writes. */
export function emitFunction(unit: UnitContext, shape: FunctionShape, write: (cx: Emission) => void): void {
  const {writer} = unit;
  writer.inMethod(shape.label, shape.owner?.qualifiedName ?? null, () => {
    writer.write(`${shape.head}(${shape.parameters.map(localName).join(', ')}) {`);
    const declaration = writer.reserve();
    const scope = new FunctionScope(shape.owner, shape.isStatic, neverNullLocals(shape.statements), shape.result);
    scope.visible.push(...shape.parameters);
    write(emission(unit, scope));
    writer.fill(declaration, scope.declaration);
    writer.write('}');
  });
}

export function emission(unit: UnitContext, scope: FunctionScope): Emission {
  const cx: Emission = {
    unit,
    scope,
    emit: (expression: TypedExpression) => emitExpression(cx, expression),
    emitEffect: (expression: TypedExpression) => emitEffect(cx, expression),
    statement: (statement: TypedStatement) => {
      emitStatement(cx, statement);
    },
    block: (block: TypedBlock) => {
      scope.inBlock(() => {
        emitStatements(cx, block);
      });
    },
  };
  return cx;
}

/** A method of a JavaScript class. */
export function methodHead(slot: string): string {
  return `[${quote(slot)}]`;
}
