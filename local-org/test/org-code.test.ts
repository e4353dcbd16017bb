import assert from 'node:assert/strict';
import {mkdtempSync, readdirSync, readFileSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {suite, test} from 'node:test';
import type {ApexClassSource} from '../src/project/model.ts';
import {orgWith, output, run} from './run-apex.ts';

function source(name: string, text: string): ApexClassSource {
  return {name, path: `${name}.cls`, source: text, apiVersion: '66.0', status: 'Active'};
}

const GREETER = 'public class Greeter { public static String hello() { return Words.word(); } }';

suite('deploying code', () => {
  test('replaces a class for all that use it, and keeps the rows', () => {
    const org = orgWith({'Greeter.cls': GREETER, 'Words.cls': "public class Words { public static String word() { return 'old'; } }"});
    assert.deepEqual(output("insert new Account(Name = 'kept'); System.debug(Greeter.hello());", org), ['old']);
    assert.deepEqual(
      org.deployCode({classes: [source('WORDS', "public class Words { public static String word() { return 'new'; } }")], triggers: []}),
      [],
    );
    assert.deepEqual(output('System.debug(Greeter.hello()); System.debug([SELECT Name FROM Account].Name);', org), ['new', 'kept']);
  });
  test('with an error changes nothing', () => {
    const org = orgWith({'Greeter.cls': GREETER, 'Words.cls': "public class Words { public static String word() { return 'old'; } }"});
    const diagnostics = org.deployCode({
      classes: [source('Words', 'public class Words { }'), source('Extra', 'public class Extra { }')],
      triggers: [],
    });
    assert.deepEqual(
      diagnostics.map(({path, code}) => `${path} ${code}`),
      ['force-app/classes/Greeter.cls E202'],
    );
    assert.deepEqual(output('System.debug(Greeter.hello());', org), ['old']);
    assert.throws(() => output('Extra e;', org), /Extra/);
  });
  test('leaves the cache folder as the start of the org left it', () => {
    const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
    try {
      const org = orgWith({'Words.cls': "public class Words { public static String word() { return 'old'; } }"}, {cacheFolder: folder});
      const kept = () => readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'));
      const before = kept();
      assert.equal(before.length, 2);
      org.deployCode({classes: [source('Words', 'public class Words { }')], triggers: []});
      assert.deepEqual(kept(), before);
    } finally {
      rmSync(folder, {recursive: true});
    }
  });
  test('waits for the end of a transaction', () => {
    const org = orgWith();
    org.transaction({userId: org.administratorId, quiddity: 'ANONYMOUS'}, () => {
      assert.throws(() => org.deployCode({classes: [], triggers: []}), /between transactions/);
    });
  });
});

suite('an anonymous block', () => {
  test('tells where it does not compile', () => {
    const org = orgWith();
    const {compileProblem} = org.executeAnonymous('Integer i = 1;\nString s = i;', org.administratorId);
    assert.deepEqual([compileProblem?.line, compileProblem?.message], [2, 'Illegal assignment from Integer to String']);
  });
  test('keeps what it printed before it failed', () => {
    assert.deepEqual(run('System.debug(1);\nInteger i = 1 / 0;'), {
      log: ['1'],
      exception: 'System.MathException: Divide by 0',
      stackTrace: 'AnonymousBlock: line 2, column 1',
    });
  });
  test('commits its rows', () => {
    const org = orgWith();
    output("insert new Account(Name = 'x');", org);
    assert.deepEqual(output('System.debug([SELECT COUNT() FROM Account]);', org), ['1']);
  });
});
