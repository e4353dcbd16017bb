/**
 * A job of decay that ends before its time, and another one after it, leave what one undisturbed job leaves. Whole jobs, as the platform runs and kills them; what Apex tests can
 * drive of it by hand stands in `DecayResumeTest`.
 */
import assert from 'node:assert/strict';
import {mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import {describe, it} from 'node:test';
import {ADMINISTRATOR, MovableClock, openOrg, type Org} from 'local-org';
import {connectLocally, createAll, type Connection, type Row} from '../demo/connection.ts';
import {preparePlayground, runApex} from '../demo/playground.ts';

const ROOT = path.join(import.meta.dirname, '../..');
const SPRING = Date.UTC(2026, 2, 1, 12);
const DAY = 86_400_000;
const STATUSES = ['Engaged', 'Interested', 'Aware', 'Working', 'Unaware'];
/** Of these 400 decay after a month, in two chunks of 200; a hundred more never do. */
const LEADS = 500;
const CHUNKS = 2;
/** A lead in the middle of the second chunk. */
const VICTIM = 'Lead 400';

/** An org in which leads have been silent for a month. Jobs don't run by themselves. */
class SilentOrg {
  readonly org: Org;
  readonly administrator: Connection;

  /** @param directories of further sources */
  constructor(directories: readonly string[] = []) {
    const clock = new MovableClock(SPRING);
    this.org = openOrg({directories: [ROOT, ...directories], clock});
    this.administrator = connectLocally(this.org, ADMINISTRATOR);
    preparePlayground(this.administrator, ADMINISTRATOR);
    const leads = Array.from({length: LEADS}, (_lead, index) => ({
      LastName: `Lead ${String(index)}`,
      Company: 'Example',
      Status: STATUSES[index % STATUSES.length],
    }));
    assert.ok(createAll(this.administrator, 'Lead', leads).every(({success}) => success));
    clock.advance(31 * DAY);
    this.org.holdJobs();
  }

  start(): void {
    runApex(this.administrator, 'DecayBatch.run();');
  }

  /** Everything about the leads and their ledger but Ids, hashes and the name of the run. */
  story(): readonly string[] {
    return [
      ...this.query(
        'SELECT LastName, Status, Previous_Lead_Status__c, Lifecycle_Version__c, Lead_Status_Changed_Date__c, Decay_Eligible_Date__c FROM Lead ORDER BY LastName',
      ),
      ...this.query(
        'SELECT Lead__r.LastName, Version__c, Cause__c, From_Status__c, To_Status__c, Changed_At__c, Transition__c, Policy_Hash__c, Reason__c FROM Lead_Status_Change__c ORDER BY Lead__r.LastName, Version__c',
      ),
    ].map((row) => JSON.stringify(withoutIdentity(row)));
  }

  states(): readonly unknown[] {
    return this.query('SELECT State__c FROM Lifecycle_Run__c ORDER BY Name').map((row) => row['State__c']);
  }

  query(soql: string): readonly Row[] {
    const answer = this.administrator.request('GET', `query?q=${encodeURIComponent(soql)}`);
    let page = answer.body as {readonly records: readonly Row[]; readonly nextRecordsUrl?: string};
    const rows = [...page.records];
    while (page.nextRecordsUrl !== undefined) {
      page = this.administrator.request('GET', page.nextRecordsUrl.replace(/^.*\/v[\d.]+\//, '')).body as typeof page;
      rows.push(...page.records);
    }
    return rows;
  }
}

/** Without addresses, which hold Ids. */
function withoutIdentity(row: Row): Row {
  const {attributes: _attributes, Lead__r: lead, ...rest} = row;
  return {...rest, lead: (lead as Row | undefined)?.['LastName']};
}

describe('A job of decay', () => {
  const undisturbed = new SilentOrg();
  undisturbed.start();
  assert.equal(undisturbed.org.runDueJobs(), 2 + CHUNKS);
  const expected = undisturbed.story();

  it('moves every lead that is due', () => {
    assert.deepEqual(undisturbed.states(), ['Completed']);
    const counts = undisturbed.query(
      "SELECT To_Status__c, COUNT(Id) n FROM Lead_Status_Change__c WHERE Cause__c = 'Decay' GROUP BY To_Status__c",
    );
    assert.deepEqual(
      new Map(counts.map((row) => [row['To_Status__c'], row['n']])),
      new Map(['Unaware', 'Working', 'Aware', 'Interested'].map((status) => [status, 100])),
    );
  });

  for (let chunks = 0; chunks <= CHUNKS; chunks++) {
    it(`leaves the same where it is aborted after ${String(chunks)} chunks and started again`, () => {
      const silent = new SilentOrg();
      silent.start();
      silent.org.runDueJobs({transactions: 1 + chunks});
      runApex(
        silent.administrator,
        "System.abortJob([SELECT Id FROM AsyncApexJob WHERE JobType = 'BatchApex' AND Status = 'Processing'].Id);",
      );
      silent.org.runDueJobs();
      assert.deepEqual(silent.states(), ['Running'], 'nobody told it');
      silent.start();
      silent.org.runDueJobs();
      assert.deepEqual(silent.story(), expected);
      assert.deepEqual(silent.states(), ['Failed', 'Completed']);
    });
  }

  it('leaves the same where an outage ends it and the next one, each on its way', () => {
    const silent = new SilentOrg();
    for (let run = 0; run < 2; run++) {
      silent.start();
      silent.org.runDueJobs({transactions: 2});
      silent.org.failJobs('Outage');
    }
    silent.start();
    silent.org.runDueJobs();
    assert.deepEqual(silent.story(), expected);
    assert.deepEqual(silent.states(), ['Failed', 'Failed', 'Completed']);
  });

  it('leaves the same where one of its chunks fails and the next job takes the leads of that', () => {
    const directory = mkdtempSync(path.join(tmpdir(), 'lifecycle-gate-decay-'));
    try {
      writeTrigger(
        directory,
        'Greedy',
        `for (Lead lead : Trigger.new) if (lead.LastName == '${VICTIM}' && lead.Title != 'Mended') while (true) { Integer found = [SELECT COUNT() FROM User]; }`,
      );
      const silent = new SilentOrg([directory]);
      silent.start();
      silent.org.runDueJobs();
      assert.deepEqual(silent.states(), ['Completed with errors']);
      const [run] = silent.query('SELECT Changed__c, Failed_Chunks__c, Summary__c FROM Lifecycle_Run__c');
      assert.equal(run?.['Failed_Chunks__c'], 1);
      assert.equal(run['Changed__c'], 200);
      assert.match(String(run['Summary__c']), /Chunks that ended with an error: 1; the first: .*Too many SOQL queries/);
      const [victim] = silent.query(`SELECT Id FROM Lead WHERE LastName = '${VICTIM}'`);
      silent.administrator.request('PATCH', `sobjects/Lead/${String(victim?.['Id'])}`, {Title: 'Mended'});
      silent.start();
      silent.org.runDueJobs();
      assert.deepEqual(silent.story(), expected);
    } finally {
      rmSync(directory, {recursive: true});
    }
  });

  it('does nothing where another one is under way, and says so', () => {
    const silent = new SilentOrg();
    silent.start();
    silent.org.runDueJobs({transactions: 2});
    silent.start();
    silent.org.runDueJobs();
    assert.deepEqual(silent.states(), ['Completed', 'Skipped']);
    assert.deepEqual(silent.story(), expected);
  });
});

function writeTrigger(directory: string, name: string, body: string): void {
  writeFileSync(path.join(directory, `${name}.trigger`), `trigger ${name} on Lead(before update) {\n${body}\n}\n`);
  writeFileSync(
    path.join(directory, `${name}.trigger-meta.xml`),
    '<?xml version="1.0" encoding="UTF-8"?>\n<ApexTrigger xmlns="http://soap.sforce.com/2006/04/metadata"><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>\n',
  );
}
