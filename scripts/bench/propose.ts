/** Proposals through the inbox, all of them promoted: the dearest case, since every lead is written and gets its ledger row. */
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

export function propose(proposer: Connection, leadIds: readonly string[], runId: string): void {
  const proposals = leadIds.map((leadId, index) => ({
    Proposal_ID__c: `${runId}-${String(index)}`,
    Lead__c: leadId,
    Recommended_Status__c: 'Aware',
    Confidence__c: 0.95,
    Reason__c: 'Benchmark',
    Run_ID__c: runId,
  }));
  createAll(proposer, 'AI_Proposal__c', proposals).forEach(idOf);
}

function idOf(result: SaveResult): string {
  if (result.id !== undefined && result.success) return result.id;
  throw new Error(`A record of the benchmark was refused: ${JSON.stringify(result.errors)}`);
}
