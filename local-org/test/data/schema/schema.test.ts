import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import type {CustomField, CustomObject, RecordType, ValueSetFile} from '../../../src/project/model.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {customField, customObject} from '../fixture.ts';

const nothing = {globalValueSets: [], standardValueSets: []};

function schemaOf(...objects: CustomObject[]) {
  return createSchema({...nothing, objects});
}

function described(field: CustomField) {
  return schemaOf(customObject('Thing__c', [field]))
    .object('Thing__c')!
    .fieldsByKey.get(field.name.toLowerCase())!;
}

suite('custom fields', () => {
  test('a text', () => {
    const field = described(
      customField('Key__c', {length: 40, required: true, unique: true, externalId: true, description: 'd', inlineHelpText: 'h'}),
    );
    assert.deepEqual(
      [
        field.type,
        field.valueType,
        field.length,
        field.isNillable,
        field.isUnique,
        field.isExternalId,
        field.isIdLookup,
        field.description,
        field.inlineHelpText,
      ],
      ['String', 'String', 40, false, true, true, true, 'd', 'h'],
    );
  });

  test('numbers are Decimals', () => {
    const field = described(customField('Score__c', {type: 'Number', precision: 6, scale: 2}));
    assert.deepEqual([field.type, field.valueType, field.precision, field.scale], ['Double', 'Decimal', 6, 2]);
  });

  test('a checkbox is never empty and defaults to false', () => {
    const field = described(customField('On__c', {type: 'Checkbox'}));
    assert.deepEqual([field.isNillable, field.isDefaultedOnCreate, field.defaultValue], [false, true, 'false']);
  });

  test('a lookup: relationships both ways and what happens when its parent is deleted', () => {
    const schema = schemaOf(
      customObject('Thing__c', [
        customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Things', deleteConstraint: 'Restrict'}),
      ]),
    );
    const field = schema.object('Thing__c')!.parentsByKey.get('lead__r');
    assert.deepEqual([field?.name, field?.referenceTo, field?.deleteConstraint], ['Lead__c', ['Lead'], 'Restrict']);
    assert.deepEqual(
      schema.object('Lead')!.childRelationships.find(({childObject}) => childObject === 'Thing__c'),
      {
        childObject: 'Thing__c',
        field: 'Lead__c',
        relationshipName: 'Things__r',
        deleteConstraint: 'Restrict',
      },
    );
  });

  test('a master-detail leaves the object without owner, controlled by its parent', () => {
    const thing = schemaOf(
      customObject('Thing__c', [customField('Master__c', {type: 'MasterDetail', referenceTo: 'Account', relationshipName: 'Things'})]),
    ).object('Thing__c')!;
    assert.equal(thing.fieldsByKey.has('ownerid'), false);
    assert.equal(thing.sharingModel, 'ControlledByParent');
    const field = thing.fieldsByKey.get('master__c');
    assert.deepEqual([field?.isNillable, field?.isUpdateable, field?.deleteConstraint], [false, false, 'Cascade']);
  });

  test('formulas, roll-ups and auto-numbers are written by nobody', () => {
    for (const field of [
      customField('F__c', {type: 'Number', formula: '1 + 1', precision: 18, scale: 0}),
      customField('N__c', {type: 'AutoNumber', displayFormat: 'P-{0000}', startingNumber: 7}),
      customField('S__c', {
        type: 'Summary',
        summary: {operation: 'count', summarizedField: null, foreignKey: 'Other__c.Thing__c', filterItems: []},
      }),
    ]) {
      const {isCreateable, isUpdateable, name} = described(field);
      assert.deepEqual([isCreateable, isUpdateable], [false, false], name);
    }
    assert.deepEqual(described(customField('N__c', {type: 'AutoNumber', displayFormat: 'P-{0000}', startingNumber: 7})).autoNumber, {
      format: 'P-{0000}',
      start: 7,
    });
  });

  test('a picklist of a global value set has its values and is restricted to them', () => {
    const values = [{fullName: 'a', label: 'A', default: true, isActive: true, line: 1}];
    const set = {
      name: 'Letters',
      label: 'Letters',
      sorted: false,
      path: 'p',
      line: 1,
      values: values.map((value) => ({...value, closed: false, converted: false, won: false, probability: null, forecastCategory: null})),
    } satisfies ValueSetFile;
    const valueSet = {restricted: false, values: [], sorted: false, valueSetName: 'Letters', controllingField: null, valueSettings: []};
    const schema = createSchema({
      ...nothing,
      objects: [customObject('Thing__c', [customField('Letter__c', {type: 'Picklist', valueSet})])],
      globalValueSets: [set],
    });
    assert.deepEqual(schema.object('Thing__c')!.fieldsByKey.get('letter__c')?.picklist, {
      isRestricted: true,
      values: [{value: 'a', label: 'A', isDefault: true, isActive: true}],
    });
  });

  for (const type of ['Location', 'File', 'ExternalLookup'] as const) {
    test(`${type} is refused with its place`, () => {
      const [diagnostic] = schemaOf(customObject('Thing__c', [customField('X__c', {type, path: 'x.xml', line: 3})])).diagnostics;
      assert.deepEqual([diagnostic?.code, diagnostic?.path, diagnostic?.span.line], ['U903', 'x.xml', 3]);
    });
  }

  test('a lookup to nothing is an error', () => {
    const {diagnostics} = schemaOf(customObject('Thing__c', [customField('X__c', {type: 'Lookup', referenceTo: 'Nothing__c'})]));
    assert.deepEqual(
      diagnostics.map(({code, message}) => `${code} ${message}`),
      ['E904 Field Thing__c.X__c points to Nothing__c, which is no object of this org.'],
    );
  });
});

