/** Loops. Each turn passes the watchdog, which ends a program that runs away. */
import type {Local, TypedStatement} from '../semantics/typed-tree.ts';
import {dereference} from './chains.ts';
import type {Emission} from './context.ts';
import {localName, typeName} from './names.ts';
import {isNeverNull} from './nullness.ts';
import {condition} from './operators.ts';
import {emitQueryRows} from './queries.ts';
import {counter, line} from './statement-lines.ts';

type Loop = Extract<TypedStatement, {kind: 'while' | 'do while'}>;
type ForEach = Extract<TypedStatement, {kind: 'for each'}>;

/** Counts down; when it reaches zero the runtime looks at the clock. */
const WATCHDOG = 'if (--$fuel.left < 0) $fuel.refill();';

function body(cx: Emission, statement: TypedStatement | null): void {
  if (statement !== null) cx.statement(statement);
}

export function emitLoop(cx: Emission, statement: Loop): void {
  const {writer} = cx.unit;
  if (statement.kind === 'while') {
    line(cx, statement.span.line, `while (${condition(cx, statement.condition)}) { ${WATCHDOG}`);
    body(cx, statement.body);
    writer.write('}');
    return;
  }
  writer.write(`do { ${WATCHDOG}`);
  body(cx, statement.body);
  cx.unit.coverable.add(statement.condition.span.line);
  writer.write(`} while (${condition(cx, statement.condition)});`, statement.condition.span.line);
}

export function emitFor(cx: Emission, statement: Extract<TypedStatement, {kind: 'for'}>): void {
  const {writer} = cx.unit;
  // A block of its own: the variables end with the loop.
  writer.write('{');
  for (const initializer of statement.initializers) cx.statement(initializer);
  const test = statement.condition === null ? '' : condition(cx, statement.condition);
  const updates = statement.updates.map((update) => cx.emitEffect(update)).join(', ');
  line(cx, statement.span.line, `for (; ${test}; ${updates}) { ${WATCHDOG}`);
  body(cx, statement.body);
  writer.write('}');
  writer.write('}');
}

export function emitForEach(cx: Emission, statement: ForEach): void {
  switch (statement.over) {
    case 'collection':
      emitOverCollection(cx, statement);
      return;
    case 'iterable':
      emitOverIterable(cx, statement);
      return;
    case 'query':
      emitOverRows(cx, statement, rows(cx, statement));
      return;
    case 'query chunks':
      emitOverRows(
        cx,
        statement,
        `${cx.unit.operation('chunks')}(${rows(cx, statement)}, ${cx.unit.references.type(statement.local.type)})`,
      );
      return;
  }
}

/** The collection refuses changes while the loop runs over it. */
function emitOverCollection(cx: Emission, {iterable, local, body: repeated, span}: ForEach): void {
  const {writer} = cx.unit;
  const at = cx.unit.nextBlock();
  const source = dereference(cx, cx.emit(iterable), isNeverNull(iterable, cx.scope.neverNull));
  line(cx, span.line, `{ const c${at} = ${source};`);
  writer.write(`c${at}.iterating++; try {`);
  if (typeName(iterable.type).startsWith('Set<'))
    writer.write(`for (const ${variable(local)} of c${at}.values()) { ${WATCHDOG}`, span.line);
  else {
    writer.write(`for (let i${at} = 0; i${at} < c${at}.elements.length; i${at}++) { ${WATCHDOG}`, span.line);
    writer.write(`let ${localName(local)} = c${at}.elements[i${at}];`);
  }
  if (typeName(iterable.type).startsWith('Set<')) writer.write(`let ${localName(local)} = e_${localName(local)};`);
  cx.scope.visible.push(local);
  body(cx, repeated);
  writer.write(`} } finally { c${at}.iterating--; } }`);
}

function variable(local: Local): string {
  return `e_${localName(local)}`;
}

function emitOverIterable(cx: Emission, {iterable, local, body: repeated, span}: ForEach): void {
  const {writer} = cx.unit;
  const at = cx.unit.nextBlock();
  const source = dereference(cx, cx.emit(iterable), isNeverNull(iterable, cx.scope.neverNull));
  line(cx, span.line, `for (const i${at} = ${cx.unit.operation('iteratorOf')}($rt, ${source}); i${at}.hasNext(); ) { ${WATCHDOG}`);
  writer.write(`let ${localName(local)} = i${at}.next();`, span.line);
  cx.scope.visible.push(local);
  body(cx, repeated);
  writer.write('}');
}

function emitOverRows(cx: Emission, {local, body: repeated, span}: ForEach, source: string): void {
  const {writer} = cx.unit;
  writer.write(`${counter(cx, span.line)}for (const ${variable(local)} of ${source}) { ${WATCHDOG}`, span.line);
  writer.write(`let ${localName(local)} = ${variable(local)};`);
  cx.scope.visible.push(local);
  body(cx, repeated);
  writer.write('}');
}

function rows(cx: Emission, {iterable}: ForEach): string {
  if (iterable.kind === 'query') return emitQueryRows(cx, iterable);
  return `${dereference(cx, cx.emit(iterable), isNeverNull(iterable, cx.scope.neverNull))}.elements`;
}
