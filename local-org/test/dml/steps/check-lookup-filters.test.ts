import assert from 'node:assert/strict';
import {test} from 'node:test';
import type {Org} from '../../../src/org.ts';
import {orgWith, output, run} from '../../run-apex.ts';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

interface Filter {
  readonly items: readonly (readonly [field: string, operation: string, value: string])[];
  readonly logic?: string;
  readonly isOptional?: boolean;
  readonly message?: string;
}

/** Visits to accounts, whose lookup has a filter. */
function withFilter({items, logic, isOptional = false, message}: Filter): Org {
  const criteria = items.map(([field, operation, value]) => {
    const right = value.startsWith('$') ? `<valueField>${value}</valueField>` : `<value>${value}</value>`;
    return `<filterItems><field>${field}</field><operation>${operation}</operation>${right}</filterItems>`;
  });
  const filter =
    `<lookupFilter><active>true</active>${logic === undefined ? '' : `<booleanFilter>${logic}</booleanFilter>`}` +
    `${message === undefined ? '' : `<errorMessage>${message}</errorMessage>`}${criteria.join('')}<isOptional>${String(isOptional)}</isOptional></lookupFilter>`;
  return orgWith({
    'objects/Visit__c/Visit__c.object-meta.xml': `<CustomObject ${NAMESPACE}><label>Visit</label><pluralLabel>Visits</pluralLabel><deploymentStatus>Deployed</deploymentStatus><sharingModel>ReadWrite</sharingModel><nameField><label>Name</label><type>Text</type></nameField></CustomObject>`,
    'objects/Visit__c/fields/City__c.field-meta.xml': `<CustomField ${NAMESPACE}><fullName>City__c</fullName><label>City</label><type>Text</type><length>40</length></CustomField>`,
    'objects/Visit__c/fields/Account__c.field-meta.xml': `<CustomField ${NAMESPACE}><fullName>Account__c</fullName><label>Account</label><type>Lookup</type><referenceTo>Account</referenceTo><relationshipName>Visits</relationshipName>${filter}</CustomField>`,
  });
}

/** What becomes of a visit to an account. */
function visit(org: Org, account: string, city = 'Oslo'): string {
  const program = `Account account = new Account(${account}); insert account; insert new Visit__c(Name = 'v', City__c = '${city}', Account__c = account.Id);`;
  return run(program, org).exception ?? 'saved';
}

const refused = (message: string): string =>
  `System.DmlException: Insert failed. First exception on row 0; first error: FIELD_FILTER_VALIDATION_EXCEPTION, ${message}: [Account__c]`;

test('a lookup takes records that pass its filter', () => {
  const org = withFilter({items: [['Account.Industry', 'equals', 'Energy, Media']], message: 'Energy or media'});
  assert.equal(visit(org, "Name = 'a', Industry = 'Media'"), 'saved');
  assert.equal(visit(org, "Name = 'b', Industry = 'Banking'"), refused('Energy or media'));
  assert.equal(visit(org, "Name = 'c'"), refused('Energy or media'));
});

test('a filter without a message says that the value does not match', () => {
  const org = withFilter({items: [['Account.NumberOfEmployees', 'greaterOrEqual', '10']]});
  assert.equal(visit(org, "Name = 'a', NumberOfEmployees = 10"), 'saved');
  assert.equal(visit(org, "Name = 'b', NumberOfEmployees = 9"), refused('Value does not exist or does not match filter criteria.'));
});

test('a filter tells case', () => {
  const org = withFilter({items: [['Account.Name', 'startsWith', 'Big']], message: 'Big ones'});
  assert.equal(visit(org, "Name = 'Big one'"), 'saved');
  assert.equal(visit(org, "Name = 'big one'"), refused('Big ones'));
});

test('a filter may compare with the record that holds the lookup', () => {
  const org = withFilter({items: [['Account.BillingCity', 'equals', '$Source.City__c']], message: 'Elsewhere'});
  assert.equal(visit(org, "Name = 'a', BillingCity = 'Oslo'"), 'saved');
  assert.equal(visit(org, "Name = 'b', BillingCity = 'Bergen'"), refused('Elsewhere'));
});

test('criteria are combined as the filter says', () => {
  const items = [
    ['Account.Industry', 'equals', 'Energy'],
    ['Account.Rating', 'notEqual', 'Cold'],
    ['Account.Name', 'contains', 'VIP'],
  ] as const;
  const org = withFilter({items, logic: '(1 AND 2) OR 3', message: 'No'});
  assert.equal(visit(org, "Name = 'a', Industry = 'Energy', Rating = 'Hot'"), 'saved');
  assert.equal(visit(org, "Name = 'a', Industry = 'Energy', Rating = 'Cold'"), refused('No'));
  assert.equal(visit(org, "Name = 'a VIP', Rating = 'Cold'"), 'saved');
});

test('an optional filter keeps nobody from saving', () => {
  assert.equal(visit(withFilter({items: [['Account.Industry', 'equals', 'Energy']], isOptional: true}), "Name = 'a'"), 'saved');
});

test('a filter is asked at every save', () => {
  const org = withFilter({items: [['Account.Industry', 'equals', 'Energy']], message: 'Energy'});
  const program = `
    Account account = new Account(Name = 'a', Industry = 'Energy');
    insert account;
    Visit__c visit = new Visit__c(Name = 'v', Account__c = account.Id);
    insert visit;
    account.Industry = 'Media';
    update account;
    System.debug(Database.update(visit, false).getErrors()[0].getMessage());
    visit.Account__c = null;
    System.debug(Database.update(visit, false).isSuccess());`;
  assert.deepEqual(output(program, org), ['Energy', 'true']);
});

test('a filter over further records is refused, and check lists it', () => {
  const org = withFilter({items: [['Account.Owner.Name', 'equals', 'Somebody']]});
  assert.deepEqual(
    org.diagnostics.map(({code, message}) => `${code} ${message}`),
    ['U404 The lookup filter of Visit__c.Account__c is not supported: the field Account.Owner.Name.'],
  );
  assert.throws(() => visit(org, "Name = 'a'"), {code: 'U404'});
});
