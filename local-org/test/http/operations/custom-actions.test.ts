import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import {OTHER, RestOrg, USER} from '../rest-org.ts';

const META = '<ApexClass><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>';
const classes = (sources: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(sources).flatMap(([name, source]) => [
      [`app/classes/${name}.cls`, source],
      [`app/classes/${name}.cls-meta.xml`, META],
    ]),
  );

const rest = new RestOrg({
  ...classes({
    Grade: `public with sharing class Grade {
      @InvocableMethod(label='Grade a Note' description='Says what a note is worth.' category='Notes')
      public static List<Result> grade(List<Request> requests) {
        List<Result> results = new List<Result>();
        for (Request request : requests) {
          if (request.text == 'fail') { insert new Note__c(Text__c = 'left', Key__c = 'left'); Integer zero = 0; Integer broken = 1 / zero; }
          if (request.text != 'none') results.add(new Result(request));
        }
        return results;
      }
      public class Request {
        @InvocableVariable(label='The Text' description='What it says.' required=true) public String text;
        @InvocableVariable public Decimal weight = 2;
        @InvocableVariable public List<String> tags;
        @InvocableVariable public Datetime moment;
        public String inside;
      }
      public class Result {
        @InvocableVariable(label='Worth') public Decimal worth;
        @InvocableVariable public List<String> tags;
        @InvocableVariable public Datetime moment;
        @InvocableVariable public String byWhom;
        public String inside = 'not told';
        public Result(Request request) {
          worth = request.weight * request.text.length();
          tags = request.tags;
          moment = request.moment;
          byWhom = UserInfo.getUserName();
        }
      }
    }`,
    Doubling: `public class Doubling {
      @InvocableMethod public static List<Integer> twice(List<Integer> numbers) {
        List<Integer> doubled = new List<Integer>();
        for (Integer each : numbers) doubled.add(each * 2);
        return doubled;
      }
    }`,
    Touch: `public class Touch { @InvocableMethod public static void touch() { insert new Note__c(Text__c = 'touched', Key__c = 'touched'); } }`,
    Closed: `public class Closed { @InvocableMethod public static void run() { } }`,
    Plain: `public class Plain { public static void run() { } }`,
    Recording: `public class Recording { @InvocableMethod public static List<Note__c> run(List<String> texts) {
      return new List<Note__c>{new Note__c(Text__c = texts[0])}; } }`,
  }),
  'app/permissionsets/Actions.permissionset-meta.xml': `<PermissionSet><label>Actions</label>${['Grade', 'Doubling', 'Touch', 'Recording']
    .map((name) => `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`)
    .join('')}</PermissionSet>`,
});
rest.apex(`insert new PermissionSetAssignment(
  AssigneeId = [SELECT Id FROM User WHERE Username = '${USER}'].Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Actions'].Id);`);

const PATH = 'actions/custom/apex';
const invoke = (name: string, body: unknown, user = USER) => rest.request('POST', `${PATH}/${name}`, body, user);
const outcome = (actionName: string, outputValues: unknown) => ({
  actionName,
  errors: null,
  invocationId: null,
  isSuccess: true,
  outcome: null,
  outputValues,
  sortOrder: -1,
  version: 1,
});
const failure = (actionName: string, statusCode: string, message: string) => ({
  ...outcome(actionName, null),
  errors: [{statusCode, message, fields: []}],
  isSuccess: false,
});

