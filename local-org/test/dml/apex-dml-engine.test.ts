/** DML as Apex sees it: limits, exceptions, results, merges, savepoints. */
import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {orgWith, output, run} from '../run-apex.ts';
import {objectFiles, orgOf} from './apex-project.ts';

const ACCOUNT = "new Account(Name = 'A')";

describe('a DML statement', () => {
  it('throws what refuses the first record, and undoes all', () => {
    const org = orgWith();
    assert.equal(
      run(`insert new List<Account>{${ACCOUNT}, new Account()};`, org).exception,
      'System.DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING, Required fields are missing: [Name]: [Name]',
    );
    const caught = `try { insert new List<Account>{${ACCOUNT}, new Account()}; } catch (DmlException e) {} System.debug([SELECT COUNT() FROM Account]);`;
    assert.deepEqual(output(caught, org), ['0']);
  });

  it('names the Id of a record that has one', () => {
    const {exception} = run(`Account a = ${ACCOUNT}; insert a; delete a; update a;`);
    assert.match(
      exception ?? '',
      /^System\.DmlException: Update failed\. First exception on row 0 with id 001\w{15}; first error: ENTITY_IS_DELETED, entity is deleted: \[\]$/,
    );
  });

  it('tells of each failed row in its exception', () => {
    assert.deepEqual(
      output(`try { insert new List<Account>{new Account(), ${ACCOUNT}, new Account()}; } catch (DmlException e) {
        System.debug(e.getNumDml() + ' ' + e.getDmlIndex(0) + ' ' + e.getDmlIndex(1) + ' ' + e.getDmlType(1) + ' ' + e.getDmlFieldNames(1) + ' ' + e.getDmlMessage(0));
      }`),
      ['2 0 2 REQUIRED_FIELD_MISSING (Name) Required fields are missing: [Name]'],
    );
  });

  it('gives no Ids to records that were not saved', () => {
    const source = `List<Account> rows = new List<Account>{${ACCOUNT}, new Account()}; try { insert rows; } catch (DmlException e) { System.debug(rows[0].Id); }`;
    assert.deepEqual(output(source), ['null']);
  });

  it('counts as one, whatever the number of its records', () => {
    assert.deepEqual(
      output(`insert new List<Account>{${ACCOUNT}, ${ACCOUNT}}; System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows());`),
      ['1 2'],
    );
  });

  it('counts nothing without records', () => {
    assert.deepEqual(output('insert new List<Account>(); System.debug(Limits.getDmlStatements());'), ['0']);
  });

  it('is refused where it is the 151st', () => {
    assert.equal(
      run(`for (Integer i = 0; i < 151; i++) insert ${ACCOUNT};`).exception,
      'System.LimitException: Too many DML statements: 151',
    );
  });

  it('is refused for the 10001st record', () => {
    const source =
      'List<Account> rows = new List<Account>(); for (Integer i = 0; i < 10001; i++) rows.add(new Account(Name = String.valueOf(i))); insert rows;';
    assert.equal(run(source).exception, 'System.LimitException: Too many DML rows: 10001');
  });

  it('takes no record twice', () => {
    assert.equal(
      run(`Account a = ${ACCOUNT}; insert new List<Account>{a, a};`).exception,
      'System.ListException: Before Insert or Upsert list must not have two identically equal elements',
    );
    assert.match(
      run(`Account a = ${ACCOUNT}; insert a; update new List<Account>{a, a.clone(true)};`).exception ?? '',
      /^System\.ListException: Duplicate id in list: 001/,
    );
  });

  it('takes no null', () => {
    assert.match(run('insert new List<Account>{null};').exception ?? '', /^System\.NullPointerException/);
    assert.match(run('Account a; insert a;').exception ?? '', /^System\.NullPointerException/);
  });

  it('saves a list of several objects, at most ten runs of one', () => {
    const mixed = (count: number): string =>
      `List<SObject> rows = new List<SObject>(); for (Integer i = 0; i < ${String(count)}; i++) { rows.add(${ACCOUNT}); rows.add(new Contact(LastName = 'C')); } insert rows;`;
    assert.equal(run(mixed(5)).exception, null);
    assert.match(run(mixed(6)).exception ?? '', /^System\.TypeException: Cannot have more than 10 chunks in a single operation\./);
  });

  it('is refused for objects that only the platform writes', () => {
    assert.equal(
      run("SObject record = Schema.getGlobalDescribe().get('Profile').newSObject(); insert record;").exception,
      'System.TypeException: DML operation INSERT not allowed on Profile',
    );
  });

  it('runs triggers over 200 records at a time', () => {
    const org = orgWith({'T.trigger': 'trigger T on Account (before insert) { System.debug(Trigger.new.size()); }'});
    const source =
      'List<Account> rows = new List<Account>(); for (Integer i = 0; i < 450; i++) rows.add(new Account(Name = String.valueOf(i))); insert rows;';
    assert.deepEqual(output(source, org), ['200', '200', '50']);
  });
});

