import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {projectOrg} from './apex-tests.ts';

const org = projectOrg({
  'cachePartitions/main.cachePartition-meta.xml':
    '<PlatformCachePartition><isDefaultPartition>true</isDefaultPartition><masterLabel>Main</masterLabel></PlatformCachePartition>',
});
const run = (source: string) => org.executeAnonymous(source, org.administratorId);
const log = (source: string): readonly string[] => {
  const {log: lines, exception, compileProblem} = run(source);
  assert.equal(exception ?? compileProblem, null);
  return lines;
};

suite('the platform cache', () => {
  test('keeps what a transaction put into it', () => {
    log("Cache.Org.put('kept', 1);");
    assert.deepEqual(log("System.debug(Cache.Org.get('kept'));"), ['1']);
  });
  test('forgets what a transaction put into it that failed', () => {
    assert.notEqual(run("Cache.Org.put('lost', 1); Integer i = 1 / 0;").exception, null);
    assert.deepEqual(log("System.debug(Cache.Org.get('lost'));"), ['null']);
  });
  test('has no session in anonymous code', () => {
    assert.match(run("Cache.Session.put('a', 1);").exception?.message ?? '', /^Cache\.Session\.SessionCacheNoSessionException/);
  });
});
