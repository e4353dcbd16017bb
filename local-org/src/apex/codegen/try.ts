/**
 * `try`, and blocks that must be left in an orderly way.
 *
 * What Apex may not see passes by: for a limit that was exceeded, an assertion that failed, an unsupported construct or a defect of the org
 * neither `catch` nor `finally` runs ("When exceptions are uncatchable, catch blocks, as well as finally blocks if any, aren't executed", Apex
 * Developer Guide, "Exceptions in Apex").
 */
import type {TypedStatement} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';
import {libraryClassName, localName} from './names.ts';
import {counter, line} from './statement-lines.ts';

type Try = Extract<TypedStatement, {kind: 'try'}>;

export function emitTry(cx: Emission, statement: Try): void {
  const {writer} = cx.unit;
  const at = cx.unit.nextBlock();
  const {finally: last} = statement;
  if (last === null) {
    emitCatches(cx, statement, at);
    return;
  }
  writer.write(`{ let f${at} = true; try {`);
  emitCatches(cx, statement, at);
  writer.write(`} catch (x${at}) { if (${cx.unit.operation('isUncatchable')}(x${at})) f${at} = false; throw x${at}; }`);
  writer.write(`finally { if (f${at}) {`);
  cx.block(last);
  writer.write('} } }');
}

function emitCatches(cx: Emission, {body, catches}: Try, at: string): void {
  const {writer} = cx.unit;
  if (catches.length === 0) {
    cx.statement(body);
    return;
  }
  writer.write('try {');
  cx.block(body);
  writer.write(`} catch (x${at}) { const e${at} = ${cx.unit.operation('caught')}($rt, x${at});`);
  catches.forEach(({type, local, body: handler, span}, index) => {
    const isAny = type.symbol.origin === 'platform' && libraryClassName(type.symbol) === 'System.Exception';
    const test = isAny ? 'true' : `${cx.unit.references.type(type)}.isInstance(e${at})`;
    writer.write(`${index === 0 ? '' : 'else '}if (${test}) { ${counter(cx, span.line)}let ${localName(local)} = e${at};`, span.line);
    cx.scope.inBlock(() => {
      cx.scope.visible.push(local);
      cx.block(handler);
    });
    writer.write('}');
  });
  writer.write(`else throw e${at}; }`);
}

/** `System.runAs(user) { … }`: the block may return or break, so it is no function. */
export function emitRunAs(cx: Emission, {user, body, span}: Extract<TypedStatement, {kind: 'run as'}>): void {
  const {writer} = cx.unit;
  const at = cx.unit.nextBlock();
  line(cx, span.line, `{ const u${at} = ${cx.unit.operation('enterRunAs')}($rt, ${cx.emit(user)});`);
  writer.write('try {');
  cx.block(body);
  writer.write(`} finally { ${cx.unit.operation('leaveRunAs')}($rt, u${at}); } }`);
}
