import assert from 'node:assert/strict';
import {test} from 'node:test';
import {readCustomLabels} from '../../src/project/custom-labels.ts';
import {element} from './elements.ts';

test('a file of labels holds many', () => {
  const labels = readCustomLabels(
    element(
      'CustomLabels',
      '<labels><fullName>A</fullName><language>de</language><value>a\nb</value></labels>\n<labels><fullName>B</fullName><protected>true</protected></labels>',
    ),
    'p',
  );
  assert.deepEqual(
    labels.map(({name, value, language, protected: isProtected, line}) => [name, value, language, isProtected, line]),
    [
      ['A', 'a\nb', 'de', false, 3],
      ['B', '', 'en_US', true, 5],
    ],
  );
});
