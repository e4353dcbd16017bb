/** What each operator makes of one node of the syntax tree. */
import type {
  ClassDeclaration,
  EnumDeclaration,
  Expression,
  Identifier,
  NewExpression,
  Statement,
  TypeReference,
} from '../../apex/syntax/ast.ts';
import type {EnumConstants} from './enum-constants.ts';
import {nextConstant} from './enum-constants.ts';
import {balanced, operatorRange} from './masked-source.ts';
import type {Range} from './masked-source.ts';
import type {MutationOperator} from './operators.ts';
import type {SyntaxNode} from './syntax-walk.ts';

export interface Edit {
  readonly operator: MutationOperator;
  readonly range: Range;
  readonly replacement: string;
}

export interface EditContext {
  readonly source: string;
  /** See `maskedSource`. */
  readonly masked: string;
  /** Name of the top-level class or trigger. */
  readonly within: string;
  readonly enums: EnumConstants;
  /** Of the method that holds the node. */
  readonly returnType: TypeReference | null;
}

export function editsOf(node: SyntaxNode, context: EditContext): Edit[] {
  switch (node.kind) {
    case 'class':
      return sharingEdits(node);
    case 'enum':
      return orderEdits(node, context);
    case 'if':
    case 'conditional':
      return conditionEdits(node.condition, context, ['negated-condition', 'true-condition', 'false-condition']);
    case 'while':
    case 'do while':
      return conditionEdits(node.condition, context, ['negated-condition', 'false-condition']);
    case 'for':
      return node.condition === null ? [] : conditionEdits(node.condition, context, ['negated-condition', 'false-condition']);
    case 'return':
      return returnEdits(node, context);
    case 'expression statement':
      return isCall(node.expression) ? [{operator: 'call', range: node.span, replacement: '{}'}] : [];
    case 'dml':
    case 'merge':
      return [{operator: 'dml', range: node.span, replacement: '{}'}];
    case 'binary':
      return binaryEdits(node, context);
    case 'update':
      return updateEdits(node, context);
    case 'assignment':
      return assignmentEdits(node, context);
    case 'new':
      return elementEdits(node, context);
    case 'member':
      return constantEdits(node, context);
    case 'soql':
      return lockEdits(node, context);
    default:
      return [];
  }
}

type ConditionOperator = 'negated-condition' | 'true-condition' | 'false-condition';

function conditionEdits(condition: Expression, {source, masked}: EditContext, operators: readonly ConditionOperator[]): Edit[] {
  const range = balanced(masked, condition.span);
  const text = source.slice(range.start, range.end);
  const isEquality = condition.kind === 'binary' && /^([=!]==?|<>)$/.test(condition.operator);
  const replacements: Readonly<Record<ConditionOperator, string>> = {
    'negated-condition': `!(${text})`,
    'true-condition': 'true',
    'false-condition': 'false',
  };
  // The opposite of an equality is a mutant of its own, and negating a literal is one of the others.
  return operators
    .filter((operator) => operator !== 'negated-condition' || (!isEquality && condition.kind !== 'literal'))
    .map((operator) => ({operator, range, replacement: replacements[operator]}))
    .filter(({replacement}) => replacement !== text.toLowerCase());
}

function returnEdits({value}: Extract<Statement, {kind: 'return'}>, {source, masked, returnType}: EditContext): Edit[] {
  const type = returnType?.parts.at(-1)?.name.text.toLowerCase();
  if (value === null || type !== 'boolean' || returnType?.arrayDimensions !== 0) return [];
  const range = balanced(masked, value.span);
  const text = source.slice(range.start, range.end).toLowerCase();
  return ['true', 'false']
    .filter((replacement) => replacement !== text)
    .map((replacement) => ({operator: 'return', range, replacement}) as const);
}

function isCall({kind}: Expression): boolean {
  return kind === 'call' || kind === 'method call';
}

const SWAPS: ReadonlyMap<string, {readonly operator: MutationOperator; readonly other: string}> = new Map([
  ...['< <=', '<= <', '> >=', '>= >', '== !=', '!= ==', '<> ==', '=== !==', '!== ==='].map((pair) => swap('comparison', pair)),
  ...['&& ||', '|| &&'].map((pair) => swap('logical', pair)),
  ...['+ -', '- +', '++ --', '-- ++', '+= -=', '-= +='].map((pair) => swap('arithmetic', pair)),
]);

