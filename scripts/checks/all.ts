import {apexDependencies} from './apex-dependencies.ts';
import {apexHabits} from './apex-habits.ts';
import {apexLs} from './apex-ls.ts';
import type {Check} from './check.ts';
import {dependencies} from './dependencies.ts';
import {eslint} from './eslint.ts';
import {format} from './format.ts';
import {metadata} from './metadata.ts';
import {pmd} from './pmd.ts';
import {sfge} from './sfge.ts';
import {soql} from './soql.ts';
import {tsc} from './tsc.ts';
import {unused} from './unused.ts';

/** The static checks that every change passes, the long ones first so that they share the time. */
export const allChecks: readonly Check[] = [
  eslint,
  pmd,
  format,
  tsc,
  apexLs,
  soql,
  metadata,
  apexDependencies,
  apexHabits,
  dependencies,
  unused,
];

/** Checks that need more time or memory than a change can wait for: each a job of its own, run when it is named. */
export const separateChecks: readonly Check[] = [sfge];
