/** sfdx-project.json, as the Salesforce DX Developer Guide describes it under "Salesforce DX Project Configuration". */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';

export interface SfdxProjectJson {
  /** Paths of the package directories, relative to the project's folder, each once. */
  readonly packageDirectories: readonly string[];
  readonly sourceApiVersion: string | null;
  readonly namespace: string | null;
}

export function readSfdxProjectJson(text: string, path: string): {readonly project: SfdxProjectJson} | {readonly diagnostic: Diagnostic} {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return {diagnostic: invalid(`The file is not JSON: ${error instanceof Error ? error.message : String(error)}`, path)};
  }
  if (!isRecord(content) || !Array.isArray(content['packageDirectories'])) {
    return {diagnostic: invalid('The file has no list packageDirectories.', path)};
  }
  const paths = content['packageDirectories'].flatMap((entry: unknown) => (isRecord(entry) ? [textOf(entry['path'])] : []));
  return {
    project: {
      packageDirectories: [...new Set(paths.filter((found) => found !== null).map(withoutSlashes))],
      sourceApiVersion: textOf(content['sourceApiVersion']),
      namespace: textOf(content['namespace']),
    },
  };
}

function withoutSlashes(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\.\//, '').replace(/\/+$/, '');
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null;
}

function invalid(message: string, path: string): Diagnostic {
  return {code: 'E803', message, path, span: {line: 1, column: 1, start: 0, end: 0}};
}
