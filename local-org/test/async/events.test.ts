import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, test} from './async-org.ts';

const ORDER_TRIGGER = `trigger OrderTrigger on Order__e (after insert) {
  List<Note__c> notes = new List<Note__c>();
  for (Order__e each : Trigger.new) notes.add(new Note__c(Text__c = each.Number__c));
  insert notes;
}`;
const SIGNAL_TRIGGER = `trigger SignalTrigger on Signal__e (after insert) {
  for (Signal__e each : Trigger.new) insert new Note__c(Text__c = each.Text__c);
}`;
const TRIGGERS = {'OrderTrigger.trigger': ORDER_TRIGGER, 'SignalTrigger.trigger': SIGNAL_TRIGGER};

describe('EventBus.publish', () => {
  it('says that the message was enqueued, with its UUID', () => {
    const org = new AsyncOrg();
    const [isSuccess, status, uuids] = org.run(`
      Database.SaveResult result = EventBus.publish(new Order__e(Number__c = '1'));
      System.debug(result.isSuccess());
      System.debug(result.getErrors()[0].getStatusCode());
      System.debug(result.getErrors()[0].getMessage() == EventBus.getOperationId(result) && EventBus.getOperationId(result).length() == 36);`);
    assert.deepEqual([isSuccess, status, uuids], ['true', 'OPERATION_ENQUEUED', 'true']);
  });

  it('refuses a message without a required field, beside good ones', () => {
    const org = new AsyncOrg(TRIGGERS);
    const log = org.run(`
      for (Database.SaveResult each : EventBus.publish(new List<Order__e>{new Order__e(), new Order__e(Number__c = '2')})) {
        System.debug(each.isSuccess() + ' ' + each.getErrors()[0].getStatusCode());
      }`);
    assert.deepEqual(log, ['false REQUIRED_FIELD_MISSING', 'true OPERATION_ENQUEUED']);
    assert.deepEqual(org.notes(), ['2']);
  });

  it('refuses records that are no events', () => {
    assert.match(new AsyncOrg().run('EventBus.publish(new Note__c());').join(), /^System.UnexpectedException/);
  });

  it('counts a call as a DML statement where the event waits for the commit', () => {
    const log = new AsyncOrg().run(`
      EventBus.publish(new List<Order__e>{new Order__e(Number__c = '1'), new Order__e(Number__c = '2')});
      System.debug(Limits.getDmlStatements() + ' ' + Limits.getDmlRows() + ' ' + Limits.getPublishImmediateDML());`);
    assert.deepEqual(log, ['1 0 0']);
  });

  it('counts a call against a limit of its own where the event is published immediately', () => {
    const log = new AsyncOrg().run(`
      EventBus.publish(new Signal__e());
      System.debug(Limits.getDmlStatements() + ' ' + Limits.getPublishImmediateDML() + ' of ' + Limits.getLimitPublishImmediateDML());`);
    assert.deepEqual(log, ['0 1 of 150']);
  });
});

