/** `Test`, `Limits`, `UserInfo`, `FeatureManagement`. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {test, USERS} from '../../dml/apex-project.ts';
import {output, run} from '../../run-apex.ts';

const fails = (body: string, message: RegExp): void => {
  assert.throws(() => test({}, body), message);
};

describe('Test', () => {
  it('gives the code between start and stop limits of its own', () => {
    test(
      {},
      `insert new Account(Name = 'a'); System.assertEquals(1, Limits.getDmlStatements());
       Test.startTest(); System.assertEquals(0, Limits.getDmlStatements()); insert new Account(Name = 'b'); insert new Account(Name = 'c'); System.assertEquals(2, Limits.getDmlStatements());
       Test.stopTest(); System.assertEquals(1, Limits.getDmlStatements());`,
    );
  });

  it('starts once, and stops after it started', () => {
    fails('Test.startTest(); Test.startTest();', /System\.FinalException: Testing already started/);
    fails('Test.startTest(); Test.stopTest(); Test.startTest();', /System\.FinalException: Testing already started/);
    fails('Test.stopTest();', /System\.FinalException/);
  });

  it('knows whether a test is running', () => {
    test({}, 'System.assert(Test.isRunningTest());');
    assert.deepEqual(output('System.debug(Test.isRunningTest());'), ['false']);
  });

  it('says nothing outside of tests', () => {
    assert.match(run('Test.startTest();').exception ?? '', /^System\.TypeException/);
  });

  it('sets the date on which a record was created', () => {
    test(
      {},
      `Account a = new Account(Name = 'a'); insert a; Test.setCreatedDate(a.Id, Datetime.newInstanceGmt(2020, 1, 2, 3, 4, 5));
       System.assertEquals(Datetime.newInstanceGmt(2020, 1, 2, 3, 4, 5), [SELECT CreatedDate FROM Account].CreatedDate);`,
    );
  });

  it('makes a permission set group ready', () => {
    test(
      {},
      `PermissionSetGroup made = new PermissionSetGroup(DeveloperName = 'G', MasterLabel = 'G'); insert made;
       System.assertEquals('Outdated', [SELECT Status FROM PermissionSetGroup].Status);
       Test.calculatePermissionSetGroup(made.Id);
       System.assertEquals('Updated', [SELECT Status FROM PermissionSetGroup].Status);`,
    );
  });
});

describe('Limits', () => {
  it('say what is left', () => {
    assert.deepEqual(
      output(
        "insert new Account(Name = 'a'); System.debug(Limits.getDmlRows() + '/' + Limits.getLimitDmlRows() + ' ' + Limits.getLimitQueries() + ' ' + Limits.getLimitCpuTime());",
      ),
      ['1/10000 100 10000'],
    );
  });

  it('has other names for some counts, and names for what this org lacks', () => {
    assert.deepEqual(
      output(
        "insert new Account(Name = 'a'); System.debug(Limits.getRunAs() + '/' + Limits.getLimitSavepoints() + ' ' + Limits.getApexCursorRows() + '/' + Limits.getLimitFetchCallsOnApexCursor());",
      ),
      ['1/150 0/100'],
    );
  });
});

describe('UserInfo', () => {
  it('is about the user who is running', () => {
    test(
      {},
      `User other = make('Read Only', new List<String>());
       System.runAs(other) {
         System.assertEquals('ReadOnly0@example.com.test', UserInfo.getUserName()); System.assertEquals('Made', UserInfo.getLastName()); System.assertEquals('Made', UserInfo.getName());
         System.assertEquals(other.ProfileId, UserInfo.getProfileId()); System.assertEquals('GMT', UserInfo.getTimeZone().getID()); System.assertEquals('Standard', UserInfo.getUserType());
         System.assertEquals(null, UserInfo.getUserRoleId()); System.assertEquals('en_US', UserInfo.getLocale());
       }`,
      USERS,
    );
  });

  it('knows the org', () => {
    assert.deepEqual(
      output("System.debug(UserInfo.getOrganizationId().startsWith('00D') + ' ' + UserInfo.isMultiCurrencyOrganization());"),
      ['true false'],
    );
  });
});

describe('FeatureManagement', () => {
  it('knows the custom permissions of the user who is running', () => {
    const files = {
      'customPermissions/Propose.customPermission-meta.xml': '<CustomPermission><label>Propose</label></CustomPermission>',
      'permissionsets/Proposer.permissionset-meta.xml':
        '<PermissionSet><label>P</label><customPermissions><enabled>true</enabled><name>Propose</name></customPermissions></PermissionSet>',
    };
    test(
      files,
      `System.assertEquals(false, FeatureManagement.checkPermission('Propose'));
       System.runAs(make('Standard User', new List<String>{'Proposer'})) { System.assertEquals(true, FeatureManagement.checkPermission('propose')); }`,
      USERS,
    );
  });
});
