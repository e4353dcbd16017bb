import type {GeneratedUnit} from './codegen/unit.ts';

/**
 * The units that can be linked: those that need no class of a file with errors, directly or through others. The platform refuses them all alike; here what
 * is sound still runs.
 *
 * @param units of the files without errors
 */
export function runnableUnits(units: readonly GeneratedUnit[]): readonly GeneratedUnit[] {
  let rest = units;
  for (;;) {
    const known = new Set(rest.flatMap(({classes}) => classes.map(({name}) => name)));
    const runnable = rest.filter((unit) => unit.needs.every((name) => known.has(name)));
    if (runnable.length === rest.length) return rest;
    rest = runnable;
  }
}
