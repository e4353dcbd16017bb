/**
 * Turning one assertion of a test into its opposite. A test that passes either way passes for a wrong reason: conformance is worth what
 * this finds.
 */
import {parseClass} from '../apex/syntax/parse.ts';
import type {Expression, MethodDeclaration, Statement} from '../apex/syntax/ast.ts';

export interface TestName {
  readonly class: string;
  readonly method: string;
}

/** Text to put in the place of a range of a source. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The opposite of each assertion, of `System` and of `Assert`, lower-case (Apex Reference Guide, "System Class" and "Assert Class"). */
const OPPOSITES: Readonly<Record<string, string>> = {
  assertequals: 'assertNotEquals',
  assertnotequals: 'assertEquals',
  areequal: 'areNotEqual',
  arenotequal: 'areEqual',
  istrue: 'isFalse',
  isfalse: 'isTrue',
  isnull: 'isNotNull',
  isnotnull: 'isNull',
  isinstanceoftype: 'isNotInstanceOfType',
  isnotinstanceoftype: 'isInstanceOfType',
};

/**
 * The edit that inverts the last assertion which the method surely reaches: a statement of its outermost block.
 *
 * @returns null where there is none
 */
export function invertedAssertion(source: string, {method}: TestName): Edit | null {
  const {tree} = parseClass(source, '');
  if (tree?.kind !== 'class') return null;
  const declaration = tree.members.find((member) => member.kind === 'method' && member.name.text.toLowerCase() === method.toLowerCase());
  return declaration?.kind === 'method' ? lastAssertion(declaration, source) : null;
}

function lastAssertion({body}: MethodDeclaration, source: string): Edit | null {
  for (const statement of body?.statements.toReversed() ?? []) {
    const edit = editOf(statement, source);
    if (edit !== null) return edit;
  }
  return null;
}

function editOf(statement: Statement, source: string): Edit | null {
  const expression = statement.kind === 'expression statement' ? statement.expression : null;
  if (expression?.kind !== 'method call' || !isAssertClass(expression.target)) return null;
  const {name} = expression;
  const opposite = OPPOSITES[name.text.toLowerCase()];
  if (opposite !== undefined) return {start: name.span.start, end: name.span.end, text: opposite};
  const [condition] = expression.arguments;
  if (name.text.toLowerCase() !== 'assert' || condition === undefined) return null;
  const {start, end} = condition.span;
  return {start, end, text: `!(${source.slice(start, end)})`};
}

function isAssertClass(target: Expression): boolean {
  if (target.kind === 'member') return target.name.text.toLowerCase() === 'assert' && target.target.kind === 'name';
  return target.kind === 'name' && ['system', 'assert'].includes(target.name.text.toLowerCase());
}

/** Applies edits that don't overlap. */
export function edited(source: string, edits: readonly Edit[]): string {
  let text = source;
  for (const {start, end, text: replacement} of edits.toSorted((left, right) => right.start - left.start)) {
    text = text.slice(0, start) + replacement + text.slice(end);
  }
  return text;
}

/** Every so-manieth of a list, so that a sample is spread over it and the same each time. */
export function spread<Item>(items: readonly Item[], count: number): readonly Item[] {
  const step = Math.max(1, items.length / count);
  return Array.from({length: Math.min(count, items.length)}, (_item, index) => items[Math.floor(index * step)]).filter(
    (item) => item !== undefined,
  );
}
