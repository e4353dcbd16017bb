import assert from 'node:assert/strict';
import {readFileSync, writeFileSync} from 'node:fs';
import {join} from 'node:path';
import {test} from 'node:test';
import {libraryClasses} from '../../../src/apex/library/index.ts';
import {LibraryTable} from '../../../src/apex/library/library-table.ts';
import {refusedMembersText} from '../../../src/apex/library/refused-members.ts';
import {createUniverse} from '../../../src/apex/semantics/universe-of.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';

const FILE = join(import.meta.dirname, '../../../REFUSED.md');

test('REFUSED.md lists the members that the library refuses, and no others', () => {
  const universe = createUniverse(createSchema({objects: [], globalValueSets: [], standardValueSets: []}), []);
  const text = refusedMembersText(new LibraryTable(libraryClasses), universe);
  if (process.env.UPDATE === '1') writeFileSync(FILE, text);
  assert.equal(
    readFileSync(FILE, 'utf8'),
    text,
    'write REFUSED.md again: UPDATE=1 node --test local-org/test/apex/library/refused-members.test.ts',
  );
});
