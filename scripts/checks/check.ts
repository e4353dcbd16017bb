/** A static check: one question about the sources, and how it is answered. */
export interface Check {
  /** What `npm run check -- NAME` takes. */
  readonly name: string;
  /** The question, in one line, for people who read the report. */
  readonly question: string;
  /** Looks at a project. Throws where the check itself can't be made (a missing tool, an unreadable file). */
  run(project: Project): Promise<Findings>;
}

/** The checkout under check. */
export interface Project {
  /** Absolute path of the folder that holds sfdx-project.json. */
  readonly root: string;
  /** Absolute paths of the package directories that exist, in the order of sfdx-project.json. */
  readonly packageDirectories: readonly string[];
}

export interface Findings {
  /** How many subjects were looked at. None at all is a failure: a check of nothing proves nothing. */
  readonly looked: number;
  /** What was looked at, in the plural: "files", "Apex classes". */
  readonly subjects: string;
  readonly problems: readonly Problem[];
}

/** One thing to mend, at a place. Paths are relative to the project. */
export interface Problem {
  readonly path?: string;
  readonly line?: number;
  readonly column?: number;
  /** The rule's own name, where the tool has one. */
  readonly rule?: string;
  readonly message: string;
}

/** `path:line:column: message (rule)`, without the parts that aren't known. */
export function formatProblem({path, line, column, rule, message}: Problem): string {
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return `${place === '' ? '' : `${place}: `}${message}${rule === undefined ? '' : ` (${rule})`}`;
}
