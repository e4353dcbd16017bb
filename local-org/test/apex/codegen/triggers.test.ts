import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {orgWith, output, run} from '../../run-apex.ts';

const org = orgWith({
  'Log.cls': 'public class Log { public static List<String> lines = new List<String>(); }',
  'AccountTrigger.trigger': `trigger AccountTrigger on Account (before insert, after insert, before update) {
  Log.lines.add((Trigger.isBefore ? 'before ' : 'after ') + Trigger.operationType + ' ' + Trigger.new.size());
  for (Account a : Trigger.new) {
    if (Trigger.isInsert && Trigger.isBefore) a.Description = 'from ' + a.Name;
    if (a.Name == 'bad') {
      Integer i = 1 / 0;
    }
  }
}`,
});

suite('a trigger', () => {
  test('runs at its events, changes records before they are saved and shares the statics', () => {
    const source =
      "Account a = new Account(Name = 'x'); insert a; update a; System.debug([SELECT Description FROM Account].Description); for (String l : Log.lines) System.debug(l);";
    org.isolated({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => {
      assert.deepEqual(output(source, org), ['from x', 'before BEFORE_INSERT 1', 'after AFTER_INSERT 1', 'before BEFORE_UPDATE 1']);
    });
  });
  test('tells its line where it fails', () => {
    const {exception} = run("insert new Account(Name = 'bad');", org);
    assert.match(
      exception ?? '',
      /^System\.DmlException: Insert failed\. First exception on row 0; first error: CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY, AccountTrigger: execution of BeforeInsert/,
    );
    assert.match(exception ?? '', /caused by: System\.MathException: Divide by 0\n\nTrigger\.AccountTrigger: line 6, column 1/);
  });
});
