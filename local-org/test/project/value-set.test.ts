import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readValueSet} from '../../src/project/value-set.ts';
import {element} from './elements.ts';

suite('a value set', () => {
  test('is global with custom values', () => {
    const {label, values} = readValueSet(
      element(
        'GlobalValueSet',
        '<customValue><fullName>A</fullName><default>false</default><label>a</label></customValue><masterLabel>Regions</masterLabel>',
      ),
      'Regions',
      'p',
    );
    assert.deepEqual([label, values.map(({fullName, label: text}) => [fullName, text])], ['Regions', [['A', 'a']]]);
  });
  test('is standard with values that know more', () => {
    const {values} = readValueSet(
      element(
        'StandardValueSet',
        '<standardValue><fullName>Qualified</fullName><default>false</default><converted>true</converted></standardValue>',
      ),
      'LeadStatus',
      'p',
    );
    assert.deepEqual(
      values.map(({fullName, converted, closed}) => [fullName, converted, closed]),
      [['Qualified', true, false]],
    );
  });
});
