/** The executable examples of a document: each a fenced `http` block with a request, followed by one with the answer. */

export interface Example {
  /** Line of the request in the document. */
  readonly line: number;
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly path: string;
  /** Empty where there is none. */
  readonly body: string;
  readonly status: number;
  /** What the answer has to look like; null where it has no body. `"…"` stands for anything, see `matches`. */
  readonly answer: unknown;
}

interface Block {
  readonly line: number;
  readonly head: string;
  readonly body: string;
}

const FENCE = /^```http\n([\s\S]*?)^```$/gm;
const REQUEST = /^(GET|POST|PATCH|DELETE) (\S.*)$/;
const ANSWER = /^HTTP\/1\.1 (\d{3})/;

/** @throws Error for a block that is neither, and for a request without an answer */
export function readExamples(markdown: string): readonly Example[] {
  const blocks = [...markdown.matchAll(FENCE)].map((match) => readBlock(match[1] ?? '', lineAt(markdown, match.index) + 1));
  const examples: Example[] = [];
  for (let at = 0; at < blocks.length; at += 2) {
    const [request, answer] = [blocks[at], blocks[at + 1]];
    const sent = REQUEST.exec(request?.head ?? '');
    const answered = ANSWER.exec(answer?.head ?? '');
    if (request === undefined || answer === undefined || sent === null || answered === null)
      throw new Error(`line ${String(request?.line)}: expected a request ("POST /path") and its answer ("HTTP/1.1 200 OK").`);
    examples.push({
      line: request.line,
      method: sent[1] as Example['method'],
      path: sent[2] ?? '',
      body: request.body,
      status: Number(answered[1]),
      answer: answer.body === '' ? null : (JSON.parse(answer.body) as unknown),
    });
  }
  return examples;
}

function readBlock(text: string, line: number): Block {
  const [head = '', ...body] = text.split('\n\n');
  return {line, head: head.split('\n')[0] ?? '', body: body.join('\n\n').trim()};
}

function lineAt(text: string, index: number): number {
  return text.slice(0, index).split('\n').length;
}

const ANYTHING = '…';

/**
 * Where an answer differs from what a document says, as paths; empty where it doesn't. `"…"` matches every value, as a member name allows further members, and as
 * an element of a list further elements before, between and after the others.
 */
export function differences(expected: unknown, actual: unknown, path = '$'): readonly string[] {
  if (expected === ANYTHING) return [];
  if (Array.isArray(expected)) return Array.isArray(actual) ? listDifferences(expected, actual, path) : [`${path} is no list`];
  if (isObject(expected)) return isObject(actual) ? objectDifferences(expected, actual, path) : [`${path} is no object`];
  return Object.is(expected, actual) ? [] : [`${path} is ${JSON.stringify(actual)}, the document says ${JSON.stringify(expected)}`];
}

function listDifferences(expected: readonly unknown[], actual: readonly unknown[], path: string): readonly string[] {
  if (!expected.includes(ANYTHING)) {
    if (expected.length !== actual.length)
      return [`${path} has ${String(actual.length)} elements, the document shows ${String(expected.length)}`];
    return expected.flatMap((element, at) => differences(element, actual[at], `${path}[${String(at)}]`));
  }
  return expected
    .filter((element) => element !== ANYTHING)
    .filter((element) => actual.every((candidate) => differences(element, candidate).length > 0))
    .map((element) => `${path} has no element like ${JSON.stringify(element)}`);
}

function objectDifferences(expected: JsonObject, actual: JsonObject, path: string): readonly string[] {
  const unexpected = ANYTHING in expected ? [] : Object.keys(actual).filter((name) => !(name in expected));
  return [
    ...unexpected.map((name) => `${path}.${name} isn't in the document`),
    ...Object.entries(expected)
      .filter(([name]) => name !== ANYTHING)
      .flatMap(([name, value]) => (name in actual ? differences(value, actual[name], `${path}.${name}`) : [`${path}.${name} is missing`])),
  ];
}

type JsonObject = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