describe('a Database method', () => {
  it('gives one result for one record, and a list for a list', () => {
    assert.deepEqual(
      output(`Database.SaveResult one = Database.insert(${ACCOUNT}, false);
        List<Database.SaveResult> many = Database.insert(new List<Account>{${ACCOUNT}, new Account()}, false);
        System.debug(one.isSuccess() + ' ' + many.size() + ' ' + many[1].isSuccess() + ' ' + many[1].getId() + ' ' + many[1].getErrors()[0].getStatusCode());`),
      ['true 2 false null REQUIRED_FIELD_MISSING'],
    );
  });

  it('throws like the statement unless it is told to save the good records', () => {
    assert.match(run('Database.insert(new List<Account>{new Account()});').exception ?? '', /^System\.DmlException: Insert failed\./);
    assert.match(run('Database.insert(new Account(), true);').exception ?? '', /^System\.DmlException: Insert failed\./);
  });

  it('tells what an upsert created', () => {
    assert.deepEqual(
      output(`Account old = ${ACCOUNT}; insert old;
        List<Database.UpsertResult> results = Database.upsert(new List<Account>{old, ${ACCOUNT}});
        System.debug(results[0].isCreated() + ' ' + results[1].isCreated() + ' ' + (results[1].getId() != null));`),
      ['false true true'],
    );
  });

  it('deletes and restores by Id', () => {
    assert.deepEqual(
      output(`Account a = ${ACCOUNT}; insert a; Database.delete(a.Id); System.debug([SELECT COUNT() FROM Account WHERE Id = :a.Id]);
        Database.undelete(a.Id); System.debug([SELECT COUNT() FROM Account WHERE Id = :a.Id]);`),
      ['0', '1'],
    );
  });

  it('empties the recycle bin, though queries find the rows a little longer', () => {
    assert.deepEqual(
      output(`Account a = ${ACCOUNT}; insert a; System.debug(Database.emptyRecycleBin(a).isSuccess());
        delete a; System.debug(Database.emptyRecycleBin(a).isSuccess()); System.debug(Database.undelete(a, false).isSuccess());
        System.debug([SELECT COUNT() FROM Account WHERE Id = :a.Id ALL ROWS]);`),
      ['false', 'true', 'false', '1'],
    );
  });
});

