import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {customMetadataRows} from '../../../src/data/schema/custom-metadata-rows.ts';
import {checkMetadataRules} from '../../../src/formula/check-metadata-rules.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import type {CustomMetadataRecord, CustomMetadataValue} from '../../../src/project/model.ts';
import {customField, customObject} from '../fixture.ts';

const schema = createSchema({
  objects: [
    customObject('Rule__mdt', [
      customField('Text__c', {length: 5, required: true}),
      customField('Number__c', {type: 'Number', precision: 5, scale: 2}),
      customField('On__c', {type: 'Checkbox', defaultValue: 'true'}),
      customField('Effect__c', {
        type: 'Picklist',
        valueSet: {
          restricted: true,
          sorted: false,
          valueSetName: null,
          controllingField: null,
          valueSettings: [],
          values: [{fullName: 'Allow', label: 'Allow', default: false, isActive: true, line: 1}],
        },
      }),
      customField('Next__c', {type: 'MetadataRelationship', referenceTo: 'Rule__mdt', relationshipName: 'Previous'}),
    ]),
  ],
  globalValueSets: [],
  standardValueSets: [],
});
const rule = schema.object('Rule__mdt')!;

function record(developerName: string, values: Readonly<Record<string, CustomMetadataValue>>, type = 'Rule__mdt'): CustomMetadataRecord {
  const entries = Object.entries(values).map(([field, value], at) => ({field, value, xsdType: null, line: 10 + at}));
  return {
    type,
    developerName,
    label: `Label of ${developerName}`,
    protected: false,
    values: entries,
    path: `${developerName}.xml`,
    line: 1,
  };
}

const text = (value: string): CustomMetadataValue => ({kind: 'string', text: value});

function problems(...records: CustomMetadataRecord[]): string[] {
  return customMetadataRows({customMetadataRecords: records}, schema).diagnostics.map(
    ({code, path, span, message}) => `${path}:${span.line} ${code} ${message}`,
  );
}

test('values by the type of their field, names and labels', () => {
  const {rows, diagnostics} = customMetadataRows(
    {customMetadataRecords: [record('One', {Text__c: text('abc'), Number__c: {kind: 'number', text: '72.500'}, Next__c: text('One')})]},
    schema,
  );
  assert.deepEqual(diagnostics, []);
  const slot = (key: string) => rows[0]?.slots[rule.fieldsByKey.get(key)!.index];
  assert.deepEqual(
    [slot('text__c'), slot('developername'), slot('qualifiedapiname'), slot('label'), slot('on__c')],
    ['abc', 'One', 'One', 'Label of One', true],
  );
  const number = slot('number__c');
  assert.equal(number instanceof Decimal ? number.toString() : null, '72.50');
  assert.deepEqual(
    rows[0]?.references.map(({developerName}) => developerName),
    ['One'],
  );
});

test('a field that the type lacks', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('a'), Foo__c: text('b')})), [
    'One.xml:11 E913 Rule__mdt.One: Rule__mdt has no field Foo__c.',
  ]);
});

test('a type that is not there', () => {
  assert.deepEqual(problems(record('One', {}, 'Nothing__mdt')), [
    'One.xml:1 E911 Nothing__mdt.One: Nothing__mdt is no custom metadata type of this project.',
  ]);
});

test('a value of another type', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('a'), Number__c: text('5')})), [
    'One.xml:11 E914 Rule__mdt.One: Number__c takes a value of type Double, not the string "5".',
  ]);
});

test('a text that is too long', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('abcdef')})), [
    'One.xml:10 E914 Rule__mdt.One: the value of Text__c has 6 characters and may have 5.',
  ]);
});

test('a value that a restricted picklist lacks', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('a'), Effect__c: text('allow')})), [
    'One.xml:11 E914 Rule__mdt.One: Effect__c is allow, which is none of Allow.',
  ]);
});

test('a required field without value', () => {
  assert.deepEqual(problems(record('One', {})), ['One.xml:1 E914 Rule__mdt.One: Text__c is required and has no value.']);
});

test('a relationship to a record that is not there', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('a'), Next__c: text('Two')})), [
    'One.xml:11 E915 Rule__mdt.One: Next__c names Two, and there is no such record of Rule__mdt.',
  ]);
});

test('the same record twice', () => {
  assert.deepEqual(problems(record('One', {Text__c: text('a')}), record('ONE', {Text__c: text('a')})), [
    'One.xml:1 E912 Rule__mdt.One is there twice.',
  ]);
});

test('a record that breaks a validation rule of its type', () => {
  const rules = customObject('Range__mdt', [customField('Number__c', {type: 'Number', precision: 5, scale: 2})], {
    validationRules: [
      {
        name: 'Positive',
        active: true,
        description: null,
        errorConditionFormula: 'Number__c < 0',
        formulaLine: 1,
        errorMessage: 'A range is positive.',
        errorDisplayField: null,
        path: 'Positive.xml',
        line: 1,
      },
    ],
  });
  const ranges = createSchema({objects: [rules], globalValueSets: [], standardValueSets: []});
  const number = (value: string): CustomMetadataValue => ({kind: 'number', text: value});
  const records = [record('Good', {Number__c: number('1')}, 'Range__mdt'), record('Bad', {Number__c: number('-1')}, 'Range__mdt')];
  const {rows} = customMetadataRows({customMetadataRecords: records}, ranges);
  assert.deepEqual(
    checkMetadataRules(rows, ranges, 0).map(({code, path, message}) => `${path} ${code} ${message}`),
    ['Bad.xml E916 Range__mdt.Bad breaks a validation rule: A range is positive.'],
  );
});
