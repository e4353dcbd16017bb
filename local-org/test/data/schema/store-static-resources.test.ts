import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Org} from '../../../src/org.ts';
import {memoryFileSystem} from '../../../src/project/file-system.ts';
import {loadProject} from '../../../src/project/load-project.ts';
import {runTests} from '../../../src/testing/run-tests.ts';
import {testSelection} from '../../../src/testing/selection.ts';

const META = '<StaticResource><contentType>application/json</contentType><cacheControl>Public</cacheControl></StaticResource>';
const FILES = {
  'staticresources/Answer.json': '{"a": 1}',
  'staticresources/Answer.resource-meta.xml': META,
  'staticresources/Archive/a.txt': 'a',
  'staticresources/Archive.resource-meta.xml': META,
  'classes/ResourceTest.cls': `@IsTest class ResourceTest {
    @IsTest static void areQueried() {
      StaticResource answer = [SELECT Body, BodyLength, ContentType FROM StaticResource WHERE Name = 'Answer'];
      System.assertEquals('{"a": 1}', answer.Body.toString());
      System.assertEquals(8, answer.BodyLength);
      System.assertEquals('application/json', answer.ContentType);
    }
    @IsTest static void answerCallouts() {
      StaticResourceCalloutMock mock = new StaticResourceCalloutMock();
      mock.setStaticResource('Answer');
      mock.setStatusCode(200);
      mock.setHeader('Content-Type', 'application/json');
      Test.setMock(HttpCalloutMock.class, mock);
      HttpResponse response = new Http().send(new HttpRequest());
      System.assertEquals('200 {"a": 1} application/json', response.getStatusCode() + ' ' + response.getBody() + ' ' + response.getHeader('Content-Type'));
    }
    @IsTest static void answerCalloutsByEndpoint() {
      MultiStaticResourceCalloutMock mock = new MultiStaticResourceCalloutMock();
      mock.setStaticResource('https://a', 'Answer');
      mock.setStatusCode(200);
      Test.setMock(HttpCalloutMock.class, mock);
      HttpRequest request = new HttpRequest();
      request.setEndpoint('https://a');
      System.assertEquals('{"a": 1}', new Http().send(request).getBody());
    }
    @IsTest static void archivesAreNotPacked() {
      StaticResource archive = [SELECT Body FROM StaticResource WHERE Name = 'Archive'];
      archive.Body.size();
    }
  }`,
};

const org = new Org({project: loadProject(['.'], {fileSystem: memoryFileSystem(FILES)})});
const results = new Map(runTests(org, testSelection([]), () => undefined).map((result) => [result.method, result]));

for (const [method, name] of [
  ['areQueried', 'static resources are rows with their content'],
  ['answerCallouts', 'a static resource answers callouts'],
  ['answerCalloutsByEndpoint', 'static resources answer callouts by endpoint'],
] as const) {
  test(name, () => assert.equal(results.get(method)?.message, ''));
}

test('the content of an unpacked archive is refused when it is read', () => {
  assert.equal(results.get('archivesAreNotPacked')?.outcome, 'Unsupported');
  assert.match(results.get('archivesAreNotPacked')?.message ?? '', /U313 .*Archive/);
});
