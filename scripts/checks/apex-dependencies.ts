import {readApex, type ApexSource} from './apex/sources.ts';
import {MAY_USE, OPEN_CLASSES, PURE_CLASSES, PURE_ROOMS} from './apex/rooms.ts';
import {sideEffects} from './apex/purity.ts';
import type {Check, Findings, Problem, Project} from './check.ts';

/** Which room of the package may use which, and that what is called pure is pure. */
export const apexDependencies: Check = {
  name: 'apex-dependencies',
  question: 'Does the Apex depend in the allowed directions only, and are the pure classes pure?',
  run: (project) => Promise.resolve(checkApexDependencies(project)),
};

export function checkApexDependencies(project: Project): Findings {
  const sources = readApex(project).filter(({room}) => room !== undefined);
  const byName = new Map(sources.map((source) => [source.name.toLowerCase(), source]));
  const problems = sources.flatMap((source) => [...checkRoom(source, byName), ...(isPure(source) ? checkPurity(source, byName) : [])]);
  return {looked: sources.length, subjects: 'Apex files', problems};
}

type ByName = ReadonlyMap<string, ApexSource>;

function checkRoom(source: ApexSource, byName: ByName): Problem[] {
  const {room = ''} = source;
  const allowed = MAY_USE[room];
  if (allowed === undefined) {
    return [{path: source.path, rule: 'room', message: `the room "${room}" is unknown; the rooms are ${Object.keys(MAY_USE).join(', ')}`}];
  }
  return used(source, byName).flatMap(({target, line}) => {
    if (target.room === room || allowed.includes(target.room ?? '') || OPEN_CLASSES.has(target.name)) return [];
    return [
      {
        path: source.path,
        line,
        rule: 'room',
        message: `${room} must not use ${target.name} of ${String(target.room)}; it may use ${allowed.join(', ') || 'nobody'}`,
      },
    ];
  });
}

function checkPurity(source: ApexSource, byName: ByName): Problem[] {
  const impure = used(source, byName).filter(({target}) => !isPure(target) && target.room !== 'shared');
  return [
    ...sideEffects(source.facts).map(({what, line}) => ({
      path: source.path,
      line,
      rule: 'purity',
      message: `${source.name} is pure and ${what}`,
    })),
    ...impure.map(({target, line}) => ({
      path: source.path,
      line,
      rule: 'purity',
      message: `${source.name} is pure and uses ${target.name}, which isn't`,
    })),
  ];
}

function isPure({name, room = ''}: ApexSource): boolean {
  const shells = PURE_ROOMS[room];
  return PURE_CLASSES.has(name) || (shells !== undefined && !shells.includes(name));
}

/** The classes of the package that a source names, each once, with the first line. */
function used(source: ApexSource, byName: ByName): {target: ApexSource; line: number}[] {
  const first = new Map<ApexSource, number>();
  for (const {name, line} of source.facts.references) {
    const target = byName.get(name.toLowerCase());
    if (target !== undefined && target !== source && !first.has(target)) first.set(target, line);
  }
  return [...first].map(([target, line]) => ({target, line}));
}
