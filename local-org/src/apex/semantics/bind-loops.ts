/** Loops. */
import type * as ast from '../syntax/ast.ts';
import {bindLoopBody, declareVariable} from './bind-blocks.ts';
import {convert, isQueryResult, isWithoutValue} from './bind-conversions.ts';
import {isRefused} from './bind-operators.ts';
import {bindCondition} from './bind-type-operators.ts';
import {bindType} from './bind-types.ts';
import type {Body} from './body.ts';
import {isCollection, isSObject, listElement} from './operand-types.ts';
import type {Type} from './symbols.ts';
import type {Local, TypedExpression, TypedStatement} from './typed-tree.ts';
import type {Unit} from './unit.ts';

type ForEach = Extract<TypedStatement, {kind: 'for each'}>;

export function bindWhile(body: Body, {condition, body: repeated, span}: ast.WhileStatement): TypedStatement {
  return {kind: 'while', condition: bindCondition(body, condition), body: bindLoopBody(body, repeated), span};
}

export function bindDoWhile(body: Body, {body: repeated, condition, span}: ast.DoWhileStatement): TypedStatement {
  const bound = bindLoopBody(body, repeated);
  const block = bound?.kind === 'block' ? bound : {kind: 'block' as const, statements: bound === null ? [] : [bound], span: repeated.span};
  return {kind: 'do while', body: block, condition: bindCondition(body, condition), span};
}

export function bindFor(body: Body, loop: ast.ForStatement): TypedStatement {
  return body.scope.inBlock(() => ({
    kind: 'for',
    initializers: bindInitializers(body, loop.initializer),
    condition: loop.condition === null ? null : bindCondition(body, loop.condition),
    updates: loop.updates.map((update) => body.bind(update)),
    body: bindLoopBody(body, loop.body),
    span: loop.span,
  }));
}

function bindInitializers(body: Body, initializer: ast.ForStatement['initializer']): readonly TypedStatement[] {
  if (initializer === null) return [];
  if ('kind' in initializer) return body.bindStatement(initializer);
  return initializer.map((expression) => ({kind: 'expression', expression: body.bind(expression), span: expression.span}));
}

export function bindForEach(body: Body, loop: ast.EnhancedForStatement): TypedStatement {
  const {unit} = body;
  const iterable = body.bind(loop.iterable);
  return body.scope.inBlock(() => {
    const type = bindType(unit, loop.type, body);
    const local = declareVariable(body, loop.variable, type);
    const source = iteration(unit, iterable, type, loop.iterable.span);
    const isKnown = source !== null && type.kind !== 'error';
    const element = isKnown ? elementOf(body, source, local, loop) : {local, conversion: null};
    const repeated = withConversion(element.conversion, bindLoopBody(body, loop.body));
    return {kind: 'for each', local: element.local, over: source?.over ?? 'collection', iterable, body: repeated, span: loop.span};
  });
}

interface Iteration {
  readonly over: ForEach['over'];
  readonly element: Type;
  /** Whether it is the rows of a query, static or dynamic: a variable of any object may take those. */
  readonly isQuery: boolean;
}

/** How an expression is iterated over; null, and reported, where it cannot be. */
function iteration(unit: Unit, iterable: TypedExpression, variable: Type, span: ast.Expression['span']): Iteration | null {
  const {universe} = unit;
  if (isRefused(iterable) || isWithoutValue(unit, iterable)) return null;
  const {type} = iterable;
  const element = listElement(universe, type);
  if (element !== null) {
    if (iterable.kind !== 'query' && !isQueryResult(universe, iterable)) return {over: 'collection', element, isQuery: false};
    const chunk = iterable.kind === 'query' ? type : variable;
    if (isChunk(unit, variable, element)) return {over: 'query chunks', element: chunk, isQuery: true};
    return {over: iterable.kind === 'query' ? 'query' : 'collection', element, isQuery: true};
  }
  if (isCollection(universe, type, 'set') && type.kind === 'class')
    return {over: 'collection', element: type.arguments[0] ?? universe.well.object, isQuery: false};
  const contract = type.kind === 'class' ? [type, ...universe.supertypes(type)].find(isIterable) : undefined;
  if (contract !== undefined) return {over: 'iterable', element: contract.arguments[0] ?? universe.well.object, isQuery: false};
  unit.report('E406', span, `Loop must iterate over collection: ${unit.display(type)}`);
  return null;
}

function isIterable({symbol}: {readonly symbol: {readonly name: string; readonly origin: string}}): boolean {
  return symbol.origin === 'platform' && symbol.name.toLowerCase() === 'iterable';
}

/** `for (List<Lead> chunk : [SELECT …])`: records come in lists of 200. */
function isChunk({universe}: Unit, variable: Type, element: Type): boolean {
  const record = listElement(universe, variable);
  return record !== null && isSObject(universe, record) && isSObject(universe, element);
}

/** The variable that takes the elements: the loop's own or, where its type is another, a hidden one that is converted first. */
function elementOf(
  body: Body,
  {element, isQuery}: Iteration,
  local: Local,
  loop: ast.EnhancedForStatement,
): {readonly local: Local; readonly conversion: TypedStatement | null} {
  const {unit} = body;
  const {span} = loop.variable;
  const raw: TypedExpression = {kind: 'local', local: body.scope.hidden(`${local.name}$element`, element), type: element, span};
  const value = isQuery ? taken(unit, raw, local.type) : convert(unit, raw, local.type);
  if (value === null) {
    const expected = isQuery
      ? `Loop variable must be a generic SObject or List or a concrete SObject or List of: ${unit.display(element)}`
      : `Invalid loop variable type expected ${unit.display(element)} was ${unit.display(local.type)}`;
    unit.report('E407', span, expected);
    return {local, conversion: null};
  }
  if (value === raw || unit.universe.conversion(element, local.type) === 'widen') return {local, conversion: null};
  return {local: raw.local, conversion: {kind: 'local', local, value, span}};
}

/** A row, or a chunk of rows; rows of an unknown object pass for those of a known one: `for (Lead l : Database.query(text))`. */
function taken(unit: Unit, raw: TypedExpression, type: Type): TypedExpression | null {
  const {universe} = unit;
  if (!isSObject(universe, listElement(universe, type) ?? type)) return null;
  const value = convert(unit, raw, type);
  if (value !== null) return value;
  const isNarrowing = isSObject(universe, raw.type) && universe.isSubtype(type, raw.type);
  return isNarrowing ? {kind: 'cast', value: raw, type, span: raw.span} : null;
}

function withConversion(conversion: TypedStatement | null, repeated: TypedStatement | null): TypedStatement | null {
  if (conversion === null) return repeated;
  const statements = repeated === null ? [conversion] : [conversion, repeated];
  return {kind: 'block', statements, span: conversion.span};
}
