import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import path from 'node:path';
import type {Project} from '../checks/check.ts';
import {openProject} from '../checks/project.ts';

/** The files of a small project by path; `undefined` leaves a file out that another source of files has. */
export type Files = Readonly<Record<string, string | undefined>>;

/** Writes a project into a folder of its own, hands it over, and removes it again. */
export function withProject<T>(files: Files, use: (project: Project) => T): T {
  const root = mkdtempSync(path.join(tmpdir(), 'lifecycle-gate-project-'));
  try {
    const all: Files = {'sfdx-project.json': '{"sourceApiVersion": "66.0", "packageDirectories": [{"path": "force-app"}]}', ...files};
    for (const [file, text] of Object.entries(all)) {
      if (text === undefined) continue;
      const target = path.join(root, file);
      mkdirSync(path.dirname(target), {recursive: true});
      writeFileSync(target, text);
    }
    return use(openProject(root));
  } finally {
    rmSync(root, {recursive: true});
  }
}

/** A metadata file: the root element of a type around its content. */
export function metadataXml(type: string, content: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>
<${type} xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema">
${content}
</${type}>
`;
}

/** An Apex class with its `-meta.xml`, as two files. */
export function apexClass(path: string, source: string): Files {
  const meta = metadataXml('ApexClass', '<apiVersion>66.0</apiVersion><status>Active</status>');
  return {[`${path}.cls`]: source, [`${path}.cls-meta.xml`]: meta};
}
