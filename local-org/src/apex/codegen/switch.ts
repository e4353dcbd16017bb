/**
 * `switch on`. Written as a chain of conditions, since `break` in a `when` leaves the loop around and not the switch.
 *
 * "String clauses are case-sensitive" (Apex Developer Guide, "Switch Statements"), unlike `==`.
 */
import type {TypedStatement, TypedSwitchCase} from '../semantics/typed-tree.ts';
import type {Emission} from './context.ts';
import {localName} from './names.ts';
import {line} from './statement-lines.ts';

type Switch = Extract<TypedStatement, {kind: 'switch'}>;

export function emitSwitch(cx: Emission, statement: Switch): void {
  const {writer} = cx.unit;
  const subject = `w${cx.unit.nextBlock()}`;
  line(cx, statement.span.line, `{ const ${subject} = ${cx.emit(statement.subject)};`);
  statement.cases.forEach((clause, index) => {
    const otherwise = index === 0 ? '' : 'else ';
    writer.write(`${otherwise}${head(cx, clause, subject)}{`, clause.span.line);
    cx.scope.inBlock(() => {
      if (clause.when.kind === 'type') {
        writer.write(`let ${localName(clause.when.local)} = ${subject};`);
        cx.scope.visible.push(clause.when.local);
      }
      cx.block(clause.body);
    });
    writer.write('}');
  });
  writer.write('}');
}

function head(cx: Emission, {when}: TypedSwitchCase, subject: string): string {
  switch (when.kind) {
    case 'else':
      return '';
    case 'values':
      // Integers, Longs and texts are values to JavaScript, and each constant of an enum is one object.
      return `if (${when.values.map((value) => `${subject} === ${cx.emit(value)}`).join(' || ')}) `;
    case 'type':
      return `if (${cx.unit.references.type(when.type)}.isInstance(${subject})) `;
  }
}
