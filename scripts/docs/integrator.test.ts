import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ADMINISTRATOR, openOrg} from 'local-org';
import {connectLocally, create} from '../demo/connection.ts';
import {createUser, preparePlayground, PROPOSER} from '../demo/playground.ts';
import {differences, readExamples} from './examples.ts';

const ROOT = join(import.meta.dirname, '../..');
const DOCUMENT = 'docs/integrator.md';
/** The day on which the examples of the document play. */
const NOW = Date.parse('2026-04-03T10:00:00Z');
/** The second door is for an identity of its own, which may edit leads. */
const LEAD_PROPOSER = 'lead-proposer@lifecycle-gate.test';
const LEAD_ROWS = '/services/data/v66.0/sobjects/Lead/';
const ACTIONS = '/services/data/v66.0/actions/custom/apex/';

suite('the contract in docs/integrator.md', () => {
  const org = openOrg({directories: [ROOT], clock: {now: () => NOW}});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  createUser(administrator, LEAD_PROPOSER, 'Minimum Access - Salesforce', 'Lifecycle_Lead_Proposer');

  let leadId = '';
  /** Puts Ids in the place of `<a lead in Working>`, a new one each time, and of `<the same lead>`. */
  const withLeads = (text: string): string =>
    text.replace(/<(?:a lead in ([\w ]+)|the same lead)>/g, (_match, status?: string) => {
      if (status !== undefined) leadId = create(administrator, 'Lead', {LastName: 'Example', Company: 'Example', Status: status});
      return leadId;
    });

  const examples = readExamples(readFileSync(join(ROOT, DOCUMENT), 'utf8'));

  test('shows each door', () => {
    const doors = ['/services/apexrest/lifecycle/v1/', '/services/data/v66.0/sobjects/AI_Proposal__c', LEAD_ROWS, ACTIONS];
    for (const path of doors)
      assert.ok(
        examples.some((example) => example.path.startsWith(path)),
        path,
      );
  });

  for (const {line, method, path, body, status, answer} of examples) {
    test(`line ${String(line)}: ${method} ${path} is answered as it says`, () => {
      const user = path.startsWith(LEAD_ROWS) ? LEAD_PROPOSER : PROPOSER;
      const response = org.handle({method, path: withLeads(path), body: withLeads(body), user});
      assert.equal(response.status, status, response.body);
      const found = response.body === '' ? null : (JSON.parse(response.body) as unknown);
      assert.deepEqual(differences(answer, found), [], response.body);
    });
  }
});
