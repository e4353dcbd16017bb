/** The components of package directories: their files, found and read, before anybody says what is in them. */
import {posix} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {componentName} from './component-name.ts';
import type {FileSystem} from './file-system.ts';
import type {IsIgnored} from './forceignore.ts';
import {parseXml} from './xml.ts';
import type {XmlElement} from './xml.ts';

export interface Component {
  readonly name: string;
  /** `field`, `permissionset`, `cls` … */
  readonly suffix: string;
  readonly path: string;
  /** Root of the XML: of the -meta.xml for a class, a trigger or a static resource, `null` where it is missing. */
  readonly element: XmlElement | null;
  /** The text of the file at `path`. */
  readonly text: string;
  /** The folders that it lies in, innermost first. */
  readonly folders: readonly string[];
}

export interface FoundComponents {
  readonly components: readonly Component[];
  readonly diagnostics: readonly Diagnostic[];
}

/** Components of the metadata format, whose files don't end in -meta.xml. */
const WHOLE_FILES: ReadonlySet<string> = new Set([
  'cachePartition',
  'customPermission',
  'flow',
  'globalValueSet',
  'labels',
  'mutingpermissionset',
  'object',
  'permissionset',
  'permissionsetgroup',
  'profile',
  'standardValueSet',
  'workflow',
]);

const APEX_FILES: ReadonlySet<string> = new Set(['cls', 'trigger']);

/** Reads all components below a folder. A file that can't be read is a diagnostic, and no component. */
export function findComponents(folder: string, fileSystem: FileSystem, isIgnored: IsIgnored): FoundComponents {
  const components: Component[] = [];
  const diagnostics: Diagnostic[] = [];

  function readElement(path: string, text: string): XmlElement | null {
    const parsed = parseXml(text, path);
    if ('root' in parsed) return parsed.root;
    diagnostics.push(parsed.diagnostic);
    return null;
  }

  function readApex(name: string, suffix: string, path: string, folders: readonly string[]): void {
    const metaFile = `${path}-meta.xml`;
    const element = fileSystem.exists(metaFile) ? readElement(metaFile, fileSystem.readText(metaFile)) : null;
    components.push({name, suffix, path, element, text: fileSystem.readText(path), folders});
  }

  function visit(path: string, fileName: string, folders: readonly string[]): void {
    const known = componentName(fileName);
    if (known === null) return;
    const {name, suffix, isMetaFile} = known;
    if (APEX_FILES.has(suffix)) {
      if (!isMetaFile) readApex(name, suffix, path, folders);
    } else if (isMetaFile || WHOLE_FILES.has(suffix) || (suffix === 'md' && folders[0] === 'customMetadata')) {
      const text = fileSystem.readText(path);
      const element = readElement(path, text);
      if (element !== null) components.push({name, suffix, path, element, text, folders});
    }
  }

  function walk(path: string, folders: readonly string[]): void {
    for (const {name, isFolder} of fileSystem.list(path)) {
      const inner = posix.join(path, name);
      if (isIgnored(inner, isFolder)) continue;
      // What lies in a folder among the static resources is the content of one.
      if (!isFolder) visit(inner, name, folders);
      else if (folders[0] !== 'staticresources') walk(inner, [name, ...folders]);
    }
  }

  walk(folder, [posix.basename(folder)]);
  return {components, diagnostics};
}