suite('kinds of objects', () => {
  const names = (object: CustomObject) =>
    schemaOf(object)
      .object(object.name)!
      .fields.filter(({isHidden}) => !isHidden)
      .map(({name}) => name);

  test('a custom object', () => {
    assert.deepEqual(names(customObject('Thing__c', [])), [
      'Id',
      'OwnerId',
      'Name',
      'IsDeleted',
      'CreatedDate',
      'CreatedById',
      'LastModifiedDate',
      'LastModifiedById',
      'SystemModstamp',
      'LastViewedDate',
      'LastReferencedDate',
    ]);
  });

  test('a custom metadata type', () => {
    assert.deepEqual(names(customObject('Rule__mdt', [])), [
      'Id',
      'DeveloperName',
      'MasterLabel',
      'Language',
      'NamespacePrefix',
      'Label',
      'QualifiedApiName',
      'SystemModstamp',
    ]);
  });

  test('a hierarchy setting', () => {
    const setting = customObject('Switch__c', [], {kind: 'custom setting', customSettingsType: 'Hierarchy'});
    assert.deepEqual(names(setting).slice(0, 3), ['Id', 'Name', 'SetupOwnerId']);
    assert.equal(schemaOf(setting).object('Switch__c')?.kind, 'hierarchy setting');
  });

  test('a platform event', () => {
    assert.deepEqual(names(customObject('Done__e', [customField('Text__c', {})])), [
      'Id',
      'ReplayId',
      'EventUuid',
      'CreatedDate',
      'CreatedById',
      'Text__c',
    ]);
  });

  test('key prefixes follow the names within each kind', () => {
    const schema = schemaOf(customObject('B__c', []), customObject('A__c', []), customObject('Z__mdt', []), customObject('Y__e', []));
    assert.deepEqual(
      ['A__c', 'B__c', 'Z__mdt', 'Y__e'].map((name) => schema.object(name)?.keyPrefix),
      ['a00', 'a01', 'm00', 'e00'],
    );
    assert.equal(schema.objectByPrefix('a01')?.name, 'B__c');
  });

  test('an auto-numbered name', () => {
    const object = customObject('Thing__c', [], {
      nameField: {label: 'No', type: 'AutoNumber', displayFormat: 'T-{000}', startingNumber: 5, trackHistory: false, line: 1},
    });
    const name = schemaOf(object).object('Thing__c')!.nameField;
    assert.deepEqual([name?.label, name?.autoNumber, name?.isCreateable], ['No', {format: 'T-{000}', start: 5}, false]);
  });
});

