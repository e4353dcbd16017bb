import assert from 'node:assert/strict';
import {test} from 'node:test';
import {UnsupportedError} from '../../../src/apex/runtime/unsupported.ts';
import {orgWith, output, run} from '../../run-apex.ts';

const flow = (status: string, start: string): string =>
  `<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><label>F</label><processType>AutoLaunchedFlow</processType><status>${status}</status><start>${start}</start></Flow>`;
const started = (object: string, trigger: string, operations = ''): string =>
  `<object>${object}</object>${operations === '' ? '' : `<recordTriggerType>${operations}</recordTriggerType>`}<triggerType>${trigger}</triggerType>`;
const of = (files: Readonly<Record<string, string>>) =>
  orgWith(Object.fromEntries(Object.entries(files).map(([name, text]) => [`flows/${name}.flow-meta.xml`, text])));

const NEW_LEAD = "insert new Lead(LastName = 'a', Company = 'c');";

test('a save that would start a flow is refused, and names the flow', () => {
  const org = of({Route_Lead: flow('Active', started('Lead', 'RecordAfterSave', 'Create'))});
  assert.throws(() => run(NEW_LEAD, org), new UnsupportedError('U403 The flow Route_Lead runs on insert of Lead, which is not supported.'));
});

test('a save that starts no flow is done', () => {
  const org = of({
    On_Update: flow('Active', started('Lead', 'RecordBeforeSave', 'Update')),
    Inactive: flow('Draft', started('Lead', 'RecordAfterSave', 'Create')),
    Other: flow('Active', started('Account', 'RecordAfterSave', 'CreateAndUpdate')),
    Scheduled: flow('Active', started('Lead', 'Scheduled')),
  });
  assert.deepEqual(output(`${NEW_LEAD} System.debug([SELECT COUNT() FROM Lead]);`, org), ['1']);
  assert.throws(() => run('Lead lead = [SELECT Id FROM Lead LIMIT 1]; update lead;', org), /The flow On_Update runs on update of Lead/);
});

test('a flow after the save is refused only where something is saved', () => {
  const org = of({F: flow('Active', started('Lead', 'RecordAfterSave', 'Create'))});
  const {exception} = run("insert new Lead(LastName = 'a');", org);
  assert.match(exception ?? '', /REQUIRED_FIELD_MISSING/);
});

test('flows before deletions and processes of Process Builder are refused too', () => {
  const process =
    '<Flow xmlns="http://soap.sforce.com/2006/04/metadata"><label>P</label><processType>Workflow</processType><status>Active</status>' +
    '<processMetadataValues><name>ObjectType</name><value><stringValue>Account</stringValue></value></processMetadataValues>' +
    '<processMetadataValues><name>TriggerType</name><value><stringValue>onAllChanges</stringValue></value></processMetadataValues></Flow>';
  const org = of({D: flow('Active', started('Lead', 'RecordBeforeDelete', 'Delete')), P: process});
  assert.throws(() => run(`${NEW_LEAD} delete [SELECT Id FROM Lead];`, org), /The flow D runs on delete of Lead/);
  assert.throws(() => run("insert new Account(Name = 'a');", org), /The flow P runs on insert of Account/);
});

test('check lists the flows for which saves are refused', () => {
  const {diagnostics} = of({Route_Lead: flow('Active', started('Lead', 'RecordAfterSave', 'CreateAndUpdate'))});
  assert.deepEqual(
    diagnostics.map(({code, message}) => `${code} ${message}`),
    ['U403 The flow Route_Lead runs on insert and update of Lead, which is not supported: such DML is refused'],
  );
});

test('workflow rules that change records are refused, and others are not', () => {
  const rule = (name: string, active: boolean, type: string): string =>
    `<rules><fullName>${name}</fullName><actions><name>A</name><type>${type}</type></actions><active>${String(active)}</active><triggerType>onCreateOnly</triggerType></rules>`;
  const workflow = (...rules: readonly string[]) =>
    orgWith({
      'workflows/Lead.workflow-meta.xml': `<Workflow xmlns="http://soap.sforce.com/2006/04/metadata">${rules.join('')}</Workflow>`,
    });
  const refused = workflow(rule('Alert', true, 'Alert'), rule('Rate', true, 'FieldUpdate'));
  assert.throws(() => run(NEW_LEAD, refused), /The workflow rule Rate runs on insert of Lead/);
  assert.deepEqual(
    refused.diagnostics.map(({code}) => code),
    ['U403'],
  );
  assert.equal(run(NEW_LEAD, workflow(rule('Alert', true, 'Alert'), rule('Rate', false, 'FieldUpdate'))).exception, null);
});
