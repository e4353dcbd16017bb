/** What a mutation run consists of: the mutants of the chosen classes and, for each, the tests that can notice it. */
import {matchesGlob} from 'node:path';
import type {SyntaxTreeCache} from '../../apex/syntax/cache.ts';
import type {Generation} from '../../generation.ts';
import type {ApexClassSource, Project} from '../../project/model.ts';
import {enumConstants} from './enum-constants.ts';
import type {Mutant} from './mutant.ts';
import {mutantsOf} from './mutants.ts';
import type {MutationSource} from './mutants.ts';
import type {MutationOperator} from './operators.ts';

export interface MutationChoice {
  /** Patterns for the names of classes and triggers or for their paths (`Rollback*`, `force-app/main/gate/**`); none is all. */
  readonly classes: readonly string[];
  readonly operators: readonly MutationOperator[];
}

/** Of all code that isn't a test's, by path and place. */
export function chooseMutants(
  project: Project,
  generation: Generation,
  parser: SyntaxTreeCache,
  {classes, operators}: MutationChoice,
): Mutant[] {
  const isWanted = ({name, path}: ApexClassSource) =>
    classes.length === 0 || classes.some((glob) => matchesGlob(name, glob) || matchesGlob(path, glob));
  const parsed = project.classes.flatMap((file) => {
    const {tree} = parser.parseClass(file.source, file.path);
    return tree === null ? [] : [{file, tree}];
  });
  const enums = enumConstants(parsed.map(({tree}) => tree));
  const sources: MutationSource[] = [
    ...parsed
      .filter(({file}) => isWanted(file) && generation.classes.info(file.name)?.isTest !== true)
      .map(({file: {name, path, source}, tree}) => ({kind: 'class', name, path, source, tree}) as const),
    ...project.triggers.filter(isWanted).flatMap(({name, path, source}) => {
      const {tree} = parser.parseTrigger(source, path);
      return tree === null ? [] : [{kind: 'trigger', name, path, source, tree} as const];
    }),
  ];
  return sources.sort((left, right) => (left.path < right.path ? -1 : 1)).flatMap((source) => mutantsOf(source, operators, enums));
}
