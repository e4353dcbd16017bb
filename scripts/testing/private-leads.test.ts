import assert from 'node:assert/strict';
import {spawnSync} from 'node:child_process';
import {mkdirSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {test} from 'node:test';

const ROOT = join(import.meta.dirname, '../..');
const SHARING = {
  Private: 'where leads are private, nobody learns of one that they cannot see',
  Read: 'where everybody sees all leads, nobody changes one that they may not edit',
} as const;

/** By default everybody sees and edits every lead, so that this is the one place where sharing keeps somebody from one. */
for (const [model, claim] of Object.entries(SHARING)) {
  test(claim, () => {
    const directory = mkdtempSync(join(tmpdir(), 'lifecycle-gate-sharing-'));
    try {
      mkdirSync(join(directory, 'objects/Lead'), {recursive: true});
      writeFileSync(join(directory, 'objects/Lead/Lead.object-meta.xml'), leadsSharedAs(model));
      const args = ['local-org/bin/local-org.js', 'test', 'force-app', directory, '--tests', 'UnseenLeadTest'];
      const {status, stdout} = spawnSync(process.execPath, args, {cwd: ROOT, encoding: 'utf8'});
      assert.match(stdout, /^[1-9]\d* passed, 0 failed/m, stdout);
      assert.equal(status, 0, stdout);
    } finally {
      rmSync(directory, {recursive: true});
    }
  });
}

function leadsSharedAs(model: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<CustomObject xmlns="http://soap.sforce.com/2006/04/metadata"><sharingModel>${model}</sharingModel></CustomObject>\n`;
}
