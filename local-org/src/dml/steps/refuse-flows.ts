/** Where record-triggered flows (and workflow rules) run in the order of execution. There is no engine for them: a save that would start one ends, rather than go on without it. */
import {UnsupportedError} from '../../apex/runtime/unsupported.ts';
import {goodRows, type SaveRequest} from '../save-request.ts';

export function refuseFlowsBeforeSave(request: SaveRequest): void {
  refuseFlows(request, 'before');
}

export function refuseFlowsAfterSave(request: SaveRequest): void {
  refuseFlows(request, 'after');
}

function refuseFlows(request: SaveRequest, timing: 'before' | 'after'): void {
  const {environment, object, operation} = request;
  if (operation === 'undelete' || goodRows(request).length === 0) return;
  const [flow] = environment.flowsOf(object, timing, operation);
  if (flow !== undefined) throw new UnsupportedError(`U403 The ${flow} runs on ${operation} of ${object.name}, which is not supported.`);
}
