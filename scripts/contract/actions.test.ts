/** The actions as a whole, over HTTP: proposed by a machine, decided by a manager, taken back by preview and in earnest, explained. */
import assert from 'node:assert/strict';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import {ADMINISTRATOR, openOrg} from 'local-org';
import {connectLocally, create, query, type Answer, type Connection} from '../demo/connection.ts';
import {createUser, preparePlayground, PROPOSER} from '../demo/playground.ts';

const MANAGER = 'decider@lifecycle-gate.test';
const ACTIONS = 'actions/custom/apex';

type Outputs = Readonly<Record<string, unknown>>;

suite('the actions over HTTP', () => {
  const org = openOrg({directories: [join(import.meta.dirname, '../..')]});
  const administrator = connectLocally(org, ADMINISTRATOR);
  preparePlayground(administrator, ADMINISTRATOR);
  createUser(administrator, MANAGER, 'Standard User', 'Lifecycle_Manager');
  const proposer = connectLocally(org, PROPOSER);
  const manager = connectLocally(org, MANAGER);
  const leadId = create(administrator, 'Lead', {LastName: 'Example', Company: 'Example', Status: 'Engaged'});

  test('each user sees the actions of their permission sets', () => {
    assert.deepEqual(namesOf(proposer), ['ExplainLeadStatus', 'ProposeLeadStatus']);
    assert.deepEqual(namesOf(manager), ['DecideProposal', 'ExplainLeadStatus', 'RollBackLeadStatus']);
  });

  test('what asks for a manager waits, is approved, and moves the lead', () => {
    const proposal = {leadId, recommendedStatus: 'Sales Accepted Lead', confidence: 0.95, reason: 'Asked for a contract', proposalId: 'p'};
    assert.equal(invoke(proposer, 'ProposeLeadStatus', proposal)['code'], 'RULE_NEEDS_MANAGER');
    const rowId = onlyId(`SELECT Id FROM AI_Proposal__c WHERE Proposal_ID__c = 'p'`);
    const decided = invoke(manager, 'DecideProposal', {proposalRecordId: rowId, decision: 'Approve', comment: 'Go on'});
    assert.deepEqual([decided['isCarriedOut'], decided['state'], decided['code']], [true, 'Promoted', 'PROMOTED']);
    assert.equal(statusOfLead(), 'Sales Accepted Lead');
  });

  test('a change is taken back as its preview says', () => {
    const rowId = onlyId(`SELECT Id FROM Lead_Status_Change__c WHERE Lead__c = '${leadId}' AND Version__c = 1`);
    const preview = invoke(manager, 'RollBackLeadStatus', {ledgerRowId: rowId, previewOnly: true});
    assert.deepEqual([preview['code'], preview['restored'], preview['isPartial']], ['RESTORES', 1, false]);
    assert.deepEqual(preview['details'], [`${leadId} RESTORES: The lead goes back from Sales Accepted Lead to Engaged.`]);
    assert.equal(statusOfLead(), 'Sales Accepted Lead');
    assert.equal(invoke(manager, 'RollBackLeadStatus', {ledgerRowId: rowId, reason: 'Too early'})['code'], 'RESTORED');
    assert.equal(statusOfLead(), 'Engaged');
  });

  test('a lead is explained by what happened to it, the newest first', () => {
    const {code, version, sentences} = invoke(manager, 'ExplainLeadStatus', {leadId});
    assert.deepEqual([code, version], ['EXPLAINED', 2]);
    const [now, newest, before] = sentences as readonly string[];
    assert.equal(now, 'The lead is in Engaged.');
    assert.match(newest ?? '', /from Sales Accepted Lead to Engaged, Rollback.*Too early/);
    assert.match(before ?? '', /from Engaged to Sales Accepted Lead, Manager Approval, rule Any_To_Sales_Accepted, proposal p/);
  });

  test('a user without the permission set of an action is refused by the platform', () => {
    assert.equal(
      proposer.request('POST', `${ACTIONS}/DecideProposal`, {inputs: [{proposalRecordId: leadId, decision: 'Approve'}]}).status,
      403,
    );
  });

  function namesOf(connection: Connection): readonly string[] {
    const {actions} = connection.request('GET', ACTIONS).body as {readonly actions: readonly {readonly name: string}[]};
    return actions.map(({name}) => name);
  }

  function onlyId(soql: string): string {
    const rows = query(administrator, soql);
    assert.equal(rows.length, 1);
    return String(rows[0]?.['Id']);
  }

  function statusOfLead(): unknown {
    return query(administrator, `SELECT Status FROM Lead WHERE Id = '${leadId}'`)[0]?.['Status'];
  }
});

function invoke(connection: Connection, action: string, input: Outputs): Outputs {
  const answer: Answer = connection.request('POST', `${ACTIONS}/${action}`, {inputs: [input]});
  assert.equal(answer.status, 200, JSON.stringify(answer.body));
  const [result] = answer.body as readonly {readonly outputValues: Outputs}[];
  return result?.outputValues ?? {};
}
