import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readCustomMetadata} from '../../src/project/custom-metadata.ts';
import {element} from './elements.ts';

suite('a custom metadata record', () => {
  const record = (values: string) =>
    readCustomMetadata(element('CustomMetadata', `<label>The one</label>${values}`), 'Policy.Default', 'p');
  const value = (content: string) => record(`<values><field>F__c</field>${content}</values>`).values[0]?.value;

  test('has a type, a name and a label', () => {
    const {type, developerName, label, protected: isProtected} = record('<protected>true</protected>');
    assert.deepEqual([type, developerName, label, isProtected], ['Policy__mdt', 'Default', 'The one', true]);
  });
  test('has a field and its line', () => {
    const [first] = record('\n<values><field>F__c</field><value xsi:type="xsd:double">1.50</value></values>').values;
    assert.deepEqual(first, {field: 'F__c', value: {kind: 'number', text: '1.50'}, xsdType: 'double', line: 4});
  });
  for (const [type, text, expected] of [
    ['string', ' x ', {kind: 'string', text: ' x '}],
    ['boolean', 'true', {kind: 'boolean', value: true}],
    ['boolean', 'false', {kind: 'boolean', value: false}],
    ['int', '7', {kind: 'number', text: '7'}],
    ['date', '2026-11-22', {kind: 'date', text: '2026-11-22'}],
    ['dateTime', '2026-11-22T10:00:00.000Z', {kind: 'datetime', text: '2026-11-22T10:00:00.000Z'}],
    ['time', '10:00:00.000Z', {kind: 'time', text: '10:00:00.000Z'}],
    ['picklist', 'A', {kind: 'string', text: 'A'}],
    ['string', '', {kind: 'null'}],
  ] as const) {
    test(`has ${text === '' ? 'an empty' : 'a'} ${type}`, () => {
      assert.deepEqual(value(`<value xsi:type="xsd:${type}">${text}</value>`), expected);
    });
  }
  test('has nil as null', () => assert.deepEqual(value('<value xsi:nil="true"/>'), {kind: 'null'}));
  test('has a missing value as null', () => assert.deepEqual(value(''), {kind: 'null'}));
});
