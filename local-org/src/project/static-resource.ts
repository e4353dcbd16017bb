/** StaticResource of the Metadata API Developer Guide. */
import {posix} from 'node:path';
import {componentName} from './component-name.ts';
import type {FileSystem} from './file-system.ts';
import type {StaticResource} from './model.ts';
import {textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

/** The content lies beside the -meta.xml: a file of the same name and any suffix, or the folder of an unpacked archive. */
export function readStaticResource(element: XmlElement, name: string, path: string, fileSystem: FileSystem): StaticResource {
  const folder = posix.dirname(path);
  const content = fileSystem.list(folder).find((entry) => {
    if (entry.isFolder) return entry.name === name;
    const file = componentName(entry.name);
    return file !== null && !file.isMetaFile && file.name === name;
  });
  const contentPath = content === undefined ? null : posix.join(folder, content.name);
  const isFile = content?.isFolder === false;
  return {
    name,
    path,
    line: element.line,
    contentType: wordOf(element, 'contentType'),
    contentPath,
    content: isFile && contentPath !== null ? {size: fileSystem.size(contentPath), read: () => fileSystem.readBytes(contentPath)} : null,
    description: textOf(element, 'description'),
    cacheControl: wordOf(element, 'cacheControl'),
  };
}