describe('triggers', () => {
  it('that fail end the statement with their message and stack', () => {
    const org = orgWith({
      'Helper.cls': 'public class Helper { public static void fail() { Integer zero = 0; Integer i = 1 / zero; } }',
      'T.trigger': 'trigger T on Account (before insert) {\n  Helper.fail();\n}',
    });
    const {exception} = run(`insert ${ACCOUNT};`, org);
    assert.equal(
      exception,
      [
        'System.DmlException: Insert failed. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, T: execution of BeforeInsert',
        '',
        'caused by: System.MathException: Divide by 0',
        '',
        'Class.Helper.fail: line 1, column 1',
        'Trigger.T: line 2, column 1: []',
      ].join('\n'),
    );
  });

  it('refuse a record by an error, which the statement shows', () => {
    const org = orgWith({'T.trigger': "trigger T on Account (before insert) { Trigger.new[0].Name.addError('no'); }"});
    assert.equal(
      run(`insert ${ACCOUNT};`, org).exception,
      'System.DmlException: Insert failed. First exception on row 0; first error: FIELD_CUSTOM_VALIDATION_EXCEPTION, no: [Name]',
    );
  });

  it('may write new records before they are saved, and only then', () => {
    const org = orgWith({
      'Before.trigger': "trigger Before on Account (before insert) { Trigger.new[0].Name = 'changed'; }",
      'After.trigger':
        "trigger After on Account (after insert) { try { Trigger.new[0].Name = 'x'; } catch (FinalException e) { System.debug(e.getMessage()); } }",
    });
    assert.deepEqual(output(`Account a = ${ACCOUNT}; insert a; System.debug([SELECT Name FROM Account WHERE Id = :a.Id].Name);`, org), [
      'Record is read-only',
      'changed',
    ]);
  });

  it('may not write what the records were', () => {
    const org = orgWith({
      'T.trigger':
        "trigger T on Account (before update) { try { Trigger.old[0].Name = 'x'; } catch (FinalException e) { System.debug(e.getMessage()); } }",
    });
    assert.deepEqual(output(`Account a = ${ACCOUNT}; insert a; update a;`, org), ['Record is read-only']);
  });

  it('see the context of their event', () => {
    const context =
      "Trigger.isBefore + ' ' + Trigger.isDelete + ' ' + (Trigger.new == null) + ' ' + (Trigger.newMap == null) + ' ' + (Trigger.old == null) + ' ' + (Trigger.oldMap == null) + ' ' + Trigger.size";
    const org = orgWith({
      'T.trigger': `trigger T on Account (before insert, after insert, before update, after delete, after undelete) { System.debug(Trigger.operationType + ' ' + ${context}); }`,
    });
    assert.deepEqual(output(`Account a = ${ACCOUNT}; insert a; update a; delete a; undelete a;`, org), [
      'BEFORE_INSERT true false false true true true 1',
      'AFTER_INSERT false false false false true true 1',
      'BEFORE_UPDATE true false false false false false 1',
      'AFTER_DELETE false true true true false false 1',
      'AFTER_UNDELETE false false false false true true 1',
    ]);
  });

  it('that update their own record in before update are refused', () => {
    const org = orgWith({'T.trigger': 'trigger T on Account (before update) { update new Account(Id = Trigger.new[0].Id); }'});
    assert.match(
      run(`Account a = ${ACCOUNT}; insert a; update a;`, org).exception ?? '',
      /SELF_REFERENCE_FROM_TRIGGER, Object \(id = 001\w{12}\) is currently in trigger T, therefore it cannot recursively update itself: \[\]/,
    );
  });

  it('that call themselves without end are stopped', () => {
    const org = orgWith({'T.trigger': 'trigger T on Account (after update) { update new Account(Id = Trigger.new[0].Id); }'});
    assert.match(
      run(`Account a = ${ACCOUNT}; insert a; update a;`, org).exception ?? '',
      /maximum trigger depth exceeded\nAccount trigger event AfterUpdate for \[001\w{12}\]/,
    );
  });

  it('run again over the good records of a partial success, statics as they were', () => {
    const org = orgWith({
      'Counter.cls': 'public class Counter { public static Integer runs = 0; }',
      'T.trigger':
        "trigger T on Account (before insert) { Counter.runs++; System.debug(Counter.runs + ' ' + Trigger.new.size() + ' ' + Limits.getQueries()); Integer i = [SELECT COUNT() FROM Contact]; }",
    });
    assert.deepEqual(output(`Database.insert(new List<Account>{${ACCOUNT}, new Account()}, false);`, org), ['1 2 0', '2 1 0']);
  });
});

