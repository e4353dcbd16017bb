import {ApexDate, MILLIS_PER_DAY} from '../apex/runtime/date.ts';
import {ApexDatetime} from '../apex/runtime/datetime.ts';
import type {SObjectDescriptor} from '../data/descriptor.ts';

const MILLIS_PER_MINUTE = 60_000;

/**
 * Fields of tasks and events that the platform keeps in step with others when it saves them (Object Reference, "Task" and "Event").
 *
 * @param slots of the record that is about to be stored; changed in place
 * @param before the same as stored before; null for a new record
 * @param now in milliseconds since 1970
 */
export function deriveActivity(object: SObjectDescriptor, slots: unknown[], before: readonly unknown[] | null, now: number): void {
  if (object.name === 'Task') closeTask(new Fields(object, slots, before), now);
  if (object.name === 'Event') timeEvent(new Fields(object, slots, before));
}

/** `CompletedDateTime` is when the task was saved with a closed status, and stays while it has the same one. */
function closeTask(task: Fields, now: number): void {
  const isClosed = task.isClosed('Status', task.get('Status'));
  const stays = task.isClosed('Status', task.before('Status')) && !task.isChanged('Status');
  task.set('IsClosed', isClosed);
  task.set('CompletedDateTime', isClosed ? (stays ? task.before('CompletedDateTime') : new ApexDatetime(now)) : null);
}

/** The start has two names, of which either may be given; so has the length. An all-day event lasts for a day where nothing says how long. */
function timeEvent(event: Fields): void {
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

function startOf(event: Fields, isAllDay: boolean): ApexDatetime | null {
  const names = ['StartDateTime', isAllDay ? 'ActivityDate' : 'ActivityDateTime'];
  const name = names.find((each) => event.isChanged(each) && event.get(each) !== null) ?? 'StartDateTime';
  const value = event.get(name);
  if (value instanceof ApexDate) return new ApexDatetime(value.days * MILLIS_PER_DAY);
  return value instanceof ApexDatetime ? value : null;
}

function minutesOf(event: Fields, start: ApexDatetime): number | null {
  const end = event.get('EndDateTime');
  const minutes = event.get('DurationInMinutes');
  if (end instanceof ApexDatetime && event.isChanged('EndDateTime')) return (end.epoch - start.epoch) / MILLIS_PER_MINUTE;
  return typeof minutes === 'number' ? minutes : null;
}

/** The fields of one record by their names, as they are and as they were. */
class Fields {
  readonly #object: SObjectDescriptor;
  readonly #slots: unknown[];
  readonly #before: readonly unknown[] | null;

  constructor(object: SObjectDescriptor, slots: unknown[], before: readonly unknown[] | null) {
    this.#object = object;
    this.#slots = slots;
    this.#before = before;
  }

  get(name: string): unknown {
    return this.#slots[this.#field(name).index] ?? null;
  }

  before(name: string): unknown {
    return this.#before?.[this.#field(name).index] ?? null;
  }

  set(name: string, value: unknown): void {
    this.#slots[this.#field(name).index] = value;
  }

  isChanged(name: string): boolean {
    return keyOf(this.get(name)) !== keyOf(this.before(name));
  }

  isClosed(name: string, status: unknown): boolean {
    return this.#field(name).picklist?.values.some(({value, isClosed}) => isClosed === true && value === status) ?? false;
  }

  #field(name: string) {
    const field = this.#object.fieldsByKey.get(name.toLowerCase());
    if (field === undefined) throw new Error(`${this.#object.name} has no field ${name}, which its other fields are derived from.`);
    return field;
  }
}

function keyOf(value: unknown): unknown {
  if (value instanceof ApexDatetime) return value.epoch;
  return value instanceof ApexDate ? value.days : value;
}
