import type {Problem} from './check.ts';

/** A finding that stays, as the reviewed file has it. Lines are left out: they change with every edit. */
interface Explanation {
  readonly rule: string;
  readonly path: string;
  readonly message: string;
  /** Why the finding is no fault. */
  readonly reason: string;
}

/**
 * Takes the explained findings out.
 *
 * @param json a list of objects with `rule`, `path`, `message` and `reason`; one explains every finding that is the same in the first three
 * @returns the findings without explanation, and the explanations without finding, which are mended by being removed
 * @throws Error that names the entry where the file holds something else
 */
export function explain(findings: readonly Problem[], json: string): Problem[] {
  const explanations = read(json);
  const isAbout = (explanation: Explanation, {rule, path, message}: Problem): boolean =>
    explanation.rule === rule && explanation.path === path && explanation.message === message;
  const open = findings.filter((finding) => !explanations.some((explanation) => isAbout(explanation, finding)));
  const idle = explanations
    .filter((explanation) => !findings.some((finding) => isAbout(explanation, finding)))
    .map(({rule, path, message}) => ({rule, path, message: `this is explained and found no more; remove the explanation: ${message}`}));
  return [...open, ...idle];
}

function read(json: string): Explanation[] {
  const content: unknown = JSON.parse(json);
  if (!Array.isArray(content)) throw new Error('The explained findings have to be a list of objects.');
  return content.map((entry: unknown, index) => {
    if (!isExplanation(entry)) throw new Error(`Explained finding ${index + 1} needs a rule, a path, a message and a reason, each a text.`);
    return entry;
  });
}

function isExplanation(entry: unknown): entry is Explanation {
  if (typeof entry !== 'object' || entry === null) return false;
  const texts = new Map<string, unknown>(Object.entries(entry));
  return ['rule', 'path', 'message', 'reason'].every((name) => {
    const text = texts.get(name);
    return typeof text === 'string' && text.trim() !== '';
  });
}
