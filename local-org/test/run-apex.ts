/** Runs small Apex programs in an org of their own. */
import {loadProject} from '../src/project/load-project.ts';
import {memoryFileSystem} from '../src/project/file-system.ts';
import {Org, type OrgOptions} from '../src/org.ts';

export interface Outcome {
  /** What `System.debug` printed. */
  readonly log: readonly string[];
  /** `System.MathException: Divide by 0`; null where nothing was thrown. */
  readonly exception: string | null;
  readonly stackTrace: string;
}

/** An org with classes and triggers, by the names of their files (`Foo.cls`, `LeadTrigger.trigger`), and other metadata by their paths (`objects/…`). */
export function orgWith(sources: Readonly<Record<string, string>> = {}, options: Omit<OrgOptions, 'project'> = {}): Org {
  const files = Object.entries(sources).flatMap(([name, text]): (readonly [string, string])[] => {
    if (name.includes('/')) return [[`force-app/${name}`, text]];
    const path = `force-app/${name.endsWith('.cls') ? 'classes' : 'triggers'}/${name}`;
    const type = name.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
    return [
      [path, text],
      [`${path}-meta.xml`, `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`],
    ] as const;
  });
  const project = {'sfdx-project.json': '{"packageDirectories": [{"path": "force-app"}]}', 'force-app/README.md': ''};
  return new Org({...options, project: loadProject(['.'], {fileSystem: memoryFileSystem({...project, ...Object.fromEntries(files)})})});
}

let plain: Org | undefined;

/** Runs an anonymous block. @throws Error where it doesn't compile */
export function run(source: string, org: Org = (plain ??= orgWith())): Outcome {
  const {compileProblem, exception, log} = org.executeAnonymous(source, org.administratorId);
  if (compileProblem !== null) throw new Error(`line ${String(compileProblem.line)}: ${compileProblem.message}`);
  return {log, exception: exception?.message ?? null, stackTrace: exception?.stackTrace ?? ''};
}

/** What an anonymous block prints. @throws Error where it doesn't compile, or throws */
export function output(source: string, org?: Org): readonly string[] {
  const {log, exception, stackTrace} = run(source, org);
  if (exception !== null) throw new Error(`${exception}\n${stackTrace}`);
  return log;
}

/** The value of an expression, as text. */
export function valueOf(expression: string): string {
  return output(`System.debug(${expression});`).join('\n');
}
