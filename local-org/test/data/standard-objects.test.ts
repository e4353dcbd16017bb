import assert from 'node:assert/strict';
import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {test} from 'node:test';
import {readSObjectSignature} from '../../src/apex/semantics/signatures/sobject-signatures.ts';
import type {FieldDescriptor, SObjectDescriptor} from '../../src/data/descriptor.ts';
import {createSchema} from '../../src/data/schema/schema.ts';
import {standardObjects} from '../../src/data/standard-objects/index.ts';

const schema = createSchema({objects: [], globalValueSets: [], standardValueSets: []});
/** Without the lookups that are there for their relationship alone. */
const described = standardObjects.map((spec) => {
  const object = schema.object(spec.name)!;
  return {...object, fields: object.fields.filter((field) => !field.isHidden)};
});

/** Fields of the facts that a platform older than the facts' version doesn't know, or that the sources leave out. */
const notInSignatures = new Set(['Opportunity.ContactId', 'Lead.RecordTypeId', 'BatchApexErrorEvent.Id']);

test('every standard field of the facts is one of the signatures, with the same Apex type', () => {
  const wrong: string[] = [];
  for (const object of described) {
    const signature = readSObjectSignature(object.name);
    assert.ok(signature !== null, `${object.name} has no signature`);
    const types = new Map(signature.fields.map((field) => [field.name.toLowerCase(), field.valueType]));
    for (const field of object.fields) {
      const path = `${object.name}.${field.name}`;
      const type = types.get(field.key);
      if (type === undefined) {
        if (!notInSignatures.has(path)) wrong.push(`${path} is in no signature`);
      } else if (type !== field.valueType) wrong.push(`${path}: facts ${field.valueType}, signature ${type}`);
    }
  }
  assert.deepEqual(wrong, []);
});

test('parent relationships of the facts have the names of the signatures', () => {
  const wrong: string[] = [];
  for (const object of described) {
    const parents = new Map(readSObjectSignature(object.name)!.parents.map((parent) => [parent.field.toLowerCase(), parent]));
    for (const field of object.fields.filter((candidate) => candidate.type === 'Reference')) {
      const parent = parents.get(field.key);
      // The signatures name relationships that the platform doesn't offer (GroupMember.UserOrGroup), never the other way round.
      if (
        field.relationshipName !== null &&
        parent?.relationshipName !== field.relationshipName &&
        !notInSignatures.has(`${object.name}.${field.name}`)
      ) {
        wrong.push(`${object.name}.${field.name}: facts ${field.relationshipName}, signature ${String(parent?.relationshipName)}`);
      }
    }
  }
  assert.deepEqual(wrong, []);
});

test('nillability agrees with the standard schema of jsforce', () => {
  const wrong: string[] = [];
  const types = jsforceSchema();
  for (const object of described) {
    const nillable = types.get(object.name);
    if (nillable === undefined) continue;
    for (const field of object.fields) {
      const expected = nillable.get(field.name);
      if (expected !== undefined && expected !== field.isNillable)
        wrong.push(`${object.name}.${field.name} is ${expected ? '' : 'not '}nillable`);
    }
  }
  assert.ok(types.size > 100);
  assert.deepEqual(wrong, []);
});

test('text fields have a length and numbers a precision', () => {
  const textual = new Set(['String', 'TextArea', 'LongTextArea', 'Email', 'Phone', 'Url', 'Picklist', 'Combobox']);
  const numeric = new Set(['Double', 'Currency', 'Percent', 'Integer']);
  const missing = described.flatMap((object) =>
    object.fields.filter(
      (field) => (textual.has(field.type) && field.length === null) || (numeric.has(field.type) && field.precision === null),
    ),
  );
  assert.deepEqual(missing, []);
});

test('what a new lead must have is its last name and company', () => {
  assert.deepEqual(required(schema.object('Lead')!), ['LastName', 'Company']);
});

test('what a new user must have', () => {
  assert.deepEqual(required(schema.object('User')!), [
    'Username',
    'LastName',
    'Email',
    'Alias',
    'TimeZoneSidKey',
    'LocaleSidKey',
    'EmailEncodingKey',
    'ProfileId',
    'LanguageLocaleKey',
  ]);
});

test('key prefixes are unique', () => {
  const prefixes = described.flatMap((object) => (object.keyPrefix === null ? [] : [object.keyPrefix]));
  assert.equal(new Set(prefixes).size, prefixes.length);
});

function required(object: SObjectDescriptor): string[] {
  const isRequired = (field: FieldDescriptor): boolean => !field.isNillable && field.isCreateable && !field.isDefaultedOnCreate;
  return object.fields.filter(isRequired).map((field) => field.name);
}

/** Whether a field may be null, by object and field. */
function jsforceSchema(): Map<string, Map<string, boolean>> {
  const entry = createRequire(import.meta.url).resolve('@jsforce/jsforce-node');
  const source = readFileSync(join(dirname(entry), 'lib', 'types', 'standard-schema.d.ts'), 'utf8');
  const schemas = new Map<string, Map<string, boolean>>();
  for (const match of source.matchAll(/type Fields\$(\w+) = \{([^}]*)\}/g)) {
    const fields = [...(match[2] ?? '').matchAll(/(\w+): ([^;]+);/g)];
    schemas.set(match[1] ?? '', new Map(fields.map((field) => [field[1] ?? '', (field[2] ?? '').includes('null')])));
  }
  return schemas;
}
