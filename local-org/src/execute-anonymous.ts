import {ApexException} from './apex/runtime/exceptions.ts';
import {apexFrames, formatFrames} from './apex/runtime/stack.ts';
import type {OrgCode} from './org-code.ts';
import type {Org} from './org.ts';

/** How an anonymous block ended. */
export interface AnonymousResult {
  readonly compileProblem: {readonly line: number; readonly column: number; readonly message: string} | null;
  readonly exception: {readonly message: string; readonly stackTrace: string; readonly line: number} | null;
  /** What `System.debug` printed. */
  readonly log: readonly string[];
}

/** Compiles an anonymous block and runs it in a transaction of its own, as a user. Refusals and defects of the org are thrown. */
export function executeAnonymous(org: Org, code: OrgCode, source: string, userId: string): AnonymousResult {
  const {run, problem} = code.anonymous(source);
  if (run === null) return {compileProblem: problem, exception: null, log: []};
  const log: string[] = [];
  try {
    org.transaction({userId, quiddity: 'ANONYMOUS'}, (tx) => {
      try {
        run();
      } finally {
        log.push(...tx.log.map(({text}) => text));
      }
    });
  } catch (error) {
    if (error instanceof ApexException) return {compileProblem: null, exception: exceptionOf(error, code), log};
    throw error;
  }
  return {compileProblem: null, exception: null, log};
}

function exceptionOf(exception: ApexException, {generation}: OrgCode): NonNullable<AnonymousResult['exception']> {
  const frames = apexFrames(exception, generation);
  return {message: `${exception.type.name}: ${exception.text ?? ''}`, stackTrace: formatFrames(frames), line: frames.at(-1)?.line ?? 0};
}
