import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, START} from './async/async-org.ts';

const TRIGGER = {
  'NoteTrigger.trigger': "trigger NoteTrigger on Note__c (before insert) { for (Note__c each : Trigger.new) each.addError('no'); }",
};

describe('Rows that are restored', () => {
  it('are stored as they are, without triggers, and have Ids, owner, audit fields and names', () => {
    const org = new AsyncOrg(TRIGGER);
    const ids = org.org.restoreRows('Note__c', [{Text__c: ' a '}, {text__C: 'b', Name: 'second', CreatedDate: '2020-01-01T10:00:00Z'}]);
    assert.deepEqual(
      org.run(
        'for (Note__c each : [SELECT Id, Name, Text__c, Owner.Name, CreatedDate, IsDeleted FROM Note__c ORDER BY Id]) System.debug(each.Id + each.Name + each.Text__c + each.Owner.Name + each.CreatedDate.getTime() + each.IsDeleted);',
      ),
      [
        `${ids[0] ?? ''}${ids[0]?.slice(0, 15) ?? ''}aLocal Administrator${String(START)}false`,
        `${ids[1] ?? ''}secondbLocal Administrator${String(Date.parse('2020-01-01T10:00:00Z'))}false`,
      ],
    );
  });

  it('keep their Ids, which are not given again', () => {
    const org = new AsyncOrg();
    const [id = ''] = org.org.restoreRows('Note__c', [{Text__c: 'a'}]);
    const later = new AsyncOrg();
    assert.deepEqual(later.org.restoreRows('Note__c', [{Id: id, Text__c: 'a'}]), [id]);
    later.run("insert new Note__c(Text__c = 'b');");
    assert.deepEqual(later.notes(), ['a', 'b']);
  });

  it('have the name that their person has', () => {
    const {org} = new AsyncOrg();
    const [id = ''] = org.restoreRows('Lead', [{FirstName: 'Ada', LastName: 'Byron', IsConverted: true}]);
    assert.equal(org.records.text('Lead', id, 'name'), 'Ada Byron');
    assert.equal(org.records.value('Lead', id, 'isconverted'), true);
  });

  it('are all of them or none', () => {
    const org = new AsyncOrg();
    const restore = (row: Readonly<Record<string, unknown>>) => () => org.org.restoreRows('Note__c', [{Text__c: 'a'}, row]);
    assert.throws(restore({Wrong__c: 1}), /Row 1 of Note__c can't be restored: Error: Note__c has no field Wrong__c/);
    assert.throws(restore({CreatedDate: 'yesterday'}), /CreatedDate/);
    assert.throws(restore({Id: '005000000000001AAA'}), /is no Id of Note__c/);
    assert.deepEqual(org.notes(), []);
  });

  it('hold a unique value once', () => {
    const {org} = new AsyncOrg();
    const user = {LastName: 'A', Username: 'a@example.test'};
    assert.throws(() => org.restoreRows('User', [user, user]), /Username is unique/);
  });

  it('wait for the end of a transaction', () => {
    const {org} = new AsyncOrg();
    assert.throws(() => {
      org.transaction({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => {
        org.restoreRows('Note__c', []);
      });
    }, /between transactions/);
  });
});
