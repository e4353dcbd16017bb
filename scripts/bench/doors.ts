/** The other ways in: the fields of leads, REST and an action. What the records of the first door cost stands in `propose.ts`. */
import {RequestError, type Answer, type Connection} from '../demo/connection.ts';

/** Proposals, or leads, that one request takes. */
const CHUNK = 200;
const REASON = 'Benchmark';
const CONFIDENCE = 0.95;

/** Every one of the leads has to be promoted, or the counts would be those of something else. */
export function proposeOnLeads(proposer: Connection, leadIds: readonly string[], runId: string): void {
  eachChunk(leadIds, (ids) => {
    const records = ids.map((id) => ({
      attributes: {type: 'Lead'},
      Id: id,
      AI_Proposal_ID__c: `${runId}-${id}`,
      AI_Recommended_Status__c: 'Aware',
      AI_Status_Confidence__c: CONFIDENCE,
      AI_Status_Reason__c: REASON,
    }));
    const answer = proposer.request('PATCH', 'composite/sobjects', {allOrNone: false, records});
    requireAll(answer, answer.body, ({success}) => success === true);
  });
}

/** @param post sends a body to the REST resource of the package */
export function proposeByRest(post: (body: unknown) => Answer, leadIds: readonly string[], runId: string): void {
  eachChunk(leadIds, (ids) => {
    const answer = post({proposals: ids.map((id) => proposal(id, runId))});
    requireAll(answer, (answer.body as {readonly results?: unknown}).results, ({outcome}) => outcome === 'Promoted');
  });
}

export function proposeByAction(proposer: Connection, leadIds: readonly string[], runId: string): void {
  eachChunk(leadIds, (ids) => {
    const answer = proposer.request('POST', 'actions/custom/apex/ProposeLeadStatus', {inputs: ids.map((id) => proposal(id, runId))});
    requireAll(answer, answer.body, ({outputValues}) => (outputValues as {readonly outcome?: string} | null)?.outcome === 'Promoted');
  });
}

function proposal(leadId: string, runId: string): Readonly<Record<string, unknown>> {
  return {leadId, recommendedStatus: 'Aware', confidence: CONFIDENCE, reason: REASON, proposalId: `${runId}-${leadId}`, runId};
}

function eachChunk(ids: readonly string[], work: (chunk: readonly string[]) => void): void {
  for (let start = 0; start < ids.length; start += CHUNK) work(ids.slice(start, start + CHUNK));
}

function requireAll(answer: Answer, results: unknown, isRight: (result: Readonly<Record<string, unknown>>) => boolean): void {
  if (answer.status !== 200 || !Array.isArray(results)) throw new RequestError('A request of the benchmark', answer);
  const wrong = (results as readonly Readonly<Record<string, unknown>>[]).find((result) => !isRight(result));
  if (wrong !== undefined) throw new Error(`A proposal of the benchmark was not promoted: ${JSON.stringify(wrong)}`);
}
