/** Documents that restate the code are held to it. */
import assert from 'node:assert/strict';
import {readdirSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';
import {MAY_USE} from './checks/apex/rooms.ts';

const root = path.join(import.meta.dirname, '..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');

function apexClass(name: string): string {
  return read(`force-app/main/gate/classes/${name}.cls`);
}

/** Codes of a check, in the order in which its source names them for the first time. */
function codesOf(check: string): string[] {
  return [...new Set([...apexClass(check).matchAll(/DecisionCode\.([A-Z_]+)/g)].map(([, code = '']) => code))];
}

function tableCodes(): string[] {
  const [, table = ''] = /\| code [^\n]*\| effect[^\n]*\n\|[- |]+\n((?:\|[^\n]*\n)+)/.exec(read('docs/decision-table.md')) ?? [];
  return [...table.matchAll(/^\| `([A-Z_]+)`/gm)].map(([, code = '']) => code);
}

test('docs/decision-table.md has the checks of GateEvaluator, in their order', () => {
  const [, list = ''] = /DECISION_TABLE = [^{]*\{([\s\S]*?)\};/.exec(apexClass('GateEvaluator')) ?? [];
  const checks = [...list.matchAll(/new (\w+)\(\)/g)].map(([, name = '']) => name);
  assert.ok(checks.length > 20);
  assert.deepEqual(tableCodes(), checks.flatMap(codesOf));
});

test('docs/decision-table.md mentions every code of a decision', () => {
  const document = read('docs/decision-table.md');
  const codes = [...apexClass('DecisionCode').matchAll(/String ([A-Z_]+) =/g)].map(([, code = '']) => code);
  assert.deepEqual(
    codes.filter((code) => !document.includes(`\`${code}\``)),
    [],
  );
});

test('docs/admin.md names every field of a rule and of a stage', () => {
  const document = read('docs/admin.md');
  for (const object of ['Lifecycle_Stage__mdt', 'Lifecycle_Transition__mdt', 'Signal_Type__mdt', 'Lifecycle_Policy__mdt']) {
    const folder = path.join(root, 'force-app/main/policy/objects', object, 'fields');
    const names = readdirSync(folder).map((file) => file.replace('__c.field-meta.xml', '').replaceAll('_', ' '));
    assert.ok(names.length > 4);
    assert.deepEqual(
      names.filter((name) => !document.toLowerCase().includes(name.toLowerCase())),
      [],
    );
  }
});

test('docs/admin.md names every list view', () => {
  const document = read('docs/admin.md');
  const views = readdirSync(path.join(root, 'force-app/main'), {recursive: true, encoding: 'utf8'}).filter((file) =>
    file.endsWith('.listView-meta.xml'),
  );
  const labels = views.map((file) => /<label>(.*)<\/label>/.exec(read(`force-app/main/${file}`))?.[1] ?? file);
  assert.ok(labels.length > 10);
  assert.deepEqual(
    labels.filter((label) => !document.includes(label)),
    [],
  );
});

test('docs/admin.md names every alert', () => {
  const document = read('docs/admin.md');
  const codes = [...read('force-app/main/shared/classes/LifecycleAlert.cls').matchAll(/String ([A-Z_]+) = '\1'/g)].map(
    ([, code = '']) => code,
  );
  assert.ok(codes.length > 5);
  assert.deepEqual(
    codes.filter((code) => !document.includes(`\`${code}\``)),
    [],
  );
});

test('docs/permissions.md has the matrix that PermissionMatrixTest walks', () => {
  const source = read('force-app/tests/security/classes/PermissionMatrixTest.cls');
  const walked = [...source.matchAll(/^\s+'(\|.*\|)',?$/gm)].map(([, row = '']) => row);
  assert.ok(walked.length > 15);
  assert.deepEqual(read('docs/permissions.md').match(/^\|.*\|$/gm), walked);
});

test('docs/invariants.md names ten invariants, and classes and tests that exist', () => {
  const document = read('docs/invariants.md');
  const sources = readdirSync(path.join(root, 'force-app'), {recursive: true, encoding: 'utf8'}).filter((file) => file.endsWith('.cls'));
  const byName = new Map(sources.map((file) => [path.basename(file, '.cls'), file]));
  const named = [...document.matchAll(/`([A-Z]\w+)(?:\.([a-z]\w+))?`/g)].map(([, name = '', method]) => ({name, method}));
  assert.equal(document.match(/^\| \*\*I\d+\*\*/gm)?.length, 10);
  assert.ok(named.length > 40);
  const missing = named.filter(({name, method}) => {
    const file = byName.get(name);
    return file === undefined || (method !== undefined && !read(path.join('force-app', file)).includes(`static void ${method}(`));
  });
  assert.deepEqual(missing, []);
});

test('docs/architecture.md has the rooms of the package, and which each may use', () => {
  const rows = [...read('docs/architecture.md').matchAll(/^\| `(\w+)` +\|[^|]*\|([^|]*)\|$/gm)];
  const documented = rows.map(([, room = '', uses = '']) => [room, [...uses.matchAll(/`(\w+)`/g)].map(([, used]) => used).toSorted()]);
  assert.deepEqual(
    Object.fromEntries(documented),
    Object.fromEntries(Object.entries(MAY_USE).map(([room, uses]) => [room, uses.toSorted()])),
  );
});

test('docs/reviewer.md mentions every code of a review and of a rollback', () => {
  const document = read('docs/reviewer.md');
  const codes = ['review/classes/ReviewCode', 'ledger/classes/RollbackCode'].flatMap((file) =>
    [...read(`force-app/main/${file}.cls`).matchAll(/String ([A-Z_]+) =/g)].map(([, code = '']) => code),
  );
  assert.ok(codes.length > 15);
  assert.deepEqual(
    codes.filter((code) => !document.includes(`\`${code}\``)),
    [],
  );
});
