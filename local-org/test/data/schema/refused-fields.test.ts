import assert from 'node:assert/strict';
import {test} from 'node:test';
import {orgWith, output, run} from '../../run-apex.ts';

const field = (name: string, body: string): string =>
  `<CustomField xmlns="http://soap.sforce.com/2006/04/metadata"><fullName>${name}</fullName><label>${name}</label>${body}</CustomField>`;

test('a summary of a standard field has its type', () => {
  const org = orgWith({
    'objects/Account/fields/Biggest__c.field-meta.xml': field(
      'Biggest__c',
      '<summarizedField>Opportunity.Amount</summarizedField><summaryForeignKey>Opportunity.AccountId</summaryForeignKey><summaryOperation>max</summaryOperation><type>Summary</type>',
    ),
  });
  assert.deepEqual(org.diagnostics, []);
  const program = `
    Account account = new Account(Name = 'a');
    insert account;
    Opportunity common = new Opportunity(AccountId = account.Id, Name = 'o', StageName = 'Prospecting', CloseDate = Date.today());
    Opportunity big = common.clone();
    common.Amount = 1;
    big.Amount = 2.5;
    insert new List<Opportunity>{common, big};
    Decimal biggest = [SELECT Biggest__c FROM Account].Biggest__c;
    System.debug(biggest);
    System.debug(Account.Biggest__c.getDescribe().getType());`;
  assert.deepEqual(output(program, org), ['2.5', 'CURRENCY']);
});

test('a field of a kind that is not supported is no unknown name where it is used', () => {
  const place = field('Place__c', '<type>Location</type><scale>2</scale><displayLocationInDecimal>true</displayLocationInDecimal>');
  const org = orgWith({
    'objects/Account/fields/Place__c.field-meta.xml': place,
    'Places.cls': 'public class Places { public static Object of(Account a) { return a.Place__c; } }',
  });
  assert.deepEqual(
    org.diagnostics.map(({code}) => code),
    ['U903', 'U203'],
  );
});

test('what the signatures do not tell of an object is refused', () => {
  for (const [expression, member] of [
    ['ContactPointAddress.SObjectType.getDescribe().getKeyPrefix()', 'getKeyPrefix of ContactPointAddress'],
    ['Contract.SObjectType.getDescribe().isCreateable()', 'isCreateable of Contract'],
    ['Contract.Status.getDescribe().getLength()', 'getLength of Contract.Status'],
    ['Contract.Status.getDescribe().getType()', 'getType of Contract.Status'],
  ] as const) {
    assert.throws(() => run(`System.debug(${expression});`), {
      message: `${member} is not supported: only the types of its fields are known.`,
    });
  }
});

test('what the signatures tell of an object is told', () => {
  const program = `
    System.debug(Contract.SObjectType.getDescribe().getName() + Contract.SObjectType.getDescribe().getKeyPrefix());
    System.debug(Contract.ContractTerm.getDescribe().getType());
    System.debug(Contract.ContractNumber.getDescribe().isNameField() + ' ' + Contract.Name.getDescribe().isNameField());`;
  assert.deepEqual(output(program), ['Contract800', 'INTEGER', 'true false']);
});
