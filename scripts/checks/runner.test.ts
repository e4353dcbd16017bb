import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Check, Findings} from './check.ts';
import {type Report, runChecks} from './runner.ts';

const project = {root: '/nowhere', packageDirectories: []};

test('a check without problems passes', async () => {
  const [report] = await runChecks([check('clean', {looked: 2, subjects: 'files', problems: []})], project, 2);
  assert.equal(report?.passed, true);
  assert.equal(report.looked, 2);
});

test('a check with a problem fails', async () => {
  const [report] = await runChecks([check('dirty', {looked: 2, subjects: 'files', problems: [{message: 'bad'}]})], project, 2);
  assert.equal(report?.passed, false);
});

test('a check that found nothing to look at fails', async () => {
  const [report] = await runChecks([check('blind', {looked: 0, subjects: 'Apex files', problems: []})], project, 2);
  assert.equal(report?.passed, false);
  assert.match(report.problems[0]?.message ?? '', /found no Apex files to look at/);
});

test('a check that throws fails with the reason, and the others still run', async () => {
  const broken: Check = {name: 'broken', question: '', run: () => Promise.reject(new Error('no Java'))};
  const reports = await runChecks([broken, check('clean', {looked: 1, subjects: 'files', problems: []})], project, 1);
  assert.deepEqual(
    reports.map(({name, passed, problems}) => [name, passed, problems[0]?.message]),
    [
      ['broken', false, 'no Java'],
      ['clean', true, undefined],
    ],
  );
});

test('no more checks run at once than asked for', async () => {
  let running = 0;
  let most = 0;
  const slow: Check = {
    name: 'slow',
    question: '',
    run: async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setTimeout(resolve, 5));
      running--;
      return {looked: 1, subjects: 'files', problems: []};
    },
  };
  const ended: Report[] = [];
  await runChecks([slow, slow, slow, slow, slow], project, 2, (report) => ended.push(report));
  assert.equal(most, 2);
  assert.equal(ended.length, 5);
});

function check(name: string, findings: Findings): Check {
  return {name, question: '', run: () => Promise.resolve(findings)};
}
