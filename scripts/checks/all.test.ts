import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {allChecks, separateChecks} from './all.ts';
import {MAY_USE} from './apex/rooms.ts';

const every = [...allChecks, ...separateChecks];
const root = path.join(import.meta.dirname, '../..');

test('every check has a name of its own', () => {
  assert.equal(new Set(every.map(({name}) => name)).size, every.length);
});

test('CONTRIBUTING.md lists every check with the question it asks, and no other', () => {
  const section = /## Static checks\n([\s\S]*?)\n## /.exec(readFileSync(path.join(root, 'CONTRIBUTING.md'), 'utf8'))?.[1] ?? '';
  const listed = [...section.matchAll(/^\| `([\w-]+)`\s*\| (.*?)\s*\|$/gm)].map(([, name, question]) => [
    name,
    withoutMarks(question ?? ''),
  ]);
  assert.deepEqual(listed.toSorted(), every.map(({name, question}) => [name, question]).toSorted());
});

test('docs/architecture.md lists the rooms of the package, and no other', () => {
  const section = /## Rooms of the package\n([\s\S]*?)\n## /.exec(readFileSync(path.join(root, 'docs/architecture.md'), 'utf8'))?.[1] ?? '';
  const listed = [...section.matchAll(/^\| `([\w-]+)`/gm)].map(([, room]) => room);
  assert.deepEqual(listed.toSorted(), Object.keys(MAY_USE).toSorted());
});

/** Without code marks, and without the remark that a check needs Java. */
function withoutMarks(text: string): string {
  return text.replaceAll('`', '').replace(' (Java)', '');
}