describe('merge', () => {
  const people =
    "Lead kept = new Lead(LastName = 'Kept', Company = 'C'); Lead lost = new Lead(LastName = 'Lost', Company = 'C'); insert new List<Lead>{kept, lost};";

  it('deletes the other record and writes the master', () => {
    assert.deepEqual(
      output(`${people} kept.Title = 'Boss'; merge kept lost;
        System.debug([SELECT Title FROM Lead WHERE Id = :kept.Id].Title);
        Lead gone = [SELECT IsDeleted, MasterRecordId FROM Lead WHERE Id = :lost.Id ALL ROWS];
        System.debug(gone.IsDeleted + ' ' + (gone.MasterRecordId == kept.Id));`),
      ['Boss', 'true true'],
    );
  });

  it('gives the master what hung on the other record', () => {
    assert.deepEqual(
      output(`${people} Task todo = new Task(Subject = 'S', WhoId = lost.Id); insert todo;
        Database.MergeResult result = Database.merge(kept, lost.Id);
        System.debug(result.isSuccess() + ' ' + (result.getId() == kept.Id) + ' ' + (result.getMergedRecordIds()[0] == lost.Id) + ' ' + (result.getUpdatedRelatedIds()[0] == todo.Id));
        System.debug([SELECT WhoId FROM Task WHERE Id = :todo.Id].WhoId == kept.Id);`),
      ['true true true true', 'true'],
    );
  });

  it('fires the delete triggers of the other, then the update triggers of the master', () => {
    const org = orgWith({
      'T.trigger': `trigger T on Lead (before delete, after delete, before update, after update) {
        System.debug(Trigger.operationType + ' ' + Trigger.old[0].LastName + ' ' + (Trigger.old[0].MasterRecordId != null));
      }`,
    });
    assert.deepEqual(output(`${people} merge kept lost;`, org), [
      'BEFORE_DELETE Lost false',
      'AFTER_DELETE Lost true',
      'BEFORE_UPDATE Kept false',
      'AFTER_UPDATE Kept false',
    ]);
  });

  it('leaves all as it was where it is refused', () => {
    const org = orgWith({'T.trigger': "trigger T on Lead (before update) { Trigger.new[0].addError('no'); }"});
    assert.deepEqual(
      output(
        `${people} Database.MergeResult result = Database.merge(kept, lost, false);
        System.debug(result.isSuccess() + ' ' + result.getErrors()[0].getMessage() + ' ' + [SELECT COUNT() FROM Lead WHERE Id = :lost.Id]);`,
        org,
      ),
      ['false no 1'],
    );
    assert.match(run(`${people} merge kept lost;`, org).exception ?? '', /^System\.DmlException: Merge failed\. First exception on row 0/);
  });
});

describe('savepoints', () => {
  it('undo what was written after them, and leave Ids in memory', () => {
    assert.deepEqual(
      output(`Savepoint point = Database.setSavepoint(); Account a = ${ACCOUNT}; insert a; Database.rollback(point);
        System.debug([SELECT COUNT() FROM Account WHERE Id = :a.Id] + ' ' + (a.Id != null));`),
      ['0 true'],
    );
  });

  it('count as DML statements, as going back to them does', () => {
    assert.deepEqual(
      output('Savepoint point = Database.setSavepoint(); Database.rollback(point); System.debug(Limits.getDmlStatements());'),
      ['2'],
    );
  });

  it('can be gone back to again, but not past an earlier one', () => {
    assert.deepEqual(
      output(`Savepoint first = Database.setSavepoint(); Savepoint second = Database.setSavepoint();
        Database.rollback(second); Database.rollback(second); Database.rollback(first);
        try { Database.rollback(second); } catch (TypeException e) { System.debug(e.getMessage()); }`),
      ['Savepoint does not exist in this context'],
    );
  });

  it('are gone once they are released', () => {
    assert.equal(
      run('Savepoint point = Database.setSavepoint(); Database.releaseSavepoint(point); Database.rollback(point);').exception,
      'System.TypeException: Savepoint does not exist in this context',
    );
  });

  it('do not cross into triggers', () => {
    const org = orgWith({
      'Holder.cls': 'public class Holder { public static Savepoint point; }',
      'T.trigger':
        'trigger T on Account (before insert) { try { Database.rollback(Holder.point); } catch (TypeException e) { System.debug(e.getMessage()); } }',
    });
    assert.deepEqual(output(`Holder.point = Database.setSavepoint(); insert ${ACCOUNT};`, org), [
      'Savepoint does not exist in this context',
    ]);
  });

  it('may not be null', () => {
    assert.match(run('Savepoint point; Database.rollback(point);').exception ?? '', /^System\.NullPointerException/);
  });
});

describe('formulas in triggers', () => {
  const org = orgOf({
    ...objectFiles('Note__c', {Loud__c: '<type>Text</type><formula>UPPER(Name)</formula>'}),
    'triggers/T.trigger':
      "trigger T on Note__c (before insert, before update, after update) { System.debug((Trigger.old == null ? '' : Trigger.old[0].Loud__c + ' ') + Trigger.new[0].Loud__c); }",
  });

  it('are calculated over the values that are to be saved', () => {
    assert.deepEqual(output("Note__c note = new Note__c(Name = 'a'); insert note; note.Name = 'b'; update note;", org), [
      'A',
      'A B',
      'A B',
    ]);
  });
});
