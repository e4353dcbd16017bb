import {goodRows, refuse, type SaveRequest} from '../save-request.ts';

/**
 * A record whose before trigger is running can't be updated or deleted by it (Apex Developer Guide, "Considerations for Trigger Context
 * Variables": "Not allowed. A runtime error is thrown"). In before delete triggers an update is allowed.
 */
export function checkSelfReference(request: SaveRequest): void {
  const {environment, operation, origin} = request;
  if (origin === 'platform') return;
  for (const row of goodRows(request)) {
    const running = row.record.id === null ? null : environment.triggers.runningBefore(row.record.id);
    if (running === null || (running.event === 'before delete' && operation === 'update')) continue;
    const id = row.record.id?.slice(0, 15) ?? '';
    const message = `Object (id = ${id}) is currently in trigger ${running.trigger}, therefore it cannot recursively ${operation} itself`;
    refuse(row, 'SELF_REFERENCE_FROM_TRIGGER', message);
  }
}
