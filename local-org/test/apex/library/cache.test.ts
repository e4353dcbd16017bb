import {suite} from 'node:test';
import {mustPass, projectOrg} from '../../apex-tests.ts';

const partition = (label: string, isDefault: boolean): string =>
  `<PlatformCachePartition><isDefaultPartition>${String(isDefault)}</isDefaultPartition><masterLabel>${label}</masterLabel></PlatformCachePartition>`;

/** Apex Reference Guide, "Org Class", "Partition Class", "CacheBuilder Interface"; Apex Developer Guide, "Platform Cache". */
const FILES = {
  'cachePartitions/main.cachePartition-meta.xml': partition('Main', true),
  'cachePartitions/second.cachePartition-meta.xml': partition('Second', false),
  'classes/Loader.cls': `public class Loader implements Cache.CacheBuilder {
    public static Integer loads = 0;
    public Object doLoad(String key) { loads++; return new List<String>{key}; }
  }`,
  'classes/CacheTest.cls': `@IsTest class CacheTest {
    class Kept { public String name; transient public String forgotten; public Kept self; }

    @IsTest static void aValueIsCopiedInAndOut() {
      List<Integer> numbers = new List<Integer>{1};
      Cache.Org.put('local.main.numbers', numbers);
      numbers.add(2);
      List<Integer> cached = (List<Integer>) Cache.Org.get('local.main.numbers');
      System.assertEquals(new List<Integer>{1}, cached);
      cached.add(3);
      System.assertEquals(new List<Integer>{1}, (List<Integer>) Cache.Org.get('local.main.numbers'));
    }
    @IsTest static void transientVariablesAreNotKept() {
      Kept kept = new Kept();
      kept.name = 'n';
      kept.forgotten = 'f';
      kept.self = kept;
      Cache.Org.put('kept', kept);
      Kept found = (Kept) Cache.Org.get('kept');
      System.assertEquals('n', found.name);
      System.assertEquals(null, found.forgotten);
      System.assert(found.self === found && found !== kept);
    }
    @IsTest static void aKeyWithoutPartitionMeansTheDefaultOne() {
      Cache.Org.put('a', 1);
      System.assertEquals(1, Cache.Org.getPartition('local.main').get('a'));
      System.assertEquals(false, Cache.Org.getPartition('local.second').contains('a'));
      System.assertEquals('local.main', Cache.Org.getName());
    }
    @IsTest static void orgAndSessionAreApart() {
      Cache.Session.put('a', 1);
      System.assertEquals(null, Cache.Org.get('a'));
      System.assertEquals(1, Cache.Session.get('a'));
    }
    @IsTest static void keysAreListedAndRemoved() {
      Cache.OrgPartition p = Cache.Org.getPartition('local.main');
      p.put('a', 1, 300);
      p.put('A', 2, 300);
      System.assertEquals(2, p.getNumKeys());
      System.assertEquals(new Set<String>{'a', 'A'}, p.getKeys());
      System.assertEquals(true, p.remove('a'));
      System.assertEquals(false, p.remove('a'));
      System.assertEquals(2, p.get('A'));
    }
    @IsTest static void aBuilderLoadsWhatIsMissing() {
      Cache.Partition p = Cache.Org.getPartition('local.main');
      System.assertEquals(new List<String>{'x'}, (List<String>) p.get(Loader.class, 'x'));
      System.assertEquals(new List<String>{'x'}, (List<String>) p.get(Loader.class, 'x'));
      System.assertEquals(1, Loader.loads);
      System.assert(p.remove(Loader.class, 'x'));
      p.get(Loader.class, 'x');
      System.assertEquals(2, Loader.loads);
    }
    @IsTest static void timesToLiveHaveBounds() {
      try {
        Cache.Org.put('a', 1, 299);
        System.assert(false);
      } catch (Cache.InvalidParamException e) {
        System.assertEquals(false, Cache.Org.contains('a'));
      }
    }
    @IsTest static void keysAreAlphanumeric() {
      try {
        Cache.Org.put('a-b', 1);
        System.assert(false);
      } catch (Cache.InvalidParamException e) {
        System.assertEquals('Cache.InvalidParamException', e.getTypeName());
      }
    }
    @IsTest static void aPartitionMustExist() {
      try {
        Cache.Org.getPartition('local.nothing');
        System.assert(false);
      } catch (Cache.Org.OrgCacheException e) {
        System.assertEquals('Cache.Org.OrgCacheException', e.getTypeName());
      }
    }
    @IsTest static void partitionsAreRows() {
      System.assertEquals('Second', [SELECT MasterLabel FROM PlatformCachePartition WHERE DeveloperName = 'second'].MasterLabel);
    }
  }`,
};

suite('the platform cache', () => {
  mustPass(projectOrg(FILES));
});
