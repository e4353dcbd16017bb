import assert from 'node:assert/strict';
import {test} from 'node:test';
import {Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';
import {leftOutTests} from '../../src/testing/left-out-tests.ts';

const CLASSES = {
  'Broken.cls': 'public class Broken { Nothing field; }',
  'BrokenTest.cls': '@IsTest class BrokenTest { @IsTest static void a() { Nothing b; } static testMethod void c() {} static void d() {} }',
  'NeedingTest.cls': '@IsTest class NeedingTest { @IsTest static void a() { new Broken(); } }',
  'GoodTest.cls': '@IsTest class GoodTest { @IsTest static void a() {} }',
};

test('the tests of classes that do not compile are left out, and of those that need one', () => {
  const org = new Org({project: loadProject(['.'], {fileSystem: memoryFileSystem(CLASSES)})});
  assert.deepEqual(leftOutTests(org), [
    {class: 'BrokenTest', method: 'a', reason: 'E203 Invalid type: Nothing'},
    {class: 'BrokenTest', method: 'c', reason: 'E203 Invalid type: Nothing'},
    {class: 'NeedingTest', method: 'a', reason: 'needs a class that does not compile'},
  ]);
});
