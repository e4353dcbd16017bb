import {performance} from 'node:perf_hooks';
import type {Check, Problem, Project} from './check.ts';

export interface Report {
  readonly name: string;
  readonly passed: boolean;
  readonly looked: number;
  readonly subjects: string;
  readonly durationMs: number;
  readonly problems: readonly Problem[];
}

/**
 * Runs checks, so many at a time, in the order given. A check that throws has failed, and so has one that found nothing
 * to look at.
 *
 * @param report called as each check ends
 */
export async function runChecks(
  checks: readonly Check[],
  project: Project,
  atOnce: number,
  report: (report: Report) => void = () => undefined,
): Promise<Report[]> {
  const reports: Report[] = [];
  const waiting = [...checks];
  const worker = async (): Promise<void> => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) {
      const result = await runCheck(check, project);
      reports.push(result);
      report(result);
    }
  };
  await Promise.all(Array.from({length: atOnce}, worker));
  return reports;
}

async function runCheck(check: Check, project: Project): Promise<Report> {
  const start = performance.now();
  const {looked, subjects, problems} = await check.run(project).catch((error: unknown) => ({
    looked: 0,
    subjects: 'subjects',
    problems: [{message: error instanceof Error ? error.message : String(error)}],
  }));
  const nothing =
    looked === 0 && problems.length === 0 ? [{message: `found no ${subjects} to look at, and a check of nothing proves nothing`}] : [];
  const all = [...problems, ...nothing];
  return {name: check.name, passed: all.length === 0, looked, subjects, durationMs: Math.round(performance.now() - start), problems: all};
}
