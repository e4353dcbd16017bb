import {suite} from 'node:test';
import {acceptsStatements, refusesStatements} from './bound.ts';

suite('DML', () => {
  acceptsStatements([
    "insert new Lead(LastName = 'a'); update new List<Lead>(); delete [SELECT Id FROM Lead]; undelete new List<SObject>();",
    'upsert new Proposal__c() Key__c; upsert new List<Proposal__c>() Proposal__c.Key__c; insert as user new List<Lead>();',
    'insert new Done__e(); Lead lead = new Lead(); merge lead new Lead(); merge lead new List<Lead>();',
    'System.runAs(new User()) { touch(); }',
  ]);
  refusesStatements([
    ['insert 1;', 'E411', 'DML requires SObject or SObject list type: Integer'],
    ['insert new Set<Lead>();', 'E411', 'DML requires SObject or SObject list type: Set<Lead>'],
    ['insert new Stage__mdt();', 'E412', 'DML operation INSERT not allowed on Stage__mdt'],
    ['update new List<Stage__mdt>();', 'E412', 'DML operation UPDATE not allowed on Stage__mdt'],
    ['update new Done__e();', 'E412', 'DML operation UPDATE not allowed on Done__e'],
    [
      'upsert new Proposal__c() Reason__c;',
      'E413',
      'Invalid field for upsert, must be an External Id custom or standard indexed field: Reason__c',
    ],
    ['upsert new List<SObject>() Key__c;', 'E413', 'Upsert with a field specification requires a concrete SObject type'],
    ['merge new Proposal__c() new Proposal__c();', 'E414', 'Specified type Proposal__c cannot be merged'],
    ['merge new Lead() new Account();', 'E414', 'Invalid type for duplicate records'],
    ['System.runAs(1) { touch(); }', 'E415', "runAs requires a single argument of type 'User' or 'Version'"],
    ['insert new Idea();', 'U203', 'DML on Idea is not supported: only the types of its fields are known'],
  ]);
});
