import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {ApexDate} from '../../src/apex/runtime/date.ts';
import {ApexDatetime} from '../../src/apex/runtime/datetime.ts';
import {SaveFixture} from './save-fixture.ts';

const at = (text: string): ApexDatetime => new ApexDatetime(Date.parse(text));
const NOW = at('2026-11-22T10:00:00Z');
const START = at('2026-11-23T09:00:00Z');
const task = {Subject: 'Call', Priority: 'Normal'};

describe('tasks', () => {
  it('are closed, with the time, when they are saved with a closed status', () => {
    const org = new SaveFixture({});
    const id = org.stored('Task', {...task, Status: 'Completed'});
    assert.deepEqual([org.value('Task', id, 'IsClosed'), org.value('Task', id, 'CompletedDateTime')], [true, NOW]);
  });

  it('are open in any other status, and open again when they go back to one', () => {
    const org = new SaveFixture({});
    const id = org.stored('Task', {...task, Status: 'In Progress'});
    assert.deepEqual([org.value('Task', id, 'IsClosed'), org.value('Task', id, 'CompletedDateTime')], [false, null]);
    org.update('Task', [{Id: id, Status: 'Completed'}]);
    org.update('Task', [{Id: id, Status: 'In Progress'}]);
    assert.deepEqual([org.value('Task', id, 'IsClosed'), org.value('Task', id, 'CompletedDateTime')], [false, null]);
  });

  it('keep the time at which they were closed while their status stays', () => {
    const org = new SaveFixture({});
    const closedAt = at('2026-11-01T08:00:00Z');
    const id = org.put('Task', {...task, Status: 'Completed', IsClosed: true, CompletedDateTime: closedAt});
    org.update('Task', [{Id: id, Subject: 'Called'}]);
    assert.deepEqual(org.value('Task', id, 'CompletedDateTime'), closedAt);
  });

  it('are closed in the statuses that the value set in source says', () => {
    const values = [
      {...statusValue('Offen'), closed: false},
      {...statusValue('Erledigt'), closed: true},
    ];
    const set = {name: 'TaskStatus', label: 'TaskStatus', sorted: false, values, path: 'TaskStatus', line: 1};
    const org = new SaveFixture({standardValueSets: [set]});
    const id = org.stored('Task', {...task, Status: 'Erledigt'});
    assert.equal(org.value('Task', id, 'IsClosed'), true);
  });
});

describe('events', () => {
  it('have the same start by both its names, and end after their duration', () => {
    const org = new SaveFixture({});
    const id = org.stored('Event', {ActivityDateTime: START, DurationInMinutes: 30});
    assert.deepEqual(
      ['StartDateTime', 'ActivityDateTime', 'EndDateTime'].map((name) => org.value('Event', id, name)),
      [START, START, at('2026-11-23T09:30:00Z')],
    );
  });

  it('last from their start to their end', () => {
    const org = new SaveFixture({});
    const id = org.stored('Event', {StartDateTime: START, EndDateTime: at('2026-11-23T10:00:00Z')});
    assert.equal(org.value('Event', id, 'DurationInMinutes'), 60);
  });

  it('move with their start, and stay as long as they were', () => {
    const org = new SaveFixture({});
    const id = org.stored('Event', {StartDateTime: START, DurationInMinutes: 30});
    org.update('Event', [{Id: id, ActivityDateTime: at('2026-11-24T09:00:00Z')}]);
    assert.deepEqual(
      ['StartDateTime', 'EndDateTime'].map((name) => org.value('Event', id, name)),
      [at('2026-11-24T09:00:00Z'), at('2026-11-24T09:30:00Z')],
    );
  });

  it('that last all day start at midnight, and last a day', () => {
    const org = new SaveFixture({});
    const id = org.stored('Event', {IsAllDayEvent: true, ActivityDate: ApexDate.of(2026, 11, 23)});
    assert.deepEqual(
      [org.value('Event', id, 'StartDateTime'), org.value('Event', id, 'DurationInMinutes')],
      [at('2026-11-23T00:00:00Z'), 1440],
    );
  });
});

function statusValue(name: string) {
  return {
    fullName: name,
    label: name,
    default: false,
    isActive: true,
    converted: false,
    won: false,
    probability: null,
    forecastCategory: null,
    path: 'TaskStatus',
    line: 1,
  };
}
