/** Signals in one load, through the API. */
import {createAll, type Connection} from '../demo/connection.ts';

/** So many signals go to each lead, a load at a time. */
export const SIGNALS_A_LEAD = 10;

/** Round and round over the leads, so that every chunk of a load is about as many leads as possible: the dearest case. */
export function sendSignals(sender: Connection, leadIds: readonly string[], count: number, runId: string): void {
  const signals = Array.from({length: count}, (_signal, index) => ({
    Lead__c: leadIds[index % leadIds.length],
    Signal_Type__c: 'Email_Click',
    Source__c: 'Benchmark',
    External_ID__c: `${runId}-${String(index)}`,
  }));
  const refused = createAll(sender, 'Lead_Signal__c', signals).find((result) => !result.success);
  if (refused !== undefined) throw new Error(`A signal of the benchmark was refused: ${JSON.stringify(refused.errors)}`);
}
