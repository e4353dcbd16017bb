/** What people do in bulk: approving, and taking a run back. Through anonymous Apex, as an admin's script would. */
import type {Connection} from '../demo/connection.ts';
import {runApex} from '../demo/playground.ts';

/** Decisions that one call takes. */
const DECISIONS_A_CALL = 200;

export function approve(reviewer: Connection, proposalIds: readonly string[]): void {
  for (let start = 0; start < proposalIds.length; start += DECISIONS_A_CALL) {
    const ids = proposalIds.slice(start, start + DECISIONS_A_CALL).map((id) => `'${id}'`);
    runApex(
      reviewer,
      `List<ReviewRequest> requests = new List<ReviewRequest>();
      for (Id rowId : new List<Id>{ ${ids.join(', ')} }) {
          requests.add(ReviewRequest.approvalAs(rowId, null, null));
      }
      for (ReviewResult result : ReviewService.decide(requests)) {
          Assert.isTrue(result.isCarriedOut, result.message);
      }`,
    );
  }
}

export function rollBack(manager: Connection, runId: string, expected: number): void {
  runApex(
    manager,
    `List<RollbackItem> items = RollbackService.execute(RollbackService.plan(RollbackScope.ofRun('${runId}')), 'Benchmark');
    Assert.areEqual(${String(expected)}, items.size());`,
  );
}
