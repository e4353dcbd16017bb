/** What the platform hands to jobs: `QueueableContext`, `FinalizerContext`, `SchedulableContext`, `Database.BatchableContext` (Apex Reference Guide). */
import type {ApexException} from '../apex/runtime/exceptions.ts';
import {PlatformObject} from '../apex/runtime/platform-object.ts';

export class QueueableContext extends PlatformObject {
  override readonly typeName = 'System.QueueableContext';
  readonly jobId: string;

  constructor(jobId: string) {
    super();
    this.jobId = jobId;
  }
}

export class FinalizerContext extends PlatformObject {
  override readonly typeName = 'System.FinalizerContext';
  readonly jobId: string;
  /** Of the job, and of the finalizer: they share it. */
  readonly requestId: string;
  /** What ended the job; null where it succeeded. */
  readonly exception: ApexException | null;

  constructor(jobId: string, requestId: string, exception: ApexException | null) {
    super();
    this.jobId = jobId;
    this.requestId = requestId;
    this.exception = exception;
  }
}

export class SchedulableContext extends PlatformObject {
  override readonly typeName = 'System.SchedulableContext';
  readonly triggerId: string;

  constructor(triggerId: string) {
    super();
    this.triggerId = triggerId;
  }
}

export class BatchableContext extends PlatformObject {
  override readonly typeName = 'Database.BatchableContext';
  readonly jobId: string;
  /** Of the worker that runs the chunk; null in start and finish. */
  readonly childJobId: string | null;

  constructor(jobId: string, childJobId: string | null) {
    super();
    this.jobId = jobId;
    this.childJobId = childJobId;
  }
}
