import assert from 'node:assert/strict';
import {test} from 'node:test';
import {projectOrg} from '../../apex-tests.ts';

const LABELS = `<CustomLabels><labels><fullName>Greeting</fullName><language>en_US</language><protected>false</protected>
  <shortDescription>Greeting</shortDescription><value>Hello {0}</value></labels></CustomLabels>`;
const org = projectOrg({'labels/CustomLabels.labels-meta.xml': LABELS});

test('labels are found by code and by name, whatever their case', () => {
  const source = `System.debug(Label.Greeting); System.debug(System.Label.greeting); System.debug(Label.c.Greeting);
    System.debug(System.Label.get('', 'greeting'));`;
  const {log, exception, compileProblem} = org.executeAnonymous(source, org.administratorId);
  assert.equal(compileProblem ?? exception, null);
  assert.deepEqual(log, Array(4).fill('Hello {0}'));
});
