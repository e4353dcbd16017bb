import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OTHER, RestOrg, USER} from './rest-org.ts';

describe('org.handle', () => {
  const rest = new RestOrg();

  it('asks for API Enabled, which a profile or a permission set grants', () => {
    rest.apex(`update new User(
      Id = [SELECT Id FROM User WHERE Username = '${OTHER}'].Id,
      ProfileId = [SELECT Id FROM Profile WHERE Name = 'Minimum Access - Salesforce'].Id);`);
    const refused = {
      status: 403,
      body: [{errorCode: 'API_DISABLED_FOR_ORG', message: 'The REST API is not enabled for this Organization.'}],
    };
    assert.deepEqual(rest.request('GET', 'query?q=SELECT+Id+FROM+Note__c', undefined, OTHER), refused);
    assert.equal(rest.request('GET', 'query?q=SELECT+Id+FROM+Note__c', undefined, USER).status, 200);
    rest.apex(`PermissionSet integration = new PermissionSet(Name = 'Integration', Label = 'Integration', PermissionsApiEnabled = true);
      insert integration;
      insert new PermissionSetAssignment(AssigneeId = [SELECT Id FROM User WHERE Username = '${OTHER}'].Id, PermissionSetId = integration.Id);`);
    assert.equal(rest.request('GET', 'query?q=SELECT+Id+FROM+Note__c', undefined, OTHER).status, 200);
  });

  it('knows no session of a user who is not active', () => {
    rest.apex(`update new User(Id = [SELECT Id FROM User WHERE Username = '${OTHER}'].Id, IsActive = false);`);
    assert.deepEqual(rest.request('GET', 'query?q=SELECT+Id+FROM+Note__c', undefined, OTHER), {
      status: 401,
      body: [{errorCode: 'INVALID_SESSION_ID', message: `Session expired or invalid: there is no active user ${OTHER}`}],
    });
  });
});
