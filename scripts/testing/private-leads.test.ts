import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const PRIVATE_LEADS =
  '<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>Private</sharingModel></CustomObject>\n';

/** By default everybody sees every lead, so that this is the one place where a lead is hidden by sharing. */
for (const [what, ...classes] of [
  ['nobody learns of one that they cannot see', 'UnseenLeadTest'],
  ['the night finds those that its admin cannot see', 'ProposalExpiryTest', 'StatusDriftTest', 'ScoreRefreshTest', 'StageComparisonTest'],
] as const) {
  test(`where leads are private, ${what}`, () => {
    const directory = mkdtempSync(join(tmpdir(), 'lifecycle-gate-private-'));
    try {
      mkdirSync(join(directory, 'objects/Lead'), {recursive: true});
      writeFileSync(join(directory, 'objects/Lead/Lead.object-meta.xml'), PRIVATE_LEADS);
      const args = ['local-org/bin/local-org.js', 'test', 'force-app', directory, ...classes.flatMap((name) => ['--tests', name])];
      const {status, stdout} = spawnSync(process.execPath, args, {cwd: ROOT, encoding: 'utf8'});
      assert.match(stdout, /^[1-9]\d* passed, 0 failed/m, stdout);
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(directory, {recursive: true});
    }
  });
}
