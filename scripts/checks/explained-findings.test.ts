import assert from 'node:assert/strict';
import {test} from 'node:test';
import {explain} from './explained-findings.ts';

const finding = {rule: 'sfge:ApexFlsViolation', path: 'force-app/A.cls', message: 'FLS validation is missing', line: 7};
const explanation = {rule: finding.rule, path: finding.path, message: finding.message, reason: 'The ledger is written whoever asks.'};

test('a finding without explanation stays', () => {
  assert.deepEqual(explain([finding], '[]'), [finding]);
});

test('an explanation takes its findings out, whatever line they are in', () => {
  assert.deepEqual(explain([finding, {...finding, line: 9}], JSON.stringify([explanation])), []);
});

for (const other of [{rule: 'sfge:Other'}, {path: 'force-app/B.cls'}, {message: 'another'}]) {
  test(`a finding that differs in its ${Object.keys(other).join()} isn't explained`, () => {
    const different = {...finding, ...other};
    assert.deepEqual(explain([finding, different], JSON.stringify([explanation])), [different]);
  });
}

test('an explanation of nothing is a problem, so that the file holds no leftovers', () => {
  const [problem] = explain([], JSON.stringify([explanation]));
  assert.match(problem?.message ?? '', /found no more; remove the explanation/);
  assert.equal(problem?.path, finding.path);
});

test('an explanation without its reason is refused by its place', () => {
  assert.throws(() => explain([finding], JSON.stringify([explanation, {...explanation, reason: ' '}])), /finding 2 needs .* a reason/);
});