describe('Event triggers', () => {
  it('run after the commit, in a transaction of their own', () => {
    const org = new AsyncOrg(TRIGGERS);
    const log = org.run(`
      EventBus.publish(new Order__e(Number__c = '1'));
      System.debug([SELECT COUNT() FROM Note__c]);`);
    assert.deepEqual(log, ['0']);
    assert.deepEqual(org.notes(), ['1']);
  });

  it('run as the Automated Process user, and see who published', () => {
    const org = new AsyncOrg({
      'OrderTrigger.trigger': `trigger OrderTrigger on Order__e (after insert) {
        Order__e first = Trigger.new[0];
        insert new Note__c(Text__c = UserInfo.getName() + ' ' + [SELECT Name FROM User WHERE Id = :first.CreatedById].Name + ' ' + first.Id);
      }`,
    });
    org.run("EventBus.publish(new Order__e(Number__c = '1'));");
    assert.deepEqual(org.notes(), ['Automated Process Local Administrator null']);
  });

  it('get a transaction each, with the messages in the order of their replay Ids', () => {
    const org = new AsyncOrg({
      'Counter.cls': 'public class Counter { public static Integer count = 0; }',
      'First.trigger': `trigger First on Order__e (after insert) {
        Counter.count++;
        List<String> ids = new List<String>();
        for (Order__e each : Trigger.new) ids.add(each.Number__c + '=' + each.ReplayId);
        insert new Note__c(Text__c = 'first ' + Counter.count + ' ' + String.join(ids, ' '));
      }`,
      'Second.trigger': `trigger Second on Order__e (after insert) { Counter.count++; insert new Note__c(Text__c = 'second ' + Counter.count); }`,
    });
    org.run("EventBus.publish(new List<Order__e>{new Order__e(Number__c = 'a'), new Order__e(Number__c = 'b')});");
    assert.deepEqual(org.notes(), ['first 1 a=1 b=2', 'second 1']);
  });

  it('get no message of a transaction that was rolled back', () => {
    const org = new AsyncOrg(TRIGGERS);
    org.run("EventBus.publish(new Order__e(Number__c = '1')); Integer zero = 0; Integer i = 1 / zero;");
    assert.deepEqual(org.notes(), []);
  });

  it('get no message that was published after a savepoint that was gone back to', () => {
    const org = new AsyncOrg(TRIGGERS);
    org.run(`
      EventBus.publish(new Order__e(Number__c = 'before'));
      Savepoint savepoint = Database.setSavepoint();
      EventBus.publish(new Order__e(Number__c = 'after'));
      Database.rollback(savepoint);`);
    assert.deepEqual(org.notes(), ['before']);
  });

  it('get messages that are published immediately from a transaction that was rolled back', () => {
    const org = new AsyncOrg(TRIGGERS);
    org.run("EventBus.publish(new Signal__e(Text__c = 'alarm')); Integer zero = 0; Integer i = 1 / zero;");
    assert.deepEqual(org.notes(), ['alarm']);
  });

  it('lose what they did where they throw, without harm to others', () => {
    const org = new AsyncOrg({
      ...TRIGGERS,
      'BadTrigger.trigger': `trigger BadTrigger on Order__e (after insert) { insert new Note__c(Text__c = 'lost'); Integer zero = 0; Integer i = 1 / zero; }`,
    });
    assert.deepEqual(org.run("EventBus.publish(new Order__e(Number__c = '1'));"), []);
    assert.deepEqual(org.notes(), ['1']);
  });

  it('get what other event triggers publish', () => {
    const org = new AsyncOrg({
      ...TRIGGERS,
      'Forward.trigger': `trigger Forward on Signal__e (after insert) { EventBus.publish(new Order__e(Number__c = 'forwarded'.left(5))); }`,
    });
    org.run("EventBus.publish(new Signal__e(Text__c = 'signal'));");
    assert.deepEqual(org.notes(), ['signal', 'forwa']);
  });

  it('are retried where they throw RetryableException, nine times at most', () => {
    const org = new AsyncOrg({
      'OrderTrigger.trigger': `trigger OrderTrigger on Order__e (after insert) {
        EventBus.TriggerContext context = EventBus.TriggerContext.currentContext();
        EventBus.publish(new Signal__e(Text__c = context.retries + ' ' + context.lastError));
        throw new EventBus.RetryableException('not yet');
      }`,
      'SignalTrigger.trigger': SIGNAL_TRIGGER,
    });
    org.run("EventBus.publish(new Order__e(Number__c = '1'));");
    const notes = org.notes();
    assert.equal(notes.length, 10);
    assert.deepEqual([notes[0], notes[9]], ['0 null', '9 not yet']);
  });

  it('go on after the message that they said was processed, and keep what they did until then', () => {
    const org = new AsyncOrg({
      'OrderTrigger.trigger': `trigger OrderTrigger on Order__e (after insert) {
        for (Order__e each : Trigger.new) {
          insert new Note__c(Text__c = each.Number__c + ' of ' + Trigger.new.size());
          if (each.Number__c == 'b' && Trigger.new.size() == 3) throw new IllegalArgumentException();
          EventBus.TriggerContext.currentContext().setResumeCheckpoint(each.ReplayId);
        }
      }`,
    });
    org.run(
      "List<Order__e> events = new List<Order__e>(); for (String each : new List<String>{'a', 'b', 'c'}) events.add(new Order__e(Number__c = each)); EventBus.publish(events);",
    );
    assert.deepEqual(org.notes(), ['a of 3', 'b of 2', 'c of 2']);
  });
});

describe('Inserting an event', () => {
  it('publishes it', () => {
    const org = new AsyncOrg(TRIGGERS);
    assert.deepEqual(org.run("insert new Order__e(Number__c = '1'); System.debug(Limits.getDmlRows());"), ['1']);
    assert.deepEqual(org.notes(), ['1']);
  });

  it('publishes none of a list with a bad one', () => {
    const org = new AsyncOrg(TRIGGERS);
    const log = org.run("insert new List<SObject>{new Signal__e(Text__c = 'good'), new Order__e()};");
    assert.match(log.join(), /System.DmlException: Insert failed. First exception on row 1; first error: REQUIRED_FIELD_MISSING/);
    assert.deepEqual(org.notes(), []);
  });

  it('is what a POST of the REST API does', () => {
    const org = new AsyncOrg(TRIGGERS);
    const {status, body} = org.org.handle({
      method: 'POST',
      path: '/services/data/v66.0/sobjects/Order__e',
      body: JSON.stringify({Number__c: '7'}),
      user: 'admin@local.test',
    });
    assert.equal(status, 201);
    assert.match(body, /"errors":\[\{"statusCode":"OPERATION_ENQUEUED","message":"[0-9a-f-]{36}","fields":\[\]\}\]/);
    assert.deepEqual(org.notes(), ['7']);
  });
});

