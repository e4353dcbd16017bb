import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {orgWith, output, run} from '../../run-apex.ts';

// Apex Developer Guide, "Dynamic SOQL": "You can use simple bind variables in dynamic SOQL query strings."
suite('dynamic SOQL binds', () => {
  const org = orgWith({
    'Finder.cls': `public class Finder {
      static String wanted = 'A1'; String own = 'A2'; String upper { get { return own.toUpperCase(); } }
      public static Integer byStatic() { return Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :wanted'); }
      public Integer byField() { return Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :own'); }
      public Integer byProperty() { return Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :upper'); }
      public Integer byParameter(String own) { return Database.query('SELECT Id FROM Account WHERE Name = :OWN').size(); } }`,
  });
  const rows = "insert new List<Account>{new Account(Name = 'A1'), new Account(Name = 'A2'), new Account(Name = 'A3')};";
  const found = (source: string): readonly string[] =>
    org.isolated({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => output(`${rows} ${source}`, org));

  test('local variables and loop variables in scope', () => {
    const source = `Set<String> names = new Set<String>{'A1', 'A3'}; System.debug(Database.query('SELECT Id FROM Account WHERE Name IN :names').size());
      for (String each : names) { String copy = each; System.debug(Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :copy OR Name = :each')); }`;
    assert.deepEqual(found(source), ['2', '1', '1']);
  });
  test('fields, properties and static variables of the class, hidden by parameters', () => {
    assert.deepEqual(
      found(
        "Finder f = new Finder(); System.debug(Finder.byStatic() + f.byField() + f.byProperty()); System.debug(f.byParameter('none'));",
      ),
      ['3', '0'],
    );
  });
  test('no variable of a block that has ended', () => {
    const source = "if (true) { String gone = 'A1'; } Integer n = Database.countQuery('SELECT COUNT() FROM Account WHERE Name = :gone');";
    assert.equal(run(source, org).exception, 'System.QueryException: Variable does not exist: gone');
  });
});
