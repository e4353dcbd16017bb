import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {AsyncOrg, START} from './async-org.ts';

describe('Asynchronous work of an org', () => {
  it('is thrown out where it meets what the org lacks, and its row says so', () => {
    const org = new AsyncOrg({
      'LackJob.cls':
        'public class LackJob implements Queueable { public void execute(QueueableContext context) { System.requestVersion(); } }',
    });
    assert.throws(() => org.run('System.enqueueJob(new LackJob());'), {code: 'U300'});
    assert.match(
      org.run('AsyncApexJob job = [SELECT Status, ExtendedStatus FROM AsyncApexJob]; System.debug(job.Status + job.ExtendedStatus);')[0] ??
        '',
      /^Failed.*requestVersion/,
    );
  });

  it('runs with the code that is there when it runs', () => {
    const job = (text: string): string =>
      `public class TextJob implements Queueable { private List<String> parts = new List<String>{'kept'}; public void execute(QueueableContext context) { insert new Note__c(Text__c = '${text} ' + parts); } }`;
    const org = new AsyncOrg({'TextJob.cls': job('old')});
    org.run('System.enqueueJob(new TextJob(), 5);');
    const source = {name: 'TextJob', path: 'app/code/TextJob.cls', source: job('new'), apiVersion: '66.0', status: 'Active' as const};
    assert.deepEqual(org.org.deployCode({classes: [source], triggers: []}), []);
    org.clock.moveTo(START + 300_000);
    org.org.runDueJobs();
    assert.deepEqual(org.notes(), ['new (kept)']);
  });

  it('can not be started from within a transaction', () => {
    const {org} = new AsyncOrg();
    assert.throws(() => {
      org.transaction({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => {
        org.runDueJobs();
      });
    }, /between transactions/);
  });

  it('is part of what the API answers with where a request publishes several events', () => {
    const {org} = new AsyncOrg();
    const {body} = org.handle({
      method: 'POST',
      path: '/services/data/v66.0/composite/sobjects',
      body: JSON.stringify({records: [{attributes: {type: 'Order__e'}, Number__c: '1'}, {attributes: {type: 'Order__e'}}]}),
      user: 'admin@local.test',
    });
    assert.match(body, /"success":true,"errors":\[\{"statusCode":"OPERATION_ENQUEUED"/);
    assert.match(body, /"success":false,"errors":\[\{"statusCode":"REQUIRED_FIELD_MISSING"/);
  });
});
