/** Proposals through the inbox. Promotions are the dearest case, since every lead is written and gets its ledger row. */
import {createAll, type Connection, type SaveResult} from '../demo/connection.ts';

/** New leads in Working. @returns their Ids */
export function createLeads(administrator: Connection, count: number): readonly string[] {
  const leads = Array.from({length: count}, (_lead, index) => ({
    LastName: `Bench ${String(index)}`,
    Company: 'Example',
    Status: 'Working',
  }));
  return createAll(administrator, 'Lead', leads).map(idOf);
}

/** What is proposed for all leads of a run: a promotion, or something that a reviewer has to see. */
export type Recommendation = 'Aware' | 'Disqualified';

/** @returns Ids of the proposals */
export function propose(proposer: Connection, leadIds: readonly string[], recommended: Recommendation, runId: string): readonly string[] {
  const proposals = leadIds.map((leadId) => ({
    Proposal_ID__c: `${runId}-${leadId}`,
    Lead__c: leadId,
    Recommended_Status__c: recommended,
    Confidence__c: 0.95,
    Reason__c: 'Benchmark',
    Run_ID__c: runId,
  }));
  return createAll(proposer, 'AI_Proposal__c', proposals).map(idOf);
}

function idOf(result: SaveResult): string {
  if (result.id !== undefined && result.success) return result.id;
  throw new Error(`A record of the benchmark was refused: ${JSON.stringify(result.errors)}`);
}