suite('standard objects', () => {
  test('take custom fields, which follow their own', () => {
    const lead = schemaOf(customObject('Lead', [customField('X__c', {})])).object('lead')!;
    assert.equal(lead.fields.findLast((field) => !field.isHidden)?.name, 'X__c');
    assert.equal(lead.name, 'Lead');
  });

  test('Lead.Status has its four values where source says nothing, and those of source where it does', () => {
    const status = (values: readonly ValueSetFile[]) =>
      createSchema({objects: [], globalValueSets: [], standardValueSets: values}).object('Lead')!.fieldsByKey.get('status')!.picklist!
        .values;
    assert.deepEqual(
      status([]).map(({value, isDefault}) => `${value} ${isDefault}`),
      ['Open - Not Contacted true', 'Working - Contacted false', 'Closed - Converted false', 'Closed - Not Converted false'],
    );
    const value = {
      fullName: 'Aware',
      label: 'Aware!',
      default: true,
      isActive: true,
      line: 1,
      closed: false,
      converted: false,
      won: false,
      probability: null,
      forecastCategory: null,
    };
    assert.deepEqual(status([{name: 'LeadStatus', label: 'Lead Status', sorted: false, path: 'p', line: 1, values: [value]}]), [
      {value: 'Aware', label: 'Aware!', isDefault: true, isActive: true},
    ]);
  });

  test('RecordTypeId is there where the object has record types, the fields of a feature where it is enabled', () => {
    const type: RecordType = {
      name: 'Inbound',
      label: 'Inbound',
      active: true,
      description: null,
      businessProcess: null,
      picklistValues: [],
      path: 'p',
      line: 1,
    };
    const lead = schemaOf(customObject('Lead', [], {recordTypes: [type]})).object('Lead')!;
    assert.ok(lead.fieldsByKey.has('recordtypeid'));
    assert.match(lead.recordTypes[0]?.id ?? '', /^012\w{15}$/);
    const plain = createSchema({...nothing, objects: []});
    const codes = createSchema({...nothing, objects: []}, ['StateAndCountryPicklist']);
    assert.deepEqual(
      [plain, codes].map((schema) => schema.object('Lead')!.fieldsByKey.has('statecode')),
      [false, true],
    );
    assert.equal(plain.object('Lead')!.fieldsByKey.has('recordtypeid'), false);
  });

  test('others are known by their signatures', () => {
    const product = schemaOf().object('product2')!;
    assert.equal(product.kind, 'signature only');
    assert.equal(product.fieldsByKey.get('isactive')?.valueType, 'Boolean');
    assert.equal(schemaOf().object('Nonsense'), null);
    assert.equal(schemaOf().object('Nonsense__c'), null);
  });

  test('custom fields of those are refused, as are standard objects that there are not', () => {
    const codes = schemaOf(customObject('Product2', [customField('X__c', {})]), customObject('Nonsense', [])).diagnostics.map(
      ({code}) => code,
    );
    assert.deepEqual(codes, ['U906', 'E905']);
  });

  test('tasks may be about custom objects that allow activities', () => {
    const schema = schemaOf(customObject('Thing__c', [], {enableActivities: true}), customObject('Other__c', []));
    assert.deepEqual(schema.object('Task')!.fieldsByKey.get('whatid')?.referenceTo, [
      'Account',
      'Campaign',
      'Case',
      'Opportunity',
      'Thing__c',
    ]);
    assert.ok(schema.object('Thing__c')!.childRelationships.some(({relationshipName}) => relationshipName === 'Tasks'));
  });
});

test('an object of which only signatures are known has the children whose facts point to it', () => {
  const contract = createSchema({objects: [], globalValueSets: [], standardValueSets: []}).object('Contract');
  const opportunities = contract?.childRelationships.find(({relationshipName}) => relationshipName === 'Opportunities');
  assert.deepEqual([opportunities?.childObject, opportunities?.field], ['Opportunity', 'ContractId']);
});

test('an object of a feature exists where the feature is enabled', () => {
  const source = {objects: [], globalValueSets: [], standardValueSets: []};
  assert.equal(createSchema(source).object('DatedConversionRate'), null);
  assert.equal(createSchema(source, ['MultiCurrency']).object('DatedConversionRate')?.name, 'DatedConversionRate');
});
