import {existsSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import {run} from './process.ts';

/** The oldest Java on which the Apex analysers run. */
const MINIMUM_VERSION = 11;

const REMEDY = `Install a Java runtime, ${MINIMUM_VERSION} or newer, and put it on the PATH: "apt-get install default-jre-headless" on Debian or Ubuntu, "brew install openjdk" on macOS, or adoptium.net.`;

/**
 * @throws Error that says how to get one, where there is no Java or it is too old
 */
export async function requireJava(): Promise<void> {
  const answer = await run('java', ['-version'], process.cwd()).catch(() => undefined);
  const version = /version "(\d+)/.exec(answer?.stderr ?? '')?.[1];
  if (version === undefined) throw new Error(`This check needs Java, and no "java" answers on the PATH. ${REMEDY}`);
  if (Number(version) < MINIMUM_VERSION) throw new Error(`This check needs Java ${MINIMUM_VERSION}, found ${version}. ${REMEDY}`);
}

/** The class path of the Java programs that Salesforce Code Analyzer's PMD engine carries, apex-ls among them. */
export function analyserClassPath(): string {
  const library = path.join(path.dirname(createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine')), 'java-lib');
  if (!existsSync(library))
    throw new Error(`${library}: not found; expected the Java libraries of @salesforce/code-analyzer-pmd-engine there`);
  return path.join(library, '*');
}
