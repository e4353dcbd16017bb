import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {output, run} from '../../run-apex.ts';
import {objectFiles, orgOf} from '../apex-project.ts';

const MASTER =
  '<type>MasterDetail</type><referenceTo>Parent__c</referenceTo><relationshipName>Children</relationshipName><relationshipOrder>0</relationshipOrder>';
const files = {
  ...objectFiles('Parent__c', {
    Total__c:
      '<type>Summary</type><summaryOperation>sum</summaryOperation><summarizedField>Child__c.Amount__c</summarizedField><summaryForeignKey>Child__c.Parent__c</summaryForeignKey>',
  }),
  ...objectFiles('Child__c', {Amount__c: '<type>Number</type><precision>18</precision><scale>0</scale>', Parent__c: MASTER}),
  'triggers/ParentTrigger.trigger': `trigger ParentTrigger on Parent__c (before update) {
    System.debug(Trigger.old[0].Name + ' ' + Trigger.new.size() + ' ' + Trigger.old[0].Total__c + ' ' + Trigger.new[0].Total__c);
    if (Trigger.new[0].Total__c > 100) Trigger.new[0].addError('too much');
  }`,
};
const org = orgOf(files);
const PARENT = "Parent__c parent = new Parent__c(Name = 'p'); insert parent;";

describe('a detail that changes what its master sums up to', () => {
  it('has the master saved, with its triggers', () => {
    assert.deepEqual(
      output(
        `${PARENT} Child__c child = new Child__c(Parent__c = parent.Id, Amount__c = 5); insert child; child.Amount__c = 7; update child; delete child; undelete child;`,
        org,
      ),
      ['p 1 0 5', 'p 1 5 7', 'p 1 7 0', 'p 1 0 7'],
    );
  });

  it('leaves the master alone where the sum stays', () => {
    assert.deepEqual(output(`${PARENT} Child__c child = new Child__c(Parent__c = parent.Id); insert child; update child;`, org), []);
  });

  it('is refused where its master is, and undone', () => {
    const {exception} = run(`${PARENT} insert new Child__c(Parent__c = parent.Id, Amount__c = 101);`, org);
    assert.equal(
      exception,
      'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, too much: []',
    );
    assert.deepEqual(
      output(
        `${PARENT} Database.insert(new Child__c(Parent__c = parent.Id, Amount__c = 101), false); System.debug([SELECT Total__c FROM Parent__c WHERE Id = :parent.Id].Total__c);`,
        org,
      ).slice(-1),
      ['0'],
    );
  });

  it('has a master saved once for all its details', () => {
    assert.deepEqual(
      output(
        `${PARENT} insert new List<Child__c>{new Child__c(Parent__c = parent.Id, Amount__c = 1), new Child__c(Parent__c = parent.Id, Amount__c = 2)};`,
        org,
      ),
      ['p 1 0 3'],
    );
  });
});
