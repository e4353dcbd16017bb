/** The gate's decisions in the words of the demo. */
import type {Row} from './connection.ts';
import type {Submitted} from './submission.ts';

export type Outcome = 'Promoted' | 'Review' | 'Blocked' | 'No Change' | 'Observed';

export interface DemoDecision {
  readonly proposalId: string;
  /** Id of the lead, or what was sent in its place. */
  readonly leadId: string | null;
  /** The status of the lead when it was decided. */
  readonly from: string | null;
  readonly recommended: string | null;
  readonly confidence: number | null;
  readonly outcome: Outcome;
  readonly state: string;
  readonly code: string;
  readonly summary: string;
  /** Set on a repeat, which gets the first decision again. */
  readonly duplicate?: true;
}

const OUTCOMES: Readonly<Record<string, Outcome>> = {
  Promoted: 'Promoted',
  'Pending Review': 'Review',
  'No Change': 'No Change',
  Observed: 'Observed',
};

/** One decision for each accepted entry, in their order. @param stored proposals by their Proposal ID */
export function decisionsOf({accepted}: Submitted, stored: ReadonlyMap<string, Row>): readonly DemoDecision[] {
  return accepted.map(({entry, isRepeat}) => {
    const row = stored.get(entry.proposalId);
    if (row === undefined) throw new Error(`The org accepted the proposal ${entry.proposalId} and doesn't have it.`);
    return {...decisionOf(row), ...(isRepeat ? {duplicate: true} : {})};
  });
}

function decisionOf(row: Row): DemoDecision {
  const state = text(row['State__c']) ?? '';
  return {
    proposalId: text(row['Proposal_ID__c']) ?? '',
    leadId: text(row['Lead__c']) ?? text(row['Submitted_Lead_ID__c']),
    from: text(row['Status_At_Decision__c']),
    recommended: text(row['Recommended_Status__c']),
    confidence: typeof row['Confidence__c'] === 'number' ? row['Confidence__c'] : null,
    outcome: OUTCOMES[state] ?? 'Blocked',
    state,
    code: text(row['Decision_Code__c']) ?? '',
    summary: text(row['Decision_Summary__c']) ?? '',
  };
}

export function text(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}
