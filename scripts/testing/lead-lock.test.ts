import assert from 'node:assert/strict';
import {globSync, readFileSync} from 'node:fs';
import path from 'node:path';
import {test} from 'node:test';

const ROOT = path.join(import.meta.dirname, '../..');

/** No test that runs in one transaction can notice that a lock is missing: the source is read instead. */
test('the one query that locks leads locks them, in an order that the platform gives', () => {
  const locking = globSync('force-app/main/**/*.{cls,trigger}', {cwd: ROOT}).filter((file) =>
    /\bFOR\s+UPDATE\s*\]/i.test(readFileSync(path.join(ROOT, file), 'utf8')),
  );
  assert.deepEqual(
    locking.map((file) => path.basename(file)),
    ['LeadLock.cls'],
  );
  const source = readFileSync(path.join(ROOT, locking[0] ?? ''), 'utf8');
  assert.match(source, /FROM Lead\s+WHERE Id IN :leadIds\s+WITH SYSTEM_MODE\s+FOR UPDATE\s*\]/);
});
