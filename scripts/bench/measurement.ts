/** One line of the benchmark: what an operation cost. Counts are exact and comparable, times are noisy. */
export interface Measurement {
  /** The operation: `propose` … */
  readonly name: string;
  /** How many records it was about. */
  readonly n: number;
  /** Of the package's own code, summed over the transactions. */
  readonly soqlQueries: number;
  readonly dmlStatements: number;
  readonly dmlRows: number;
  readonly ms: number;
  /** Leads in the org while it ran. */
  readonly orgSize: number;
}

const HEADINGS = ['operation', 'n', 'SOQL queries', 'DML statements', 'DML rows', 'ms', 'ms a record', 'leads in the org'];

export function measurementTable(measurements: readonly Measurement[]): string {
  const rows = measurements.map(({name, n, soqlQueries, dmlStatements, dmlRows, ms, orgSize}) => [
    name,
    String(n),
    String(soqlQueries),
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
