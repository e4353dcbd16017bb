/** What a test threw, in words. */
import {ApexException} from '../apex/runtime/exceptions.ts';
import {apexFrames, formatFrames} from '../apex/runtime/stack.ts';
import type {SourceMapper} from '../apex/runtime/stack.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import type {TestOutcome} from './results.ts';

export interface Failure {
  readonly outcome: Exclude<TestOutcome, 'Pass'>;
  readonly message: string;
}

/** Frames of JavaScript that are shown for a defect of the org itself. */
const SHOWN_FRAMES = 8;

/** The text is what the platform shows for a failed test: type and message, then the Apex stack. */
export function failureOf(error: unknown, source: SourceMapper): Failure {
  if (error instanceof UnsupportedError)
    return {outcome: 'Unsupported', message: withStack(`${error.code} ${error.message}`, error, source)};
  if (error instanceof ApexException) return {outcome: 'Fail', message: exceptionText(error, source)};
  if (!(error instanceof Error)) return {outcome: 'Fail', message: String(error)};
  const cause = error.cause instanceof Error ? error.cause : error;
  const frames = (cause.stack ?? '')
    .split('\n')
    .slice(1, SHOWN_FRAMES)
    .map((frame) => frame.trim());
  return {outcome: 'Fail', message: [withStack(error.message, error, source), ...frames].join('\n')};
}

function exceptionText(exception: ApexException, source: SourceMapper): string {
  const own = withStack(`${exception.type.name}: ${exception.text ?? ''}`, exception, source);
  const {causedBy} = exception;
  return causedBy === null ? own : `${own}\nCaused by\n${exceptionText(causedBy, source)}`;
}

function withStack(text: string, error: Error, source: SourceMapper): string {
  const stack = formatFrames(apexFrames(error, source));
  return stack === '' ? text : `${text}\n${stack}`;
}
