import {existsSync, readFileSync} from 'node:fs';
import path from 'node:path';
import ignore from 'ignore';
import type {Problem, Project} from '../check.ts';
import {relativePath, sourceFiles} from '../project.ts';
import {type MetadataFile, textOf} from './document.ts';

/** Types whose content is a file beside the `-meta.xml`, with the same name but for that ending. */
const WITH_CONTENT = ['cls', 'trigger', 'page', 'component', 'email', 'resource'];

/** Code and its `-meta.xml` come in pairs, and nothing lies in a package directory that is neither metadata nor ignored. */
export function checkCompanions(project: Project): Problem[] {
  const ignored = ignore();
  const forceignore = path.join(project.root, '.forceignore');
  if (existsSync(forceignore)) ignored.add(readFileSync(forceignore, 'utf8'));
  return sourceFiles(project, '').flatMap((file): Problem[] => {
    const shown = relativePath(project, file);
    const problem = (message: string): Problem[] => [{path: shown, rule: 'companion', message}];
    if (file.endsWith('-meta.xml')) {
      const content = file.slice(0, -'-meta.xml'.length);
      const expected = WITH_CONTENT.includes(path.extname(content).slice(1));
      return expected && !existsSync(content) ? problem(`${path.basename(content)} isn't there beside its -meta.xml`) : [];
    }
    if (ignored.ignores(shown) || /\/(lwc|aura|staticresources)\//.test(shown) || existsSync(`${file}-meta.xml`)) return [];
    return problem(
      `has no ${path.basename(file)}-meta.xml beside it, so that no org would receive it; add one, or add the file to .forceignore`,
    );
  });
}

/** Every piece of code states the API version of the project: what a class may do depends on it. */
export function checkApiVersions(files: readonly MetadataFile[], project: Project): Problem[] {
  const {sourceApiVersion} = JSON.parse(readFileSync(path.join(project.root, 'sfdx-project.json'), 'utf8')) as {sourceApiVersion?: string};
  if (sourceApiVersion === undefined) return [{path: 'sfdx-project.json', rule: 'API version', message: 'sourceApiVersion is missing'}];
  return files.flatMap((file): Problem[] => {
    const found = textOf(file.root, 'apiVersion');
    if (found === undefined || Number(found) === Number(sourceApiVersion)) return [];
    return [
      {path: file.path, rule: 'API version', message: `apiVersion is ${found}, expected ${sourceApiVersion} as in sfdx-project.json`},
    ];
  });
}
