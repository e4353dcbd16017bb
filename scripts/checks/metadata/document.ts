import {readFileSync} from 'node:fs';
import {DOMParser, type Element, ParseError} from '@xmldom/xmldom';
import type {Problem} from '../check.ts';

/** A metadata file of the source format: `Lead.Status__c.field-meta.xml` and its like. */
export interface MetadataFile {
  /** Relative to the project. */
  readonly path: string;
  readonly root: Element;
}

/**
 * @param file absolute path
 * @param path the path that reports print
 * @returns the parsed file, or what stops it from being read
 */
export function readDocument(file: string, path: string): MetadataFile | Problem {
  try {
    const parser = new DOMParser({
      onError: (level, message) => {
        throw new Error(`${level}: ${message}`);
      },
    });
    const root = parser.parseFromString(readFileSync(file, 'utf8'), 'text/xml').documentElement;
    return root === null ? {path, message: 'holds no element'} : {path, root};
  } catch (error) {
    const message = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    return {path, line: lineOf(error), message: `not well-formed XML: ${message}`};
  }
}

/** The parser leaves its place in a `locator`, which its types leave open. */
function lineOf(error: unknown): number {
  const locator: unknown = error instanceof ParseError ? error.locator : undefined;
  const line: unknown = typeof locator === 'object' && locator !== null && 'lineNumber' in locator ? locator.lineNumber : undefined;
  return typeof line === 'number' ? line : 1;
}

/** The elements directly below, in order; those of one name where it is given. */
export function children(element: Element, name?: string): Element[] {
  return Array.from(element.childNodes)
    .filter(isElement)
    .filter((child) => name === undefined || child.localName === name);
}

/** The text of the first child of that name, or undefined where there is none. */
export function textOf(element: Element, name: string): string | undefined {
  const [child] = children(element, name);
  return child === undefined ? undefined : content(child);
}

export function content(element: Element): string {
  return (element.textContent ?? '').trim();
}

/** A problem at an element, or at a child of it where the child is there. */
export function problemAt(file: MetadataFile, element: Element, message: string, rule: string): Problem {
  return {path: file.path, line: element.lineNumber ?? 1, message, rule};
}

function isElement(node: {readonly nodeType: number}): node is Element {
  return node.nodeType === 1;
}
