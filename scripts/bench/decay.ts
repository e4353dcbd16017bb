/**
 * A run of decay in an org of many leads, of which a few are due. What it costs must follow the leads due and not those of the org, so the
 * same number of due leads is measured in orgs of different sizes.
 */
import {ADMINISTRATOR, MovableClock, openOrg, type BackupRow} from 'local-org';
import {connectLocally, query, type Connection} from '../demo/connection.ts';
import {preparePlayground, runApex} from '../demo/playground.ts';
import {measure, type Measurement} from './measurement.ts';
import {createLeads} from './propose.ts';

const DAY = 86_400_000;
/** Working decays after 30 days. */
const SILENCE = 31 * DAY;
/** The first run pays for what is made when first needed: compiled code, and the index of the field by which due leads are found. */
const WARM_UP = 20;
/** Over so many days the others become due, the first of them tomorrow. */
const SPREAD = 90;

/** @param orgSize all leads, due or not */
export function measureDecay(orgSize: number, due: number): Measurement {
  const clock = new MovableClock(Date.now() - 2 * SILENCE);
  const org = openOrg({directories: ['.'], clock});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  createLeads(administrator, WARM_UP);
  clock.advance(SILENCE);
  decay(administrator, WARM_UP);
  createLeads(administrator, due);
  clock.advance(SILENCE);
  org.restoreRows('Lead', silentLeads(orgSize - due - WARM_UP, clock.now()));
  return measure(org, {name: 'decay', n: due, orgSize}, () => {
    decay(administrator, due);
  });
}

function decay(administrator: Connection, due: number): void {
  runApex(administrator, 'DecayBatch.run();');
  const [run] = query(administrator, 'SELECT State__c, Summary__c, Changed__c FROM Lifecycle_Run__c ORDER BY Name DESC LIMIT 1');
  if (run?.['State__c'] !== 'Completed' || run['Changed__c'] !== due) {
    throw new Error(`A run of the benchmark should have moved ${String(due)} leads, and did this: ${JSON.stringify(run)}`);
  }
}

/** As a backup holds them: none of them is due. */
function* silentLeads(count: number, now: number): Iterable<BackupRow> {
  for (let index = 0; index < count; index++) {
    yield {
      LastName: `Silent ${String(index)}`,
      Company: 'Example',
      Status: 'Working',
      Decay_Eligible_Date__c: new Date(now + (2 + (index % SPREAD)) * DAY).toISOString().slice(0, 10),
    };
  }
}

/** How the largest org compares with the smallest, as text; empty where there is nothing to compare. */
export function comparison(measurements: readonly Measurement[]): string {
  const bySize = measurements.filter(({name}) => name === 'decay').toSorted((left, right) => left.orgSize - right.orgSize);
  const [small, large] = [bySize[0], bySize.at(-1)];
  if (small === undefined || large === undefined || small === large) return '';
  const ratio = (part: (measurement: Measurement) => number): string => (part(large) / part(small)).toFixed(2);
  return [
    `decay of ${String(large.n)} leads in an org of ${String(large.orgSize)}, against one of ${String(small.orgSize)}:`,
    `queries × ${ratio(({soqlQueries}) => soqlQueries)}, query rows × ${ratio(({queryRows}) => queryRows)},`,
    `DML rows × ${ratio(({dmlRows}) => dmlRows)}, time × ${ratio(({ms}) => ms)}`,
  ].join(' ');
}
