import type {ClassCoverage, Coverage} from './results.ts';

/** How often the lines of a file were reached, by line. */
export interface LineCounts {
  readonly name: string;
  /** Lines with statements. */
  readonly coverable: readonly number[];
  readonly counts: Uint32Array;
}

/** Files without a statement, such as interfaces, have nothing to cover and are left out. */
export function coverageOf(files: readonly LineCounts[]): Coverage {
  const classes = files
    .filter(({coverable}) => coverable.length > 0)
    .map(classCoverage)
    .sort((left, right) => (left.name < right.name ? -1 : 1));
  const covered = sum(classes.map((each) => each.covered));
  const total = sum(classes.map((each) => each.total));
  return {percent: percent(covered, total), classes};
}

function classCoverage({name, coverable, counts}: LineCounts): ClassCoverage {
  const covered = coverable.filter((line) => (counts[line] ?? 0) > 0).length;
  return {name, covered, total: coverable.length, percent: percent(covered, coverable.length)};
}

/** Rounded down to two digits, so that only complete coverage is 100. */
function percent(covered: number, total: number): number {
  return total === 0 ? 100 : Math.floor((10_000 * covered) / total) / 100;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((left, right) => left + right, 0);
}
