import assert from 'node:assert/strict';
import {test} from 'node:test';
import {
  readSObjectSignature,
  standardObjectName,
  standardObjectNames,
} from '../../../../src/apex/semantics/signatures/sobject-signatures.ts';

const lead = readSObjectSignature('lead');

test('a standard object is found in any case and named as the platform spells it', () => {
  assert.equal(lead?.name, 'Lead');
  assert.equal(standardObjectName('OPPORTUNITY'), 'Opportunity');
  assert.equal(readSObjectSignature('NoSuchObject'), null);
});

test('fields have the types that Apex gives them', () => {
  const types = new Map(lead?.fields.map((field) => [field.name, field.valueType]));
  assert.deepEqual(
    ['Id', 'Status', 'AnnualRevenue', 'NumberOfEmployees', 'IsConverted', 'ConvertedDate', 'CreatedDate', 'OwnerId', 'Address'].map(
      (name) => types.get(name),
    ),
    ['Id', 'String', 'Decimal', 'Integer', 'Boolean', 'Date', 'Datetime', 'Id', 'Address'],
  );
});

test('a parent relationship names its lookup and its object', () => {
  assert.deepEqual(
    lead?.parents.filter(({relationshipName}) => ['Owner', 'ConvertedAccount'].includes(relationshipName)),
    [
      {relationshipName: 'ConvertedAccount', field: 'ConvertedAccountId', target: 'Account'},
      {relationshipName: 'Owner', field: 'OwnerId', target: 'Name'},
    ],
  );
});

test('a compound field is a field, no parent relationship', () => {
  assert.ok(lead?.parents.every((parent) => parent.relationshipName !== 'Address'));
});

test('child relationships name the object of their rows', () => {
  assert.deepEqual(
    readSObjectSignature('Account')?.children.find((child) => child.relationshipName === 'Contacts'),
    {relationshipName: 'Contacts', childObject: 'Contact'},
  );
});

test('every standard object can be read, and every parent that it names exists', () => {
  let count = 0;
  for (const name of standardObjectNames()) {
    const signature = readSObjectSignature(name);
    assert.ok(signature, name);
    for (const parent of signature.parents)
      assert.ok(parent.target === 'SObject' || standardObjectName(parent.target) !== null, `${name}.${parent.relationshipName}`);
    count++;
  }
  assert.ok(count > 4500);
});
