import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {readCustomField} from '../../src/project/custom-field.ts';
import {element} from './elements.ts';

const field = (content: string) => readCustomField(element('CustomField', content), 'F__c', 'F__c.field-meta.xml');

suite('a field', () => {
  test('has the numbers of its type', () => {
    const {type, precision, scale, length} = field('<precision>5</precision>\n<scale>4</scale>\n<type>Number</type>');
    assert.deepEqual([type, precision, scale, length], ['Number', 5, 4, null]);
  });
  test('has its flags', () => {
    const flags = ['required', 'unique', 'caseSensitive', 'externalId', 'trackHistory'] as const;
    const on = field(flags.map((flag) => `<${flag}>true</${flag}>`).join(''));
    const off = field('<type>Text</type>');
    for (const flag of flags) assert.deepEqual([on[flag], off[flag]], [true, false], flag);
  });
  test('has texts', () => {
    const {label, description, inlineHelpText} = field(
      '<description>A &lt; B</description><inlineHelpText>Help</inlineHelpText><label>L</label>',
    );
    assert.deepEqual([label, description, inlineHelpText], ['L', 'A < B', 'Help']);
  });
  test('has its formula as it is written', () => {
    const {formula, formulaTreatBlanksAs} = field(
      '<formula> IF(A__c,\n 1, 2)</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>',
    );
    assert.deepEqual([formula, formulaTreatBlanksAs], [' IF(A__c,\n 1, 2)', 'BlankAsZero']);
  });
  test('points to an object', () => {
    const {referenceTo, relationshipName, relationshipOrder, deleteConstraint} = field(
      '<deleteConstraint>Restrict</deleteConstraint><referenceTo>Lead</referenceTo><relationshipName>Changes</relationshipName><relationshipOrder>1</relationshipOrder>',
    );
    assert.deepEqual([referenceTo, relationshipName, relationshipOrder, deleteConstraint], ['Lead', 'Changes', 1, 'Restrict']);
  });
  test('of a standard object that is only customised has no type', () =>
    assert.equal(field('<trackHistory>true</trackHistory>').type, null));
  test('knows its place', () => {
    const {name, path, line} = field('');
    assert.deepEqual([name, path, line], ['F__c', 'F__c.field-meta.xml', 2]);
  });
});

suite('a picklist', () => {
  const value = (name: string, rest: string) => `<value><fullName>${name}</fullName>${rest}</value>`;
  test('has its values', () => {
    const {valueSet} = field(
      `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${value('A', '<default>true</default><label>First</label>')}${value('B', '<isActive>false</isActive>')}</valueSetDefinition></valueSet>`,
    );
    assert.equal(valueSet?.restricted, true);
    assert.deepEqual(valueSet.values, [
      {fullName: 'A', label: 'First', default: true, isActive: true, line: 3},
      {fullName: 'B', label: 'B', default: false, isActive: false, line: 3},
    ]);
  });
  test('may name a global value set', () => {
    const {valueSet} = field('<valueSet><valueSetName>Regions</valueSetName></valueSet>');
    assert.deepEqual([valueSet?.valueSetName, valueSet?.values, valueSet?.restricted], ['Regions', [], false]);
  });
  test('may depend on another', () => {
    const {valueSet} = field(
      '<valueSet><controllingField>C__c</controllingField><valueSettings><controllingFieldValue>X</controllingFieldValue><controllingFieldValue>Y</controllingFieldValue><valueName>A</valueName></valueSettings></valueSet>',
    );
    assert.deepEqual(
      [valueSet?.controllingField, valueSet?.valueSettings],
      ['C__c', [{valueName: 'A', controllingFieldValues: ['X', 'Y']}]],
    );
  });
});

test('a roll-up summary has its operation and filters', () => {
  const {summary} = field(
    '<summarizedField>Child__c.Amount__c</summarizedField><summaryFilterItems><field>Child__c.Open__c</field><operation>equals</operation><value>True</value></summaryFilterItems><summaryForeignKey>Child__c.Parent__c</summaryForeignKey><summaryOperation>sum</summaryOperation><type>Summary</type>',
  );
  assert.deepEqual(summary, {
    operation: 'sum',
    summarizedField: 'Child__c.Amount__c',
    foreignKey: 'Child__c.Parent__c',
    filterItems: [{field: 'Child__c.Open__c', operation: 'equals', value: 'True', valueField: null}],
  });
});

test('a lookup has its filter', () => {
  const {lookupFilter} = field(
    '<lookupFilter><active>true</active><errorMessage>No.</errorMessage><filterItems><field>User.IsActive</field><operation>equals</operation><valueField>$Source.A__c</valueField></filterItems><isOptional>false</isOptional></lookupFilter>',
  );
  assert.deepEqual(lookupFilter, {
    active: true,
    booleanFilter: null,
    errorMessage: 'No.',
    infoMessage: null,
    isOptional: false,
    filterItems: [{field: 'User.IsActive', operation: 'equals', value: null, valueField: '$Source.A__c'}],
  });
});
