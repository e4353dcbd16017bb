/** `EventBus.TriggerContext` (Apex Reference Guide, "TriggerContext Class"). */
import {EVENT_TRIGGER, type EventTriggerRun} from '../../../async/event-trigger-run.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

class TriggerContext extends PlatformObject {
  override readonly typeName = 'EventBus.TriggerContext';
  readonly run: EventTriggerRun;

  constructor(run: EventTriggerRun) {
    super();
    this.run = run;
  }
}

export const triggerContextClass: ClassDefinition = defineClass('EventBus.TriggerContext', {
  'currentContext()': (rt: Runtime) => {
    const run = rt.tx.get(EVENT_TRIGGER);
    return run === null ? null : new TriggerContext(run);
  },
  'get retries': (_rt: Runtime, {run}: TriggerContext) => run.retries,
  'get lastError': (_rt: Runtime, {run}: TriggerContext) => run.lastError,
  'getResumeCheckpoint()': (_rt: Runtime, {run}: TriggerContext) => (run.checkpoint === null ? null : String(run.checkpoint.replayId)),
  'setResumeCheckpoint(String)': (rt: Runtime, {run}: TriggerContext, replayId: string | null) => {
    const message = run.batch.find((each) => String(each.replayId) === replayId);
    if (message === undefined) throw rt.exception('EventBus.InvalidReplayIdException', `Invalid replay Id: ${String(replayId)}`);
    run.checkpoint = {replayId: message.replayId, mark: rt.org.undo.mark()};
  },
});
