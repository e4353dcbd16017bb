/** Metadata XML as a small tree that knows its lines. Attributes matter in custom metadata alone; comments and namespaces nowhere. */
import {DOMParser, ParseError} from '@xmldom/xmldom';
import type {Element, Node} from '@xmldom/xmldom';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';

export interface XmlElement {
  readonly name: string;
  /** Line of the start tag. */
  readonly line: number;
  /** The text between the tags, as it is. Empty where there are elements in it. */
  readonly text: string;
  /** By qualified name, `xsi:type`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
}

interface Complaint {
  readonly message: string;
  readonly locator?: {readonly lineNumber?: number; readonly columnNumber?: number};
}

/** The root element, or what is wrong with the file. */
export function parseXml(text: string, path: string): {readonly root: XmlElement} | {readonly diagnostic: Diagnostic} {
  let complaint: Complaint = {message: 'it has no element'};
  // The parser would mend what it calls an error, and pass over what it calls a warning. Salesforce takes neither.
  function refuse(_level: string, message: string, context: Pick<Complaint, 'locator'>): never {
    complaint = {message, ...context};
    throw new ParseError(message);
  }
  try {
    const root = new DOMParser({onError: refuse}).parseFromString(text, 'text/xml').documentElement;
    return root === null ? {diagnostic: malformed(complaint, path)} : {root: elementOf(root)};
  } catch (error) {
    if (!(error instanceof ParseError)) throw error;
    return {diagnostic: malformed(complaint, path)};
  }
}

function malformed({message, locator}: Complaint, path: string): Diagnostic {
  const [sentence = ''] = message.split('\n');
  const span = {line: Math.max(1, locator?.lineNumber ?? 1), column: Math.max(1, locator?.columnNumber ?? 1), start: 0, end: 0};
  return {code: 'E801', message: `The file is not well-formed XML: ${sentence.replace(/\.$/, '')}.`, path, span};
}

const ELEMENT_NODE = 1;

function elementOf(element: Element): XmlElement {
  const nodes: readonly Node[] = Array.from<Node>(element.childNodes);
  const children = nodes.filter(isElement).map(elementOf);
  return {
    name: element.localName ?? element.tagName,
    line: element.lineNumber ?? 1,
    text: children.length > 0 ? '' : (element.textContent ?? ''),
    attributes: Object.fromEntries(Array.from(element.attributes, ({name, value}) => [name, value])),
    children,
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === ELEMENT_NODE;
}

export function child(element: XmlElement, name: string): XmlElement | null {
  return element.children.find((candidate) => candidate.name === name) ?? null;
}

export function childrenOf(element: XmlElement, name: string): XmlElement[] {
  return element.children.filter((candidate) => candidate.name === name);
}

/** The text of a child as it is written; `null` where there is no such child, or nothing in it. */
export function textOf(element: XmlElement, name: string): string | null {
  const text = child(element, name)?.text ?? '';
  return text === '' ? null : text;
}

/** The text of a child that is a name, a number or another word, without the white space around it. */
export function wordOf(element: XmlElement, name: string): string | null {
  const word = child(element, name)?.text.trim() ?? '';
  return word === '' ? null : word;
}

/** A word of a closed list. Another word counts as none; the check of metadata against its schema reports it. */
export function choiceOf<Choice extends string>(element: XmlElement, name: string, choices: readonly Choice[]): Choice | null {
  const word = wordOf(element, name);
  return choices.find((choice) => choice === word) ?? null;
}

export function wordsOf(element: XmlElement, name: string): string[] {
  return childrenOf(element, name).map(({text}) => text.trim());
}

export function booleanOf(element: XmlElement, name: string, absent: boolean): boolean {
  const word = wordOf(element, name);
  return word === null ? absent : word === 'true';
}

export function numberOf(element: XmlElement, name: string): number | null {
  const word = wordOf(element, name);
  const number = Number(word);
  return word === null || Number.isNaN(number) ? null : number;
}
