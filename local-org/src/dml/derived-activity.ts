import {ApexDate, MILLIS_PER_DAY} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';
import {RecordFields} from './record-fields.ts';

const MILLIS_PER_MINUTE = 60_000;

/**
 * Fields of tasks and events that the platform keeps in step with others when it saves them (Object Reference, "Task" and "Event").
 *
 * @param slots of the record that is about to be stored; changed in place
 * @param before the same as stored before; null for a new record
 * @param now in milliseconds since 1970
 */
export function deriveActivity(object: SObjectDescriptor, slots: unknown[], before: readonly unknown[] | null, now: number): void {
  if (object.name === 'Task') closeTask(new RecordFields(object, slots, before), now);
  if (object.name === 'Event') timeEvent(new RecordFields(object, slots, before));
}

/** `CompletedDateTime` is when the task was saved with a closed status, and stays while it has the same one. */
function closeTask(task: RecordFields, now: number): void {
  const isClosed = task.isClosed('Status', task.get('Status'));
  const stays = task.isClosed('Status', task.before('Status')) && !task.isChanged('Status');
  task.set('IsClosed', isClosed);
  task.set('CompletedDateTime', isClosed ? (stays ? task.before('CompletedDateTime') : new ApexDatetime(now)) : null);
}

/** The start has two names, of which either may be given; so has the length. An all-day event lasts for a day where nothing says how long. */
function timeEvent(event: RecordFields): void {
  const isAllDay = event.get('IsAllDayEvent') === true;
  const start = startOf(event, isAllDay);
  if (start === null) return;
  event.set('StartDateTime', start);
  if (isAllDay) event.set('ActivityDate', start.date('GMT'));
  else event.set('ActivityDateTime', start);
  const minutes = minutesOf(event, start) ?? (isAllDay ? MILLIS_PER_DAY / MILLIS_PER_MINUTE : null);
  if (minutes === null) return;
  event.set('DurationInMinutes', minutes);
  event.set('EndDateTime', start.addMillis(minutes * MILLIS_PER_MINUTE));
}

function startOf(event: RecordFields, isAllDay: boolean): ApexDatetime | null {
  const names = ['StartDateTime', isAllDay ? 'ActivityDate' : 'ActivityDateTime'];
  const name = names.find((each) => event.isChanged(each) && event.get(each) !== null) ?? 'StartDateTime';
  const value = event.get(name);
  if (value instanceof ApexDate) return new ApexDatetime(value.days * MILLIS_PER_DAY);
  return value instanceof ApexDatetime ? value : null;
}

function minutesOf(event: RecordFields, start: ApexDatetime): number | null {
  const end = event.get('EndDateTime');
  const minutes = event.get('DurationInMinutes');
  if (end instanceof ApexDatetime && event.isChanged('EndDateTime')) return (end.epoch - start.epoch) / MILLIS_PER_MINUTE;
  return typeof minutes === 'number' ? minutes : null;
}
