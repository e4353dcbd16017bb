import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {parseQuery} from '../../../src/apex/syntax/parse.ts';
import {readQuery} from './outline.ts';
import {conditionText} from './soql-outline.ts';

function where(condition: string): string {
  const query = readQuery(`SELECT Id FROM Lead WHERE ${condition}`);
  assert(query.where !== null);
  return conditionText(query.where);
}

/** What is written, and how it is to be read. */
const CASES: Readonly<Record<string, readonly (readonly [string, string])[]>> = {
  logic: [
    ['A = 1', 'A = 1'],
    ['A = 1 AND B = 2 AND C = 3', '(A = 1 and B = 2 and C = 3)'],
    ['A = 1 OR B = 2', '(A = 1 or B = 2)'],
    ['A = 1 AND (B = 2 OR C = 3)', '(A = 1 and (B = 2 or C = 3))'],
    ['NOT A = 1', 'not(A = 1)'],
    ['A = 1 AND (NOT B = 2)', '(A = 1 and not(B = 2))'],
    ['((A = 1))', 'A = 1'],
  ],
  operators: [
    ['A != 1', 'A != 1'],
    ['A <> 1', 'A != 1'],
    ['A <= 1', 'A <= 1'],
    ['A >= 1', 'A >= 1'],
    ["A LIKE 'x%'", "A like 'x%'"],
    ["A IN ('x', 'y')", "A in ['x','y']"],
    ["A NOT  IN ('x')", "A not in ['x']"],
    ["A INCLUDES ('x;y', 'z')", "A includes ['x;y','z']"],
    ["A EXCLUDES ('x')", "A excludes ['x']"],
    ['Owner.Profile.Name = null', 'Owner.Profile.Name = null'],
    ['CALENDAR_YEAR(CreatedDate) = 2026', 'CALENDAR_YEAR(CreatedDate) = 2026'],
    ["FORMULA('A + B') = true", "FORMULA('A + B') = true"],
  ],
  values: [
    ['A = -1.5', 'A = -1.5'],
    ['A = + 1', 'A = +1'],
    ['A = TRUE', 'A = true'],
    ['A = null', 'A = null'],
    ['A = 2026-11-22', 'A = date 2026-11-22'],
    ['A > 2026-11-22T10:00:00Z', 'A > datetime 2026-11-22T10:00:00Z'],
    ['A > 2026-11-22T10:00:00.000+01:00', 'A > datetime 2026-11-22T10:00:00.000+01:00'],
    ['A = 10:00:00Z', 'A = time 10:00:00Z'],
    ['A = today', 'A = TODAY'],
    ['A = LAST_N_DAYS:3', 'A = LAST_N_DAYS:3'],
    ['A = Next_N_Fiscal_Quarters:-2', 'A = NEXT_N_FISCAL_QUARTERS:-2'],
    ['A > usd5000', 'A > USD 5000'],
    ['A IN (1, :b, null)', 'A in [1,:b,null]'],
  ],
  binds: [
    ['A = :b', 'A = :b'],
    ['A = :b.c[0].d()', 'A = :b.c[integer:0].d()'],
    ['A = :(b) AND C = :d', '(A = :b and C = :d)'],
    ['A < :b + 1 OR A > :c', '(A < :(b + integer:1) or A > :c)'],
    ['A IN :new Set<Id>{b}', 'A in :new Set<Id> {b}'],
    ['A NOT IN :b', 'A not in :b'],
  ],
  'semi-joins': [
    ['Id IN (SELECT Lead__c FROM Task__c WHERE A = 1)', 'Id in {Task__c}'],
    ['Id NOT IN (SELECT Lead__c FROM Task__c)', 'Id not in {Task__c}'],
  ],
};

for (const [name, cases] of Object.entries(CASES)) {
  suite(name, () => {
    for (const [source, expected] of cases) {
      test(source, () => assert.equal(where(source), expected));
    }
  });
}

test('a list within a list of values is refused', () => {
  const {tree, diagnostics} = parseQuery('SELECT Id FROM Lead WHERE A IN (1, (2, 3))');
  assert.deepEqual([tree, diagnostics[0]?.code, diagnostics[0]?.span.column], [null, 'E104', 36]);
});
