import {parseXml} from '../../src/project/xml.ts';
import type {XmlElement} from '../../src/project/xml.ts';

/** The root of a metadata file with this content; tests need not repeat what all such files begin with. */
export function element(type: string, content: string): XmlElement {
  const parsed = parseXml(metadataFile(type, content), 'test.xml');
  if ('diagnostic' in parsed) throw new Error(parsed.diagnostic.message);
  return parsed.root;
}

export function metadataFile(type: string, content: string): string {
  const namespaces = [
    'xmlns="http://soap.sforce.com/2006/04/metadata"',
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
    'xmlns:xsd="http://www.w3.org/2001/XMLSchema"',
  ];
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${type} ${namespaces.join(' ')}>\n${content}\n</${type}>\n`;
}
