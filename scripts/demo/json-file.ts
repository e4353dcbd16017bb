/** JSON files of users: read with errors that name the file and, where JSON itself is broken, the place. */
import {readFileSync} from 'node:fs';

export class FileError extends Error {
  constructor(path: string, problem: string, remedy: string) {
    super(`${path}: ${problem} ${remedy}`);
    this.name = 'FileError';
  }
}

export type JsonObject = Readonly<Record<string, unknown>>;

export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/**
 * The list under a key of a file's top-level object.
 *
 * @throws FileError for a file that can't be read, isn't JSON, or has no such list
 */
export function readList(path: string, key: string): readonly unknown[] {
  const value = parse(path, readText(path));
  const list = isJsonObject(value) ? value[key] : undefined;
  if (Array.isArray(list)) return list;
  throw new FileError(path, `expected a JSON object with a list in "${key}", found ${kindOf(value)}.`, `Write {"${key}": […]}.`);
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    throw new FileError(
      path,
      `can't be read (${(error as NodeJS.ErrnoException).code ?? String(error)}).`,
      'Check the path and its permissions.',
    );
  }
}

function parse(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const {message} = error as SyntaxError;
    throw new FileError(`${path}${placeOf(message, text)}`, `is not JSON: ${message}.`, 'Mend the file there.');
  }
}

/** `:line:column` from the offset that the parser reports, where it does. */
function placeOf(message: string, text: string): string {
  const offset = /position (\d+)/.exec(message)?.[1];
  if (offset === undefined) return message.includes('end of JSON') ? lineAndColumn(text, text.length) : '';
  return lineAndColumn(text, Number(offset));
}

function lineAndColumn(text: string, offset: number): string {
  const before = text.slice(0, offset).split('\n');
  return `:${String(before.length)}:${String((before.at(-1)?.length ?? 0) + 1)}`;
}

export function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return `an object with the keys ${Object.keys(value).join(', ') || '(none)'}`;
  return `${typeof value} ${JSON.stringify(value)}`;
}
