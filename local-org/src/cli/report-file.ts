import {mkdirSync, writeFileSync} from 'node:fs';
import {dirname} from 'node:path';

/** Writes a report where it was asked for; its folder needn't exist. */
export function writeReport(file: string, text: string): void {
  mkdirSync(dirname(file), {recursive: true});
  writeFileSync(file, text);
}