describe('actions/custom/apex', () => {
  it('is the one kind of custom actions', () => {
    assert.deepEqual(rest.request('GET', 'actions/custom').body, {apex: '/services/data/v66.0/actions/custom/apex'});
  });

  it('lists the actions whose classes the user may access', () => {
    const {body} = rest.request('GET', PATH);
    const names = (body as {actions: {name: string}[]}).actions.map(({name}) => name);
    assert.deepEqual(names, ['Doubling', 'Grade', 'Recording', 'Touch']);
    assert.deepEqual((body as {actions: unknown[]}).actions[1], {
      label: 'Grade a Note',
      name: 'Grade',
      type: 'APEX',
      url: '/services/data/v66.0/actions/custom/apex/Grade',
    });
    assert.deepEqual(rest.request('GET', PATH, undefined, OTHER).body, {actions: []});
  });

  it('describes inputs and outputs by the annotated variables', () => {
    const {body} = rest.request('GET', `${PATH}/Grade`);
    const {inputs, outputs, ...action} = body as Record<string, unknown> & {inputs: {name: string}[]; outputs: {name: string}[]};
    assert.deepEqual(action, {
      description: 'Says what a note is worth.',
      label: 'Grade a Note',
      name: 'Grade',
      standard: false,
      targetEntityName: null,
      type: 'APEX',
    });
    assert.deepEqual(
      inputs.map(({name}) => name),
      ['text', 'weight', 'tags', 'moment'],
    );
    assert.deepEqual(inputs[0], {
      byteLength: 0,
      description: 'What it says.',
      label: 'The Text',
      maxOccurs: 1,
      name: 'text',
      picklistValues: null,
      type: 'STRING',
      required: true,
      sobjectType: null,
    });
    assert.equal((inputs[2] as unknown as {maxOccurs: number}).maxOccurs, 2000);
    assert.deepEqual(outputs[0], {description: null, label: 'Worth', maxOccurs: 1, name: 'worth', picklistValues: null, type: 'DECIMAL'});
    assert.equal(rest.request('GET', `${PATH}/Closed`).status, 404);
    assert.equal(rest.request('GET', `${PATH}/Plain`).status, 404);
  });

  it('hands the inputs over together and answers each', () => {
    const moment = '2026-04-03T10:00:00Z';
    const {status, body} = invoke('Grade', {inputs: [{text: 'four', weight: 0.84, tags: ['a', 'b'], moment}, {text: 'one'}]});
    assert.equal(status, 200);
    assert.deepEqual(body, [
      outcome('grade', {worth: 3.36, tags: ['a', 'b'], moment: '2026-04-03T10:00:00.000+0000', byWhom: USER}),
      outcome('grade', {worth: 6, tags: null, moment: null, byWhom: USER}),
    ]);
  });

  it('names single values by the parameter, and what comes back "output"', () => {
    assert.deepEqual(invoke('doubling', {inputs: [{numbers: 4}, {numbers: 5}]}).body, [
      outcome('twice', {output: 8}),
      outcome('twice', {output: 10}),
    ]);
  });

  it('calls methods that take and give nothing', () => {
    assert.deepEqual(invoke('Touch', {inputs: [{}]}), {status: 200, body: [outcome('touch', null)]});
    assert.equal(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'touched'").length, 1);
  });

  it('asks for required inputs before it calls anything', () => {
    const refusal = failure('grade', 'REQUIRED_FIELD_MISSING', 'Missing required input parameter: text');
    assert.deepEqual(invoke('Grade', {inputs: [{weight: 1}, {text: null}]}), {status: 400, body: [refusal, refusal]});
  });

  it('undoes everything where an exception is caught by nobody', () => {
    const {status, body} = invoke('Grade', {inputs: [{text: 'one'}, {text: 'fail'}]});
    const failed = failure('grade', 'UNKNOWN_EXCEPTION', 'An Apex error occurred: System.MathException: Divide by 0');
    assert.deepEqual({status, body}, {status: 400, body: [failed, failed]});
    assert.deepEqual(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'left'"), []);
  });

  it('knows no action that no class has, and none of a class that the user may not access', () => {
    assert.deepEqual(invoke('Plain', {inputs: [{}]}), {
      status: 404,
      body: [{errorCode: 'NOT_FOUND', message: 'The requested resource does not exist'}],
    });
    assert.deepEqual(invoke('Closed', {inputs: [{}]}), {
      status: 403,
      body: [{errorCode: 'FORBIDDEN', message: 'You do not have access to the Apex class named: Closed'}],
    });
    assert.equal(invoke('Closed', {inputs: [{}]}, rest.org.administratorId).status, 200);
  });

  it('refuses what is no JSON, and values of another type', () => {
    for (const body of ['{"inputs": [', '', {inputs: [{text: {}}]}]) {
      const answer = invoke('Grade', body);
      assert.deepEqual([answer.status, (answer.body as {errorCode: string}[])[0]?.errorCode], [400, 'JSON_PARSER_ERROR']);
    }
  });

  it('refuses what no document says how the platform answers', () => {
    const unclear = [
      {},
      {inputs: []},
      {inputs: ['text']},
      {inputs: [{text: 'one', unknown: 1}]},
      {inputs: [{text: 'one'}, {}]},
      {inputs: [{text: 'one', weight: 'high'}]},
      {inputs: [{text: 'none'}]},
    ];
    for (const body of unclear) assert.equal(invoke('Grade', body).status, 501, JSON.stringify(body));
    assert.equal(invoke('Recording', {inputs: [{texts: 'one'}]}).status, 501);
  });
});
