import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {stripVTControlCharacters} from 'node:util';
import type {Mutant} from '../../../src/testing/mutation/mutant.ts';
import {mutationJson, mutationLines, summaryOf} from '../../../src/testing/mutation/report.ts';
import type {MutantResult} from '../../../src/testing/mutation/report.ts';
import type {Verdict} from '../../../src/testing/mutation/run-mutant.ts';

const SOURCE = 'b = 1 < 2;';
const MUTANT: Mutant = {
  operator: 'comparison',
  kind: 'class',
  name: 'A',
  path: 'A.cls',
  line: 1,
  column: 7,
  start: 6,
  end: 7,
  replacement: '<=',
  lines: null,
};
const KILLED: Verdict = {kind: 'killed', by: 'ATest.a', message: 'boom'};
const result = (verdict: Verdict, mutant: Partial<Mutant> = {}): MutantResult => ({mutant: {...MUTANT, ...mutant}, verdict});

suite('the report of a mutation run', () => {
  test('shows survivors below their class, then operators, then the sum', () => {
    const results = [
      result(KILLED),
      result({kind: 'survived', tests: 2}),
      result({kind: 'not compiled', message: ''}),
      result({kind: 'survived', tests: 0}, {name: 'B', operator: 'call'}),
    ];
    assert.deepEqual(mutationLines(results, () => SOURCE).map(stripVTControlCharacters), [
      '✗ A  1 of 2 killed',
      '    A.cls:1:7  comparison, 2 tests pass',
      '      - b = 1 < 2;',
      '      + b = 1 <= 2;',
      '✗ B  0 of 1 killed',
      '    A.cls:1:7  call, no test gets there',
      '      - b = 1 < 2;',
      '      + b = 1 <= 2;',
      '',
      '✗ call  0 of 1 killed',
      '✗ comparison  1 of 2 killed',
      '',
      '3 mutants: 1 killed (33.3 %), 2 survived; 1 more did not compile',
    ]);
  });
  test('counts a run that had to be ended as a kill', () => assert.equal(summaryOf([result({kind: 'stopped', reason: ''})]).killed, 1));
  test('has 100 % for complete kills alone', () => {
    assert.equal(
      summaryOf(Array.from({length: 2000}, (_, index) => result(index === 0 ? {kind: 'survived', tests: 1} : KILLED))).percent,
      99.9,
    );
    assert.equal(summaryOf([]).percent, 100);
  });
  test('is JSON for programs', () => {
    assert.deepEqual(JSON.parse(mutationJson([result(KILLED)], () => SOURCE)), {
      summary: {mutants: 1, killed: 1, survived: 0, notCompiled: 0, percent: 100},
      mutants: [
        {operator: 'comparison', class: 'A', path: 'A.cls', line: 1, column: 7, before: SOURCE, after: 'b = 1 <= 2;', verdict: KILLED},
      ],
    });
  });
});