describe('Events of a test', () => {
  it('wait for Test.stopTest()', () => {
    const body = `
      Test.startTest();
      EventBus.publish(new Order__e(Number__c = '1'));
      Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
      Test.stopTest();
      Assert.areEqual(1, [SELECT COUNT() FROM Note__c]);`;
    assert.equal(test(body, TRIGGERS), null);
  });

  it('are delivered on demand, each once, those of triggers by the next delivery', () => {
    const body = `
      EventBus.publish(new Signal__e(Text__c = 'signal'));
      Test.getEventBus().deliver();
      Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
      Test.getEventBus().deliver();
      Test.getEventBus().deliver();
      Assert.areEqual('forwa', [SELECT Text__c FROM Note__c].Text__c);`;
    const forward = `trigger Forward on Signal__e (after insert) { EventBus.publish(new Order__e(Number__c = 'forwarded'.left(5))); }`;
    assert.equal(test(body, {'OrderTrigger.trigger': ORDER_TRIGGER, 'Forward.trigger': forward}), null);
  });

  it('are never delivered where the test ends before', () => {
    // What the org lacks ends a test as nothing else does, so that a delivery would show.
    const trigger = 'trigger OrderTrigger on Order__e (after insert) { System.requestVersion(); }';
    const publish = "EventBus.publish(new Order__e(Number__c = '1'));";
    assert.equal(test(publish, {'OrderTrigger.trigger': trigger}), null);
    assert.match(test(`${publish} Test.getEventBus().deliver();`, {'OrderTrigger.trigger': trigger}) ?? '', /U300/);
  });

  it('reach triggers with fresh statics', () => {
    const sources = {
      'Flag.cls': 'public class Flag { public static Boolean isSet = false; }',
      'OrderTrigger.trigger':
        'trigger OrderTrigger on Order__e (after insert) { insert new Note__c(Text__c = String.valueOf(Flag.isSet)); Flag.isSet = true; }',
    };
    const body = `
      Flag.isSet = true;
      EventBus.publish(new Order__e(Number__c = '1'));
      Test.getEventBus().deliver();
      Assert.areEqual('false', [SELECT Text__c FROM Note__c].Text__c);
      Assert.areEqual(true, Flag.isSet);`;
    assert.equal(test(body, sources), null);
  });

  it('are delivered again where a trigger asks for it', () => {
    const trigger = `trigger OrderTrigger on Order__e (after insert) {
      if (EventBus.TriggerContext.currentContext().retries < 1) throw new EventBus.RetryableException('again');
      insert new Note__c(Text__c = EventBus.TriggerContext.currentContext().lastError);
    }`;
    const body = `
      EventBus.publish(new Order__e(Number__c = '1'));
      Test.getEventBus().deliver();
      Assert.areEqual(0, [SELECT COUNT() FROM Note__c]);
      Test.getEventBus().deliver();
      Assert.areEqual('again', [SELECT Text__c FROM Note__c].Text__c);`;
    assert.equal(test(body, {'OrderTrigger.trigger': trigger}), null);
  });
});

describe('A publish callback', () => {
  const callback = {
    'Callback.cls': `public class Callback implements EventBus.EventPublishSuccessCallback, EventBus.EventPublishFailureCallback {
      public void onSuccess(EventBus.SuccessResult result) { insert new Note__c(Text__c = 'published ' + result.getEventUuids().size()); }
      public void onFailure(EventBus.FailureResult result) { insert new Note__c(Text__c = 'failed ' + result.getEventUuids().size()); }
    }`,
  };

  it('hears of messages that were published', () => {
    const org = new AsyncOrg(callback);
    const log = org.run("System.debug(EventBus.publish(new Order__e(Number__c = '1'), new Callback()).getErrors()[0].getStatusCode());");
    assert.deepEqual(log, ['OPERATION_WITH_CALLBACK_ENQUEUED']);
    assert.deepEqual(org.notes(), ['published 1']);
  });

  it('hears of messages that a test lets fail', () => {
    const body = `
      EventBus.publish(new List<Order__e>{new Order__e(Number__c = '1'), new Order__e(Number__c = '2')}, new Callback());
      Test.getEventBus().fail();
      Test.getEventBus().deliver();
      Assert.areEqual('failed 2', [SELECT Text__c FROM Note__c].Text__c);`;
    assert.equal(test(body, callback), null);
  });
});
