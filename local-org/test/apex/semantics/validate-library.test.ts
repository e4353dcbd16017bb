import assert from 'node:assert/strict';
import {test} from 'node:test';
import {libraryClasses} from '../../../src/apex/library/index.ts';
import {validateLibrary} from '../../../src/apex/semantics/validate-library.ts';
import {someUniverse} from './some-universe.ts';

const universe = someUniverse('public class String { }');

function members(...keys: readonly string[]): Record<string, null> {
  return Object.fromEntries(keys.map((key) => [key, null]));
}

test('methods, constructors, accessors and the methods of custom settings are known', () => {
  validateLibrary(
    [
      {name: 'System.String', members: members('split(String,Integer)')},
      {name: 'System.List', members: members('<init>(Set<T>)', 'sort(Comparator<T>)')},
      {name: 'System.RestContext', members: members('get request', 'set request')},
      {name: 'Database.DMLOptions.EmailHeader', members: members('get TriggerUserEmail')},
      {name: 'System.HierarchyCustomSetting', members: members('getOrgDefaults()')},
    ],
    universe,
  );
});

test('what the platform lacks is named, with what was probably meant', () => {
  assert.throws(
    () => {
      validateLibrary(
        [
          {name: 'System.String', members: members('split(Integer)', 'trim()')},
          {name: 'System.Nonsense', members: {}},
        ],
        universe,
      );
    },
    (error: Error) => {
      assert.match(error.message, /System\.String: split\(Integer\) \(there is split\(String\), split\(String,Integer\)\)/);
      assert.match(error.message, /System\.Nonsense: the platform has no such class/);
      assert.doesNotMatch(error.message, /trim/);
      return true;
    },
  );
});

test('members of a superclass belong to the superclass', () => {
  assert.throws(() => validateLibrary([{name: 'System.DmlException', members: members('getMessage()')}], universe), /getMessage/);
});

test('everything that the library implements is known', () => {
  validateLibrary(libraryClasses, universe);
});
