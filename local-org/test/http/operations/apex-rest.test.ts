import assert from 'node:assert/strict';
import {describe, it} from 'node:test';
import type {HttpMethod} from '../../../src/http/api.ts';
import {OTHER, RestOrg, USER} from '../rest-org.ts';

const resource = (name: string, mapping: string, members: string): Record<string, string> => ({
  [`app/classes/${name}.cls`]: `@RestResource(urlMapping='${mapping}') global with sharing class ${name} { ${members} }`,
  [`app/classes/${name}.cls-meta.xml`]: '<ApexClass><apiVersion>66.0</apiVersion><status>Active</status></ApexClass>',
});

const say = (text: string): string => `@HttpGet global static String doGet() { return '${text}'; }`;

const rest = new RestOrg({
  ...resource(
    'EchoResource',
    '/echo/*',
    `@HttpPost global static void doPost() {
       RestRequest request = RestContext.request;
       RestContext.response.statusCode = 201;
       RestContext.response.addHeader('X-Echo', request.headers.get('X-Sent'));
       RestContext.response.responseBody = Blob.valueOf(JSON.serialize(new List<String>{
         request.httpMethod, request.requestURI, request.resourcePath, request.params.get('q'), request.requestBody.toString(), UserInfo.getUserName()}));
     }
     @HttpGet global static Map<String, Integer> doGet() { return new Map<String, Integer>{'answer' => 42, 'none' => null}; }
     @HttpPut global static void doPut() { }
     @HttpDelete global static void doDelete() {
       insert new Note__c(Text__c = 'left', Key__c = 'left');
       Integer zero = 0;
       Integer broken = 1 / zero;
     }
     @HttpPatch global static String doPatch(String name) { return name; }`,
  ),
  ...resource('ShortResource', '/short', say('exact')),
  ...resource('ShorterResource', '/s/*', say('short')),
  ...resource('LongerResource', '/s/long/*', say('long')),
  ...resource('ExactResource', '/s/long/exact', say('exact')),
  ...resource('MiddleResource', '/middle/*/end', say('middle')),
  ...resource('ClosedResource', '/closed', say('closed')),
  'app/permissionsets/Rest.permissionset-meta.xml': `<PermissionSet><label>Rest</label>${[
    'EchoResource',
    'ShortResource',
    'ShorterResource',
    'LongerResource',
    'ExactResource',
    'MiddleResource',
  ]
    .map((name) => `<classAccesses><apexClass>${name}</apexClass><enabled>true</enabled></classAccesses>`)
    .join('')}</PermissionSet>`,
});
rest.apex(`insert new PermissionSetAssignment(
  AssigneeId = [SELECT Id FROM User WHERE Username = '${USER}'].Id, PermissionSetId = [SELECT Id FROM PermissionSet WHERE Name = 'Rest'].Id);`);

function call(method: HttpMethod, path: string, body = '', user = USER) {
  const answer = rest.org.handle({method, path: `/services/apexrest${path}`, headers: {'X-Sent': 'header'}, body, user});
  return {...answer, json: answer.body === '' ? null : (JSON.parse(answer.body) as unknown)};
}

describe('Apex REST', () => {
  it('hands the request over and sends the response back', () => {
    const {status, headers, json} = call('POST', '/echo/a/b/?q=1%202', 'körper');
    assert.equal(status, 201);
    assert.equal(headers['x-echo'], 'header');
    assert.deepEqual(json, ['POST', '/echo/a/b/', '/services/apexrest/echo/*', '1 2', 'körper', USER]);
  });

  it('answers with what the method returns', () => {
    const {status, headers, json} = call('GET', '/echo/');
    assert.equal(status, 200);
    assert.match(headers['content-type'] ?? '', /^application\/json/);
    assert.deepEqual(json, {answer: 42, none: null});
  });

  it('answers with nothing where the method sets nothing', () => {
    assert.deepEqual([call('PUT', '/echo/').status, call('PUT', '/echo/').body], [200, '']);
  });

  it('undoes everything and says where an exception comes from that nobody caught', () => {
    const {status, json} = call('DELETE', '/echo/1');
    assert.equal(status, 500);
    assert.deepEqual(json, [
      {errorCode: 'APEX_ERROR', message: 'System.MathException: Divide by 0\n\nClass.EchoResource.doDelete: line 13, column 1'},
    ]);
    assert.deepEqual(rest.query("SELECT Id FROM Note__c WHERE Key__c = 'left'"), []);
  });

  it('prefers an exact mapping, then the longest', () => {
    assert.equal(call('GET', '/s/long/exact').json, 'exact');
    assert.equal(call('GET', '/s/long/other').json, 'long');
    assert.equal(call('GET', '/s/other').json, 'short');
    assert.equal(call('GET', '/short').json, 'exact');
  });

  it('regards the case of mappings', () => {
    assert.equal(call('GET', '/Short').status, 404);
  });

  it('knows no resource that no class maps', () => {
    assert.deepEqual(call('GET', '/nothing').json, [{errorCode: 'NOT_FOUND', message: 'Could not find a match for URL'}]);
    assert.equal(call('GET', '/short/more').status, 404);
  });

  it('names the methods that a resource takes', () => {
    const {status, json} = call('POST', '/short');
    assert.equal(status, 405);
    assert.deepEqual(json, [{errorCode: 'METHOD_NOT_ALLOWED', message: "HTTP Method 'POST' not allowed. Allowed are GET"}]);
  });

  it('asks for access to the class', () => {
    assert.equal(call('GET', '/closed').status, 403);
    assert.equal(call('GET', '/short', '', OTHER).status, 403);
    assert.equal(call('GET', '/closed', '', rest.org.administratorId).json, 'closed');
  });

  it('refuses what it lacks', () => {
    assert.equal(call('PATCH', '/echo/', '{"name":"x"}').status, 501);
    assert.equal(call('GET', '/middle/1/end').status, 501);
  });
});
