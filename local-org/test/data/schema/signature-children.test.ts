import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {signatureChildren} from '../../../src/data/schema/signature-children.ts';

const schema = createSchema({objects: [], globalValueSets: [], standardValueSets: []});
const fieldOf = (object: string, relationship: string): string | undefined =>
  signatureChildren(schema.object(object)!).find(({relationshipName}) => relationshipName === relationship)?.field;

suite('the lookup behind a child relationship of the signatures', () => {
  test('is the only one that points to the object', () => assert.equal(fieldOf('Account', 'Contracts'), 'AccountId'));
  test('is the only one that points to several, if it is not the owner', () => {
    assert.equal(fieldOf('Opportunity', 'ListEmails'), 'RelatedToId');
  });
  test('is that of what an activity is about', () => assert.equal(fieldOf('ListEmail', 'Tasks'), 'WhatId'));
  test('is unknown for a relationship that nobody has', () => assert.equal(fieldOf('Account', 'Nothings'), undefined));
});
