import type {ApexSource} from './apex/sources.ts';
import {readApex} from './apex/sources.ts';
import type {Check, Findings, Problem, Project} from './check.ts';

/** Methods of Database that take an access level. */
const DATABASE_METHODS = new Set(
  [
    'convertLead countQuery countQueryWithBinds delete getQueryLocator getQueryLocatorWithBinds insert insertAsync insertImmediate merge',
    'query queryWithBinds undelete update updateAsync updateImmediate upsert',
  ].flatMap((names) => names.toLowerCase().split(' ')),
);

/** Types by which Apex reaches other systems. */
const CALLOUT_TYPES = new Set(['http', 'httprequest', 'continuation', 'webservicecallout', 'allowscallouts']);

/** Habits that make the package behave the same in every org, and that no other tool looks for. */
export const apexHabits: Check = {
  name: 'apex-habits',
  question: 'Does all Apex state its sharing and access levels, with no test hooks and no callouts in it, and one line to a trigger?',
  run: (project) => Promise.resolve(checkApexHabits(project)),
};

export function checkApexHabits(project: Project): Findings {
  const sources = readApex(project);
  return {looked: sources.length, subjects: 'Apex files', problems: sources.flatMap(checkSource)};
}

function checkSource(source: ApexSource): Problem[] {
  const {facts, room} = source;
  const problem = (line: number, rule: string, message: string): Problem => ({path: source.path, line, rule, message});
  const everywhere = facts.annotations
    .filter(({text}) => /seealldata\s*=\s*true/i.test(text))
    .map(({line}) => problem(line, 'own data', 'SeeAllData makes a test depend on the org it runs in; build the records it needs'));
  if (room === undefined) return everywhere;
  return [
    ...everywhere,
    ...(facts.outerClass === undefined || facts.outerClass.modifiers.some((modifier) => modifier.endsWith('sharing'))
      ? []
      : [
          problem(
            facts.outerClass.line,
            'sharing',
            `${source.name} declares no sharing; say "with sharing", or "without sharing" with its reason`,
          ),
        ]),
    ...(facts.documented || source.path.endsWith('.trigger')
      ? []
      : [problem(1, 'ApexDoc', `${source.name} doesn't begin with a comment that says what it is for`)]),
    ...facts.statements
      .filter(({accessLevel}) => accessLevel === undefined)
      .map(({kind, line}) => problem(line, 'access level', `${kind} without an access level; say user or system mode`)),
    ...facts.calls
      .filter(isDatabaseCallWithoutAccessLevel)
      .map(({method, line}) => problem(line, 'access level', `Database.${method} without an AccessLevel; pass one`)),
    ...facts.calls
      .filter(({receiver, method}) => /^(system\.)?test$/i.test(receiver) && method.toLowerCase() === 'isrunningtest')
      .map(({line}) => problem(line, 'test hook', 'production code asks whether a test runs; hand in what differs instead')),
    ...callouts(facts).map(({what, line}) =>
      problem(
        line,
        'callout',
        `${what} in the path of triggers: a save must not wait for another system; subscribe to Lead_Status_Event__e`,
      ),
    ),
    ...(facts.triggerStatements === undefined || facts.triggerStatements === 1
      ? []
      : [problem(1, 'trigger', `the trigger has ${facts.triggerStatements} statements, expected one that calls its handler`)]),
  ];
}

/** Each line once. */
function callouts({references, annotations}: ApexSource['facts']): {what: string; line: number}[] {
  const found = new Map<number, string>();
  for (const {name, line} of references) if (CALLOUT_TYPES.has(name.toLowerCase())) found.set(line, name);
  for (const {text, line} of annotations) if (/callout\s*=\s*true/i.test(text)) found.set(line, text);
  return [...found].map(([line, what]) => ({what, line}));
}

function isDatabaseCallWithoutAccessLevel({receiver, method, args}: {receiver: string; method: string; args: string}): boolean {
  if (!/^(system\.)?database$/i.test(receiver) || !DATABASE_METHODS.has(method.toLowerCase())) return false;
  return !/(user|system)_mode|accesslevel/i.test(args);
}
