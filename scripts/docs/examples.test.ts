import assert from 'node:assert/strict';
import {test} from 'node:test';
import {differences, readExamples} from './examples.ts';

const DOCUMENT = `# Title

\`\`\`http
POST /path?q=a b
Content-Type: application/json

{"a": 1}
\`\`\`

and

\`\`\`http
HTTP/1.1 201 Created

{"b": "…"}
\`\`\`

\`\`\`json
{"not": "executed"}
\`\`\`

\`\`\`http
GET /other
\`\`\`

\`\`\`http
HTTP/1.1 204 No Content
\`\`\`
`;

test('a document holds requests and their answers', () => {
  assert.deepEqual(readExamples(DOCUMENT), [
    {line: 4, method: 'POST', path: '/path?q=a b', body: '{"a": 1}', status: 201, answer: {b: '…'}},
    {line: 23, method: 'GET', path: '/other', body: '', status: 204, answer: null},
  ]);
});

test('a request without an answer is a mistake in the document', () => {
  assert.throws(() => readExamples('```http\nGET /path\n```\n'), /line 2: expected a request/);
});

test('the dots stand for what is left out', () => {
  assert.deepEqual(differences({a: '…', b: [1]}, {a: {}, b: [1]}), []);
  assert.deepEqual(differences({a: 1, '…': '…'}, {a: 1, b: 2}), []);
  assert.deepEqual(differences([{a: 1}, '…'], [{a: 2}, {a: 1}]), []);
});

test('whatever else differs is named', () => {
  assert.deepEqual(differences({a: 1}, {a: 2}), ['$.a is 2, the document says 1']);
  assert.deepEqual(differences({a: 1}, {a: 1, b: 2}), ["$.b isn't in the document"]);
  assert.deepEqual(differences({a: 1, b: 2}, {a: 1}), ['$.b is missing']);
  assert.deepEqual(differences([1], [1, 2]), ['$ has 2 elements, the document shows 1']);
  assert.deepEqual(differences([{a: 3}, '…'], [{a: 1}]), ['$ has no element like {"a":3}']);
  assert.deepEqual(differences({a: []}, {a: null}), ['$.a is no list']);
  assert.deepEqual(differences(null, false), ['$ is false, the document says null']);
});
