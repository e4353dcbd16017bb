/** How the AsyncApexJob of a job shows what becomes of it. */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import type {Runtime} from '../apex/runtime/runtime.ts';
import {seconds, updateJobRow} from './job-rows.ts';

export function startJob(rt: Runtime, id: string): void {
  updateJobRow(rt, 'AsyncApexJob', id, {Status: 'Processing'});
}

/** @param exception what ended the job; null where it succeeded */
export function finishJob(rt: Runtime, id: string, exception: ApexException | null): void {
  updateJobRow(rt, 'AsyncApexJob', id, {
    Status: exception === null ? 'Completed' : 'Failed',
    CompletedDate: seconds(rt.org.clock.now()),
    ...(exception === null ? {} : {NumberOfErrors: 1, ExtendedStatus: statusDetail(exception)}),
  });
}

const DETAIL_LENGTH = 255;

/** "If one or more errors occurred during the batch processing, this contains a short description of the first error" (Object Reference, "AsyncApexJob"). */
export function statusDetail({text}: ApexException): string {
  return `First error: ${text ?? ''}`.slice(0, DETAIL_LENGTH);
}
