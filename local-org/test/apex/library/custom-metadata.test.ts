/** Static methods of custom metadata types and custom settings. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {objectFiles, orgOf, test, TEXT, USERS} from '../../dml/apex-project.ts';
import {output} from '../../run-apex.ts';

const record = (name: string, values: Readonly<Record<string, string>>): string =>
  `<CustomMetadata xmlns="http://soap.sforce.com/2006/04/metadata" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xmlns:xsd="http://www.w3.org/2001/XMLSchema"><label>${name} Label</label><protected>false</protected>${Object.entries(
    values,
  )
    .map(([field, value]) => `<values><field>${field}</field><value xsi:type="xsd:string">${value}</value></values>`)
    .join('')}</CustomMetadata>`;

const policies = {
  ...objectFiles('Policy__mdt', {Text__c: TEXT, Long__c: '<type>LongTextArea</type><length>32768</length><visibleLines>3</visibleLines>'}),
  'customMetadata/Policy.First.md-meta.xml': record('First', {Text__c: 'one', Long__c: 'x'.repeat(300)}),
  'customMetadata/Policy.Second.md-meta.xml': record('Second', {Text__c: 'two'}),
};
const org = orgOf(policies);

describe('a custom metadata type', () => {
  it('gives all its records by their names', () => {
    assert.deepEqual(
      output("System.debug(Policy__mdt.getAll().keySet()); System.debug(Policy__mdt.getAll().get('Second').Text__c);", org),
      ['{First, Second}', 'two'],
    );
  });

  it('gives none by a part of an Id', () => {
    assert.deepEqual(output("System.debug(Policy__mdt.getInstance('')); System.debug(Policy__mdt.getInstance('m'));", org), [
      'null',
      'null',
    ]);
  });

  it('gives one record by its name, whatever the case, or its Id', () => {
    assert.deepEqual(
      output(
        "Policy__mdt found = Policy__mdt.getInstance('first'); System.debug(found.Text__c + ' ' + found.MasterLabel); System.debug(Policy__mdt.getInstance(found.Id).DeveloperName); System.debug(Policy__mdt.getInstance('Third'));",
        org,
      ),
      ['one First Label', 'First', 'null'],
    );
  });

  it('costs no query', () => {
    assert.deepEqual(output("Policy__mdt.getAll(); Policy__mdt.getInstance('First'); System.debug(Limits.getQueries());", org), ['0']);
  });

  it('gives the first 255 characters of a text, and a query all of them', () => {
    assert.deepEqual(
      output(
        "System.debug(Policy__mdt.getInstance('First').Long__c.length()); System.debug([SELECT Long__c FROM Policy__mdt WHERE DeveloperName = 'First'].Long__c.length());",
        org,
      ),
      ['255', '300'],
    );
  });

  it('gives records that nobody can write', () => {
    assert.deepEqual(
      output("try { Policy__mdt.getInstance('First').Text__c = 'x'; } catch (FinalException e) { System.debug(e.getMessage()); }", org),
      ['Record is read-only'],
    );
  });
});

describe('a hierarchy setting', () => {
  const settings = objectFiles(
    'Setting__c',
    {Text__c: TEXT, Other__c: TEXT, Flag__c: '<type>Checkbox</type><defaultValue>true</defaultValue>'},
    '<customSettingsType>Hierarchy</customSettingsType><visibility>Public</visibility>',
  );

  it('gives the defaults of its fields where nobody set it', () => {
    test(
      settings,
      'System.assertEquals(true, Setting__c.getOrgDefaults().Flag__c); System.assertEquals(null, Setting__c.getInstance().Text__c); System.assertEquals(null, Setting__c.getOrgDefaults().Id);',
    );
  });

  it('gives the record of the user before that of the profile before that of the org', () => {
    test(
      settings,
      `insert new Setting__c(SetupOwnerId = UserInfo.getOrganizationId(), Text__c = 'org', Other__c = 'org');
       System.assertEquals('org', Setting__c.getInstance().Text__c);
       insert new Setting__c(SetupOwnerId = UserInfo.getProfileId(), Text__c = 'profile');
       System.assertEquals('profile', Setting__c.getInstance().Text__c);
       insert new Setting__c(SetupOwnerId = UserInfo.getUserId(), Text__c = 'user');
       System.assertEquals('user', Setting__c.getInstance().Text__c);
       System.assertEquals('org', Setting__c.getInstance().Other__c);
       System.assertEquals('profile', Setting__c.getInstance(UserInfo.getProfileId()).Text__c);
       System.assertEquals('org', Setting__c.getOrgDefaults().Text__c);
       System.assertEquals(null, Setting__c.getValues(UserInfo.getUserId()).Other__c);`,
    );
  });

  it('goes by the user who is running', () => {
    test(
      settings,
      `insert new Setting__c(SetupOwnerId = UserInfo.getUserId(), Text__c = 'user');
       System.runAs(make('Standard User', new List<String>())) { System.assertEquals(null, Setting__c.getInstance().Text__c); System.assertEquals(null, Setting__c.getValues(UserInfo.getUserId())); }`,
      USERS,
    );
  });

  it('is gone when its record is deleted, and belongs to the org where it says nothing', () => {
    test(
      settings,
      `Setting__c setting = new Setting__c(Text__c = 'org'); insert setting;
       System.assertEquals(UserInfo.getOrganizationId(), [SELECT SetupOwnerId FROM Setting__c].SetupOwnerId);
       delete setting;
       System.assertEquals(null, Setting__c.getValues(UserInfo.getOrganizationId()));`,
    );
  });

  it('costs no query', () => {
    test(settings, 'Setting__c.getInstance(); Setting__c.getOrgDefaults(); System.assertEquals(0, Limits.getQueries());');
  });
});
