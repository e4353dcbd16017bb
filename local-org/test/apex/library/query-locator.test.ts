import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {orgWith} from '../../run-apex.ts';

const org = orgWith();
const [profileId = ''] = org.records.find('Profile', 'name', 'Minimum Access - Salesforce');
const [someone = ''] = org.restoreRows('User', [
  {LastName: 'Someone', Username: 'someone@example.test', ProfileId: profileId, IsActive: true},
]);
org.restoreRows('Account', [{Name: 'One'}, {Name: 'Two'}]);

/** What the block prints or throws, run by a user who may read no account. */
function outcome(source: string): string {
  const {exception, log} = org.executeAnonymous(source, someone);
  return exception?.message ?? log.join();
}

describe('A query locator', () => {
  it('of a static query reads in the mode that it is told', () => {
    const read = (level: string): string =>
      outcome(
        `Integer n = 0; Database.QueryLocatorIterator each = Database.getQueryLocator([SELECT Id FROM Account]${level}).iterator(); while (each.hasNext()) { each.next(); n++; } System.debug(n);`,
      );
    assert.match(read(', AccessLevel.USER_MODE'), /^System.QueryException: sObject type 'Account' is not supported/);
    assert.doesNotMatch(read(', AccessLevel.SYSTEM_MODE'), /Exception/);
  });

  it('of a static query has its binds', () => {
    const {log} = org.executeAnonymous(
      "String name = 'Two'; System.debug(Database.getQueryLocator([SELECT Name FROM Account WHERE Name = :name]).iterator().next().get('Name'));",
      org.administratorId,
    );
    assert.deepEqual(log, ['Two']);
  });

  it('counts a query and its rows against their own limit', () => {
    assert.equal(
      outcome(
        "Database.getQueryLocator([SELECT Id FROM Account], AccessLevel.SYSTEM_MODE); System.debug(Limits.getQueries() + ' ' + Limits.getQueryRows());",
      ),
      '1 0',
    );
  });

  it('can be looped over as what it is iterable as', () => {
    const {log} = org.executeAnonymous(
      "Iterable<SObject> all = Database.getQueryLocator('SELECT Name FROM Account'); for (SObject each : all) System.debug(each.get('Name'));",
      org.administratorId,
    );
    assert.deepEqual(log, ['One', 'Two']);
  });

  it('of records that were read before has those', () => {
    const {log} = org.executeAnonymous(
      'List<Account> all = [SELECT Name FROM Account]; System.debug(Database.getQueryLocator(all).iterator().next());',
      org.administratorId,
    );
    assert.match(log[0] ?? '', /One/);
  });
});
