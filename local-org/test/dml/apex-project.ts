/** Runs the methods of an Apex test class in a project that a test gives as files. */
import {Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';
import {runTests} from '../../src/testing/run-tests.ts';
import {testSelection} from '../../src/testing/selection.ts';

type Files = Readonly<Record<string, string>>;

/** @param files by their paths below the package directory: `objects/Note__c/…`, `classes/Foo.cls` (its -meta.xml comes by itself) */
export function orgOf(files: Files): Org {
  const all = Object.entries(files).flatMap(([path, text]) => {
    const entry = [`app/${path}`, text] as const;
    const type = path.endsWith('.cls') ? 'ApexClass' : path.endsWith('.trigger') ? 'ApexTrigger' : null;
    return type === null
      ? [entry]
      : [entry, [`app/${path}-meta.xml`, `<${type}><apiVersion>66.0</apiVersion><status>Active</status></${type}>`] as const];
  });
  const project = {'sfdx-project.json': '{"packageDirectories": [{"path": "app"}]}', 'app/README.md': ''};
  const org = new Org({
    project: loadProject(['.'], {fileSystem: memoryFileSystem({...project, ...Object.fromEntries(all)})}),
    cacheFolder: null,
  });
  const [first] = org.diagnostics;
  if (first !== undefined) throw new Error(`${first.path}:${String(first.span.line)}: ${first.code} ${first.message}`);
  return org;
}

/** The files of a custom object whose fields are given as XML, by name. */
export function objectFiles(name: string, fields: Files = {}, more = ''): Files {
  const label = name.replace(/__\w+$/, '');
  const nameField =
    name.endsWith('__c') && !more.includes('customSettingsType') ? '<nameField><label>Name</label><type>Text</type></nameField>' : '';
  return {
    [`objects/${name}/${name}.object-meta.xml`]: `<CustomObject><label>${label}</label><pluralLabel>${label}s</pluralLabel>${nameField}${more}</CustomObject>`,
    ...Object.fromEntries(
      Object.entries(fields).map(([field, xml]) => [
        `objects/${name}/fields/${field}.field-meta.xml`,
        `<CustomField><fullName>${field}</fullName><label>${field.replace('__c', '')}</label>${xml}</CustomField>`,
      ]),
    ),
  };
}

export const TEXT = '<type>Text</type><length>80</length>';

/** The body of a static test method, run in an org; throws what the method throws. */
export function test(org: Files, body: string, more = ''): void {
  const source = `@IsTest private class BodyTest { ${more} @IsTest static void body() { ${body} } }`;
  const results = runTests(orgOf({...org, 'classes/BodyTest.cls': source}), testSelection(['BodyTest']), () => undefined);
  const [result] = results;
  if (result === undefined) throw new Error('No test ran.');
  if (result.outcome !== 'Pass') throw new Error(`${result.outcome}: ${result.message}`);
}

/** Apex that makes a user with a profile and permission sets, whom `System.runAs` can take. */
export const USERS = `
  static User make(String profile, List<String> permissionSets) {
    User made = new User(Username = profile.deleteWhitespace() + permissionSets.size() + '@example.com.test', LastName = 'Made', Alias = 'made', Email = 'made@example.com',
      ProfileId = [SELECT Id FROM Profile WHERE Name = :profile].Id, TimeZoneSidKey = 'GMT', LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8');
    System.runAs(new User(Id = UserInfo.getUserId())) {
    insert made;
    List<PermissionSetAssignment> assignments = new List<PermissionSetAssignment>();
    for (PermissionSet each : [SELECT Id FROM PermissionSet WHERE Name IN :permissionSets]) {
      assignments.add(new PermissionSetAssignment(AssigneeId = made.Id, PermissionSetId = each.Id));
    }
    insert assignments;
    }
    return made;
  }`;
