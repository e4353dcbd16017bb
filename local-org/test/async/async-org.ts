/** A small project in an org of its own, whose tests and anonymous blocks start asynchronous work. */
import {MovableClock} from '../../src/clock.ts';
import {Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {isError} from '../../src/diagnostics/diagnostic.ts';
import {loadProject} from '../../src/project/load-project.ts';
import {runTests} from '../../src/testing/run-tests.ts';
import {testSelection} from '../../src/testing/selection.ts';

const field = (name: string, more: string): string =>
  `<CustomField><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${more}</CustomField>`;
const event = (label: string, behaviour: string): string =>
  `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel><eventType>HighVolume</eventType><publishBehavior>${behaviour}</publishBehavior><deploymentStatus>Deployed</deploymentStatus></CustomObject>`;

/** An object with a text, and two events with a required text: one for each publish behaviour. */
const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories": [{"path": "app"}]}',
  'app/objects/Note__c/Note__c.object-meta.xml':
    '<CustomObject><label>Note</label><pluralLabel>Notes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>',
  'app/objects/Note__c/fields/Text__c.field-meta.xml': field('Text__c', '<type>Text</type><length>255</length>'),
  'app/objects/Order__e/Order__e.object-meta.xml': event('Order', 'PublishAfterCommit'),
  'app/objects/Order__e/fields/Number__c.field-meta.xml': field(
    'Number__c',
    '<type>Text</type><length>10</length><required>true</required>',
  ),
  'app/objects/Signal__e/Signal__e.object-meta.xml': event('Signal', 'PublishImmediately'),
  'app/objects/Signal__e/fields/Text__c.field-meta.xml': field('Text__c', '<type>Text</type><length>255</length>'),
};

export const START = Date.parse('2026-11-22T10:00:00Z');

export class AsyncOrg {
  readonly clock = new MovableClock(START);
  readonly org: Org;

  /** @param sources classes and triggers by the names of their files (`Foo.cls`, `OrderTrigger.trigger`) */
  constructor(sources: Readonly<Record<string, string>> = {}) {
    const files = Object.entries(sources).flatMap(([name, text]) => {
      const type = name.endsWith('.cls') ? 'ApexClass' : 'ApexTrigger';
      return [
        [`app/code/${name}`, text],
        [`app/code/${name}-meta.xml`, `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`],
      ] as const;
    });
    const project = loadProject(['.'], {fileSystem: memoryFileSystem({...FILES, ...Object.fromEntries(files)})});
    this.org = new Org({project, clock: this.clock, cacheFolder: null});
    const problem = this.org.diagnostics.find(isError);
    if (problem !== undefined) throw new Error(`${problem.path}:${String(problem.span.line)} ${problem.code} ${problem.message}`);
  }

  /** Runs an anonymous block as the administrator; gives what it prints, or what it threw (`System.MathException: …`). */
  run(source: string): readonly string[] {
    const {compileProblem, exception, log} = this.org.executeAnonymous(source, this.org.administratorId);
    if (compileProblem !== null) throw new Error(`line ${String(compileProblem.line)}: ${compileProblem.message}`);
    return exception === null ? log : [...log, exception.message];
  }

  /** The texts of all notes, in the order of their Ids. */
  notes(): readonly string[] {
    return this.run('for (Note__c note : [SELECT Text__c FROM Note__c ORDER BY Id]) System.debug(note.Text__c);');
  }
}

/** Runs a method as a test, with the given classes; null where it passes, else the first line of what it says. */
export function test(body: string, sources: Readonly<Record<string, string>> = {}): string | null {
  return testIn(new AsyncOrg({...sources, 'BodyTest.cls': `@IsTest private class BodyTest { @IsTest static void body() { ${body} } }`}));
}

/** Runs the tests of an org; null where they pass, else the first line of what the first of the others says. */
export function testIn({org}: AsyncOrg): string | null {
  const results = runTests(org, testSelection([]), () => undefined);
  if (results.length === 0) throw new Error('The org has no tests.');
  return results.find(({outcome}) => outcome !== 'Pass')?.message.split('\n')[0] ?? null;
}
