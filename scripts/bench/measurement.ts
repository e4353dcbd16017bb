import type {Limits, Org} from 'local-org';

/** One line of the benchmark: what an operation cost. Counts are exact and comparable, times are noisy. */
export interface Measurement {
  /** The operation: `propose` … */
  readonly name: string;
  /** How many records it was about. */
  readonly n: number;
  /** Of the package's own code, summed over the transactions. */
  readonly soqlQueries: number;
  /** Rows that its queries read. */
  readonly queryRows: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
  /** Of the processor, which a busy machine distorts less than those of the clock. */
  readonly ms: number;
  /** Leads in the org while it ran. */
  readonly orgSize: number;
}

/** Does the work, and counts what all its transactions used. */
export function measure(
  org: Org,
  of: {readonly name: string; readonly n: number; readonly orgSize: number},
  work: () => void,
): Measurement {
  console.error(`${of.name} ${String(of.n)} …`);
  const used: Limits[] = [];
  const stop = org.onTransaction((limits) => used.push(limits));
  const start = process.threadCpuUsage();
  work();
  const {user, system} = process.threadCpuUsage(start);
  const ms = (user + system) / 1000;
  stop();
  const sum = (limit: 'Queries' | 'QueryRows' | 'DmlStatements' | 'DmlRows') =>
    used.reduce((total, limits) => total + limits.used(limit), 0);
  return {
    ...of,
    soqlQueries: sum('Queries'),
    queryRows: sum('QueryRows'),
    dmlStatements: sum('DmlStatements'),
    dmlRows: sum('DmlRows'),
    ms,
  };
}

const HEADINGS = ['operation', 'n', 'SOQL queries', 'query rows', 'DML statements', 'DML rows', 'ms', 'ms a record', 'leads in the org'];

export function measurementTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({name, n, soqlQueries, queryRows, dmlStatements, dmlRows, ms, orgSize}) => [
    name,
    String(n),
    String(soqlQueries),
    String(queryRows),
    String(dmlStatements),
    String(dmlRows),
    ms.toFixed(1),
    (ms / n).toFixed(2),
    String(orgSize),
  ]);
  const widths = HEADINGS.map((heading, column) => Math.max(heading.length, ...rows.map((row) => row[column]?.length ?? 0)));
  return [HEADINGS, ...rows].map((row) => row.map((cell, column) => pad(cell, widths[column] ?? 0, column)).join('  ')).join('\n');
}

function pad(cell: string, width: number, column: number): string {
  return column === 0 ? cell.padEnd(width) : cell.padStart(width);
}
