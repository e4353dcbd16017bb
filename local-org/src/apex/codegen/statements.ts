/** Statements, by kind. Each starts a line of the script, so that the line of the source is known wherever it fails. */
import type {TypedBlock, TypedStatement} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';
import {unsupported} from './expressions.ts';
import {emitFor, emitForEach, emitLoop} from './loops.ts';
import {localName} from './names.ts';
import {condition} from './operators.ts';
import {emitDml, emitMerge} from './queries.ts';
import {line} from './statement-lines.ts';
import {emitSwitch} from './switch.ts';
import {emitRunAs, emitTry} from './try.ts';

type Local = Extract<TypedStatement, {kind: 'local'}>;

export function emitStatement(cx: Emission, statement: TypedStatement): void {
  const mark = cx.scope.mark;
  if (statement.kind === 'local') emitLocal(cx, statement);
  else
    cx.scope.inBlock(() => {
      emitByKind(cx, statement);
    });
  cx.scope.release(mark);
}

function emitLocal(cx: Emission, {local, value, span}: Local): void {
  line(cx, span.line, `let ${localName(local)} = ${value === null ? 'null' : cx.emit(value)};`);
  cx.scope.visible.push(local);
}

function emitByKind(cx: Emission, statement: Exclude<TypedStatement, Local>): void {
  const {span} = statement;
  switch (statement.kind) {
    case 'block':
      cx.unit.writer.write('{');
      emitStatements(cx, statement);
      cx.unit.writer.write('}');
      return;
    case 'expression':
      line(cx, span.line, `${cx.emitEffect(statement.expression)};`);
      return;
    case 'if':
      emitIf(cx, statement);
      return;
    case 'while':
    case 'do while':
      emitLoop(cx, statement);
      return;
    case 'for':
      emitFor(cx, statement);
      return;
    case 'for each':
      emitForEach(cx, statement);
      return;
    case 'switch':
      emitSwitch(cx, statement);
      return;
    case 'return':
      line(cx, span.line, statement.value === null ? `return ${cx.scope.result};` : `return ${cx.emit(statement.value)};`);
      return;
    case 'throw':
      line(cx, span.line, `throw ${cx.unit.operation('thrown')}(${cx.emit(statement.value)});`);
      return;
    case 'break':
      line(cx, span.line, 'break;');
      return;
    case 'continue':
      line(cx, span.line, 'continue;');
      return;
    case 'try':
      emitTry(cx, statement);
      return;
    case 'dml':
      line(cx, span.line, `${emitDml(cx, statement)};`);
      return;
    case 'merge':
      line(cx, span.line, `${emitMerge(cx, statement)};`);
      return;
    case 'run as':
      emitRunAs(cx, statement);
      return;
    case 'unsupported':
      line(cx, span.line, `${unsupported(cx, statement.code, statement.message)};`);
      return;
  }
}

export function emitStatements(cx: Emission, block: TypedBlock): void {
  for (const statement of block.statements) cx.statement(statement);
}

function emitIf(cx: Emission, statement: Extract<TypedStatement, {kind: 'if'}>): void {
  const {writer} = cx.unit;
  line(cx, statement.span.line, `if (${condition(cx, statement.condition)}) {`);
  cx.statement(statement.then);
  if (statement.else !== null) {
    writer.write('} else {');
    cx.statement(statement.else);
  }
  writer.write('}');
}
