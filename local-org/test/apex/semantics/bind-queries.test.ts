import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {acceptsStatements, bindStatements, diagnoseStatements, refusesStatements} from './bound.ts';

suite('a query', () => {
  acceptsStatements([
    'Set<Id> ids = new Set<Id>(); List<Lead> l = [SELECT Id FROM Lead WHERE Id IN :ids AND Status = :name AND OwnerId = :UserInfo.getUserId()];',
    'Integer most = 3; List<Lead> l = [SELECT Id, (SELECT Reason__c FROM Proposals__r WHERE Key__c = :name) FROM Lead LIMIT :most OFFSET :most - 1];',
    'List<Lead> leads = new List<Lead>(); List<Proposal__c> p = [SELECT Lead__r.Owner.Name FROM Proposal__c WHERE Lead__c IN :leads];',
    'List<Proposal__c> p = [SELECT Id FROM Proposal__c WHERE Lead__c IN (SELECT Id FROM Lead WHERE Status = :name)];',
  ]);
  refusesStatements([
    [
      'Object o = [SELECT Id FROM Stage__mdt FOR UPDATE];',
      'E412',
      'Cannot lock rows for an SObject type that can not be updated: Stage__mdt',
    ],
    ['List<Lead> l = [SELECT Id FROM Lead WHERE Id = :missing];', 'E201', 'Variable does not exist: missing'],
    [
      'List<Lead> l = [SELECT Id FROM Lead WHERE Status = :size];',
      'E332',
      'Invalid bind expression type of Integer for column of type String',
    ],
    ['List<Lead> l = [SELECT Id FROM Lead WHERE Id IN :size];', 'E332', 'IN operator must be used with an iterable expression: Integer'],
    ['List<Lead> l = [SELECT Id FROM Lead LIMIT :name];', 'E332', 'Invalid bind expression type of String for column of type Integer'],
  ]);
  test('with an unknown field is refused where it stands', () => {
    const [diagnostic] = diagnoseStatements('List<Lead> l =\n[SELECT Missing__c FROM Lead];');
    assert.match(diagnostic?.code ?? '', /^E7/);
    assert.deepEqual([diagnostic?.span.line, diagnostic?.path], [2, 'Class0.cls']);
  });
  test('counts, gives one record or a list, as its place wants', () => {
    const statements = bindStatements(
      'Integer n = [SELECT COUNT() FROM Lead]; Lead l = [SELECT Id FROM Lead]; List<Lead> ls = [SELECT Id FROM Lead];',
    );
    assert.deepEqual(
      statements.map((statement) => (statement.kind === 'local' && statement.value?.kind === 'query' ? statement.value.result : null)),
      ['count', 'single', 'list'],
    );
  });
  test('has its binds in the order of the text', () => {
    const [, statement] = bindStatements(
      'String a; List<Lead> l = [SELECT Id, (SELECT Id FROM Proposals__r LIMIT :1) FROM Lead WHERE Status = :a LIMIT :2];',
    );
    assert.ok(statement?.kind === 'local' && statement.value?.kind === 'query');
    assert.deepEqual(
      statement.value.binds.map((bind) => (bind.kind === 'literal' ? bind.value : bind.kind)),
      [{kind: 'integer', value: 1}, 'local', {kind: 'integer', value: 2}],
    );
  });
});

suite('SOSL', () => {
  refusesStatements([
    ["List<List<SObject>> found = [FIND 'a'];", 'U201', 'SOSL without RETURNING is not supported'],
    ["List<List<SObject>> found = [FIND 'a' RETURNING Lead UPDATE TRACKING];", 'U201', 'SOSL with UPDATE is not supported'],
    ['List<List<SObject>> found = [FIND :missing RETURNING Lead];', 'E201', 'Variable does not exist: missing'],
    [
      "List<List<SObject>> found = [FIND 'a' RETURNING Lead(Missing)];",
      'E702',
      "No such column 'Missing' on entity 'Lead'. If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.",
    ],
  ]);
});