function swap(operator: MutationOperator, pair: string) {
  const [one = '', other = ''] = pair.split(' ');
  return [one, {operator, other}] as const;
}

function binaryEdits(node: Extract<Expression, {kind: 'binary'}>, {source, masked}: EditContext): Edit[] {
  const {left, right} = node;
  if (node.operator === '??') {
    const range = balanced(masked, node.span);
    return [left, right].map((side) => {
      const {start, end} = balanced(masked, side.span);
      return {operator: 'null-coalescing', range, replacement: `(${source.slice(start, end)})`};
    });
  }
  const swapped = SWAPS.get(node.operator);
  if (swapped === undefined || isText(node)) return [];
  const {operator, other} = swapped;
  return [{operator, range: operatorRange(masked, node.operator, left.span, right.span), replacement: other}];
}

/** Texts can be joined and not subtracted. */
function isText(expression: Expression): boolean {
  if (expression.kind === 'literal') return expression.value.kind === 'string';
  return expression.kind === 'binary' && expression.operator === '+' && (isText(expression.left) || isText(expression.right));
}

function updateEdits({operator, prefix, operand, span}: Extract<Expression, {kind: 'update'}>, {masked}: EditContext): Edit[] {
  const swapped = SWAPS.get(operator);
  if (swapped === undefined) return [];
  const start = prefix ? span.start : masked.indexOf(operator, operand.span.end);
  return [{operator: swapped.operator, range: {start, end: start + operator.length}, replacement: swapped.other}];
}

function assignmentEdits({operator, target, value}: Extract<Expression, {kind: 'assignment'}>, {masked}: EditContext): Edit[] {
  const swapped = SWAPS.get(operator);
  if (swapped === undefined || isText(value)) return [];
  return [{operator: swapped.operator, range: operatorRange(masked, operator, target.span, value.span), replacement: swapped.other}];
}

/** Of a list or set that starts with new objects alone: a table of checks, for example. */
function elementEdits({initializer}: NewExpression, {masked}: EditContext): Edit[] {
  if (initializer.kind !== 'elements' || !initializer.elements.every(({kind}) => kind === 'new')) return [];
  const ranges = initializer.elements.map(({span}) => balanced(masked, span));
  return ranges.map(({start, end}, index) => {
    const next = ranges[index + 1];
    const previous = ranges[index - 1];
    // One of the commas goes too.
    const range = next !== undefined ? {start, end: next.start} : {start: previous?.end ?? start, end};
    return {operator: 'element', range, replacement: ''};
  });
}

function constantEdits(node: Extract<Expression, {kind: 'member'}>, {within, enums}: EditContext): Edit[] {
  const replacement = nextConstant(node, within, enums);
  return replacement === null ? [] : [{operator: 'enum-constant', range: node.name.span, replacement}];
}

/** The order of the constants is that of `ordinal()`, by which some enums say what weighs more. */
function orderEdits({constants}: EnumDeclaration, {source}: EditContext): Edit[] {
  return constants.slice(1).map(({text, span}, index) => {
    const before = constants[index] as Identifier;
    const between = source.slice(before.span.end, span.start);
    const range = {start: before.span.start, end: span.end};
    return {operator: 'enum-order', range, replacement: `${text}${between}${before.text}`};
  });
}

/** The clause has no span of its own; nothing but `ALL ROWS` can follow it. */
function lockEdits({query}: Extract<Expression, {kind: 'soql'}>, {masked}: EditContext): Edit[] {
  if (!query.forClause.includes('update')) return [];
  const text = masked.slice(query.span.start, query.span.end);
  const clause = [...text.matchAll(/\bFOR\s+UPDATE\b/gi)].at(-1);
  if (clause === undefined) throw new Error(`There is no FOR UPDATE in ${text}`);
  const start = query.span.start + clause.index;
  return [{operator: 'lock', range: {start, end: start + clause[0].length}, replacement: ''}];
}

function sharingEdits({modifiers}: ClassDeclaration): Edit[] {
  return modifiers
    .filter(({name}) => name.endsWith(' sharing'))
    .map(({name, span}) => ({
      operator: 'sharing',
      range: span,
      replacement: name === 'without sharing' ? 'with sharing' : 'without sharing',
    }));
}
