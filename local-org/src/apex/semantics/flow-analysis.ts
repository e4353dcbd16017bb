/** What can run after what: statements that are never reached, and methods that end without a value. */
import type {TypedBlock, TypedStatement} from './typed-tree.ts';
import type {Unit} from './unit.ts';

/**
 * Whether the statement after it can run. The platform's compiler looks at `return`, `throw` and the branches of `if`, `switch` and `try` alone:
 * nothing is unreachable behind `break`, `continue` or a loop, whatever its condition, and a `finally` that returns counts for nothing.
 * `unknown` is said of what isn't supported.
 */
export type Flow = 'continues' | 'ends' | 'unknown';

export function flowOf(statement: TypedStatement): Flow {
  switch (statement.kind) {
    case 'return':
    case 'throw':
      return 'ends';
    case 'unsupported':
      return 'unknown';
    case 'local':
    case 'expression':
    case 'dml':
    case 'merge':
    case 'for each':
    case 'while':
    case 'for':
    case 'do while':
    case 'run as':
    case 'break':
    case 'continue':
      return 'continues';
    case 'block':
      return flowOfBlock(statement);
    case 'if':
      return statement.else === null ? 'continues' : allOf([flowOf(statement.then), flowOf(statement.else)]);
    case 'switch':
      return statement.cases.some(({when}) => when.kind === 'else')
        ? allOf(statement.cases.map(({body}) => flowOfBlock(body)))
        : 'continues';
    case 'try':
      return allOf([flowOfBlock(statement.body), ...statement.catches.map(({body}) => flowOfBlock(body))]);
  }
}

function flowOfBlock({statements}: TypedBlock): Flow {
  for (const statement of statements) {
    const flow = flowOf(statement);
    if (flow !== 'continues') return flow;
  }
  return 'continues';
}

function allOf(branches: readonly Flow[]): Flow {
  if (branches.includes('continues')) return 'continues';
  return branches.includes('unknown') ? 'unknown' : 'ends';
}

/** Reports the first statement of each block that nothing leads to. */
export function reportUnreachable(unit: Unit, statement: TypedStatement): void {
  switch (statement.kind) {
    case 'block':
      reportInBlock(unit, statement);
      return;
    case 'if':
      reportUnreachable(unit, statement.then);
      if (statement.else !== null) reportUnreachable(unit, statement.else);
      return;
    case 'while':
    case 'do while':
    case 'for':
    case 'for each':
    case 'run as':
      if (statement.body !== null) reportUnreachable(unit, statement.body);
      return;
    case 'switch':
      for (const {body} of statement.cases) reportInBlock(unit, body);
      return;
    case 'try':
      for (const block of [statement.body, ...statement.catches.map(({body}) => body)]) reportInBlock(unit, block);
      if (statement.finally !== null) reportInBlock(unit, statement.finally);
      return;
    default:
  }
}

function reportInBlock(unit: Unit, {statements}: TypedBlock): void {
  for (const [index, statement] of statements.entries()) {
    reportUnreachable(unit, statement);
    const next = statements[index + 1];
    if (next !== undefined && flowOf(statement) === 'ends') {
      unit.report('E404', next.span, 'Unreachable statement');
      return;
    }
  }
}
