/** The place at which statements and expressions are bound: what surrounds them decides what names mean. */
import type {ListedCode} from '../../diagnostics/codes.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type * as ast from '../syntax/ast.ts';
import type {Scope} from './scope.ts';
import type {FieldSymbol, Type, TypeSymbol} from './symbols.ts';
import type {TypedExpression, TypedStatement} from './typed-tree.ts';
import type {Unit} from './unit.ts';

export interface Place {
  /** The class whose code it is; null in triggers, and in anonymous code that declares no methods or types. */
  readonly type: TypeSymbol | null;
  readonly isStatic: boolean;
  readonly kind: 'method' | 'constructor' | 'initializer' | 'getter' | 'setter' | 'trigger' | 'anonymous';
  readonly returnType: Type;
  /** The property whose accessor it is: its name means the backing field. */
  readonly property: FieldSymbol | null;
  /** The object of a trigger: it gives `Trigger.new` its type. */
  readonly triggerObject: SObjectDescriptor | null;
  /** Whether the code is a test's, which sees `@TestVisible` members. */
  readonly isTest: boolean;
}

export interface Body extends Place {
  readonly unit: Unit;
  readonly scope: Scope;
  /** True between the parentheses of `this(…)` and `super(…)`, where there is no instance yet. */
  isBeforeConstruction: boolean;
  /** The name that is being assigned to: it is written and not read. */
  written: ast.Identifier | null;
  /** How many loops surround the statement that is being bound. */
  loops: number;
  /** How many expressions and types were refused so far in the statement that is being bound. */
  refusals: number;
  /** True once the backing field of `property` was used. */
  usesBackingField: boolean;
  bind(expression: ast.Expression): TypedExpression;
  /** A declaration of several variables is several statements. */
  bindStatement(statement: ast.Statement): readonly TypedStatement[];
}

/** The expression that stands where a refused one stood, so that one mistake gives one diagnostic. */
export function errorExpression(unit: Unit, span: Span): TypedExpression {
  return {kind: 'literal', value: {kind: 'null'}, type: unit.universe.well.error, span};
}

export function refuse(unit: Unit, code: ListedCode, span: Span, message: string): TypedExpression {
  unit.report(code, span, message);
  return errorExpression(unit, span);
}

/** Legal Apex that this org lacks: reported, and a throw at its place when it is reached. */
export function unsupported(unit: Unit, code: ListedCode & `U${string}`, span: Span, type: Type, message: string): TypedExpression {
  unit.report(code, span, message);
  return {kind: 'unsupported', code, message, type, span};
}

export function thisExpression(unit: Unit, type: TypeSymbol, span: Span, isImplied: boolean): TypedExpression {
  return {kind: 'this', isImplied, type: unit.universe.typeOf(type), span};
}

/** The outermost class around a type: the unit of privacy. */
export function topLevel(type: TypeSymbol): TypeSymbol {
  let outermost = type;
  while (outermost.outer !== null) outermost = outermost.outer;
  return outermost;
}
