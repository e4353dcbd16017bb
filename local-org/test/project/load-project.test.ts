import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {formatDiagnostic} from '../../src/diagnostics/diagnostic.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';
import type {Project} from '../../src/project/model.ts';
import {metadataFile} from './elements.ts';

function load(files: Readonly<Record<string, string>>, ...directories: readonly string[]): Project {
  return loadProject(directories.length > 0 ? directories : ['.'], {fileSystem: memoryFileSystem(files)});
}

function projectFile(...paths: readonly string[]): string {
  return JSON.stringify({packageDirectories: paths.map((path) => ({path})), sourceApiVersion: '66.0', namespace: 'ns'});
}

const names = (components: readonly {readonly name: string}[]) => components.map(({name}) => name);
const reports = ({diagnostics}: Project) => diagnostics.map(formatDiagnostic);

suite('sfdx-project.json', () => {
  test('says which folders are read, and more', () => {
    const project = load({'sfdx-project.json': projectFile('a', './b/'), 'a/A.cls': 'class A {}', 'b/B.cls': '', 'c/C.cls': ''});
    assert.deepEqual(
      [project.packageDirectories, names(project.classes)],
      [
        ['a', 'b'],
        ['A', 'B'],
      ],
    );
    assert.deepEqual([project.root, project.sourceApiVersion, project.namespace], ['.', '66.0', 'ns']);
  });
  test('may name a folder twice', () => {
    const project = load({'sfdx-project.json': projectFile('a', 'a'), 'a/A.cls': ''});
    assert.deepEqual([names(project.classes), project.diagnostics], [['A'], []]);
  });
  test('is warned about where a folder is missing', () => {
    const project = load({'sfdx-project.json': projectFile('a', 'gone'), 'a/A.cls': ''});
    assert.deepEqual(reports(project), [
      'sfdx-project.json:1:1: warning W801 There is no folder gone; it is skipped. Remove it from the package directories, or create it.',
    ]);
  });
  test('is refused where it is no JSON', () => {
    assert.match(
      reports(load({'sfdx-project.json': '{', 'a/A.cls': ''}))[0]!,
      /^sfdx-project\.json:1:1: error E803 The file is not JSON: /,
    );
  });
  test('is refused without package directories', () => {
    assert.match(reports(load({'sfdx-project.json': '{}'}))[0]!, /error E803 The file has no list packageDirectories\.$/);
  });
  test('is not needed', () => {
    const project = load({'src/A.cls': 'class A {}'}, 'src');
    assert.deepEqual([project.root, project.sourceApiVersion, names(project.classes)], ['src', null, ['A']]);
  });
  test('is found above a folder that is given', () => {
    const project = load({'p/sfdx-project.json': projectFile('a', 'b'), 'p/a/x/A.cls': '', 'p/b/B.cls': ''}, 'p/a/x/');
    assert.deepEqual([project.root, project.sourceApiVersion, names(project.classes)], ['p', '66.0', ['A']]);
  });
});

suite('.forceignore', () => {
  const files = {'sfdx-project.json': projectFile('a'), 'a/A.cls': '', 'a/deep/B.cls': '', 'a/C.cls': '', 'a/.hidden/D.cls': ''};
  test('leaves out what it names', () => {
    assert.deepEqual(names(load({...files, '.forceignore': '# comment\n**/deep/**\nC.cls'}).classes), ['A']);
  });
  test('may take back', () => assert.deepEqual(names(load({...files, '.forceignore': '*.cls\n!A.cls'}).classes), ['A']));
  test('is not needed', () => assert.deepEqual(names(load(files).classes), ['A', 'C', 'B']));
});

suite('Apex', () => {
  const {classes, triggers} = load(
    {
      'a/classes/A.cls': 'class A {}',
      'a/classes/A.cls-meta.xml': metadataFile('ApexClass', '<apiVersion>65.0</apiVersion><status>Inactive</status>'),
      'a/classes/B.cls': 'class B {}',
      'a/triggers/T.trigger': 'trigger T on Lead (before insert) {}',
      'a/triggers/T.trigger-meta.xml': metadataFile('ApexTrigger', '<apiVersion>66.0</apiVersion><status>Active</status>'),
    },
    'a',
  );
  test('classes have their text, version and status', () => {
    assert.deepEqual(classes[0], {name: 'A', path: 'a/classes/A.cls', source: 'class A {}', apiVersion: '65.0', status: 'Inactive'});
  });
  test('a class needs no -meta.xml', () => assert.deepEqual([classes[1]?.apiVersion, classes[1]?.status], [null, 'Active']));
  test('triggers are read too', () => assert.deepEqual([names(triggers), triggers[0]?.apiVersion], [['T'], '66.0']));
});

suite('objects', () => {
  const field = (type: string) => metadataFile('CustomField', `<type>${type}</type>`);
  const object = (content: string) => metadataFile('CustomObject', content);
  const fieldFile = (name: string, type: string) => `<fields><fullName>${name}</fullName><type>${type}</type></fields>`;

  test('are gathered from their files in several folders', () => {
    const {objects} = load({
      'sfdx-project.json': projectFile('a', 'b'),
      'a/objects/Lead/fields/A__c.field-meta.xml': field('Text'),
      'a/objects/Lead/validationRules/R.validationRule-meta.xml': metadataFile('ValidationRule', '<active>true</active>'),
      'a/objects/Lead/recordTypes/T.recordType-meta.xml': metadataFile('RecordType', '<active>true</active>'),
      'a/objects/Lead/listViews/V.listView-meta.xml': metadataFile('ListView', ''),
      'b/objects/lead/fields/B__c.field-meta.xml': field('Date'),
      'b/objects/Lead/fieldSets/S.fieldSet-meta.xml': metadataFile('FieldSet', ''),
    });
    const [lead, ...none] = objects;
    assert.deepEqual([lead?.name, lead?.kind, lead?.isDefined, none], ['Lead', 'standard object', false, []]);
    assert.deepEqual([names(lead!.fields), names(lead!.validationRules), names(lead!.recordTypes)], [['A__c', 'B__c'], ['R'], ['T']]);
    assert.deepEqual([names(lead!.listViews), names(lead!.fieldSets)], [['V'], ['S']]);
  });
  test('are read from one file', () => {
    const {objects} = load(
      {
        'src/objects/A__c.object': object(
          `<label>A</label>\n${fieldFile('X__c', 'Text')}<validationRules><fullName>R</fullName></validationRules>`,
        ),
      },
      'src',
    );
    assert.deepEqual([names(objects), objects[0]?.label, names(objects[0]!.fields)], [['A__c'], 'A', ['X__c']]);
    assert.deepEqual([objects[0]?.fields[0]?.line, names(objects[0]!.validationRules)], [4, ['R']]);
  });
  for (const [name, content, kind] of [
    ['A__c', '', 'custom object'],
    ['A__c', '<customSettingsType>Hierarchy</customSettingsType>', 'custom setting'],
    ['A__mdt', '', 'custom metadata type'],
    ['A__e', '<publishBehavior>PublishImmediately</publishBehavior>', 'platform event'],
    ['A__x', '', 'external object'],
    ['A__b', '', 'big object'],
    ['Account', '', 'standard object'],
  ] as const) {
    test(`${name} ${content === '' ? '' : 'with its mark '}is a ${kind}`, () => {
      const {objects} = load({[`a/objects/${name}/${name}.object-meta.xml`]: object(content)}, 'a');
      assert.deepEqual(
        objects.map((found) => [found.kind, found.isDefined]),
        [[kind, true]],
      );
    });
  }
  test('know what is special to their kind', () => {
    const {objects} = load(
      {
        'a/objects/A__c/A__c.object-meta.xml': object(
          '<customSettingsType>Hierarchy</customSettingsType><nameField><displayFormat>A-{0000}</displayFormat><label>N</label><type>AutoNumber</type></nameField><visibility>Protected</visibility>',
        ),
        'a/objects/B__e/B__e.object-meta.xml': object(
          '<eventType>HighVolume</eventType><publishBehavior>PublishImmediately</publishBehavior>',
        ),
      },
      'a',
    );
    const [setting, event] = objects;
    assert.deepEqual(
      [setting?.customSettingsType, setting?.visibility, setting?.nameField?.type],
      ['Hierarchy', 'Protected', 'AutoNumber'],
    );
    assert.deepEqual([event?.publishBehavior, event?.eventType], ['PublishImmediately', 'HighVolume']);
  });
});

suite('other components', () => {
  const project = load(
    {
      'a/customMetadata/P.Default.md-meta.xml': metadataFile('CustomMetadata', '<label>D</label>'),
      'a/customMetadata/P.Second%2C.md': metadataFile('CustomMetadata', '<label>S</label>'),
      'a/README.md': '# not metadata',
      'a/permissionsets/S.permissionset-meta.xml': metadataFile('PermissionSet', ''),
      'a/profiles/Admin.profile-meta.xml': metadataFile('Profile', ''),
      'a/permissionsetgroups/G.permissionsetgroup-meta.xml': metadataFile('PermissionSetGroup', ''),
      'a/permissionsetgroups/M.mutingpermissionset-meta.xml': metadataFile('MutingPermissionSet', ''),
      'a/customPermissions/C.customPermission-meta.xml': metadataFile('CustomPermission', ''),
      'a/labels/CustomLabels.labels-meta.xml': metadataFile('CustomLabels', '<labels><fullName>L</fullName></labels>'),
      'a/globalValueSets/V.globalValueSet-meta.xml': metadataFile('GlobalValueSet', ''),
      'a/standardValueSets/LeadStatus.standardValueSet-meta.xml': metadataFile('StandardValueSet', ''),
      'a/staticresources/R.resource-meta.xml': metadataFile('StaticResource', '<contentType>application/json</contentType>'),
      'a/staticresources/R.json': '{}',
      'a/staticresources/Z.resource-meta.xml': metadataFile('StaticResource', '<contentType>application/zip</contentType>'),
      'a/staticresources/Z/inner.flow-meta.xml': 'no metadata',
      'a/flows/F.flow-meta.xml': metadataFile('Flow', '<processType>AutoLaunchedFlow</processType><status>Active</status>'),
      'a/lwc/card/card.js': 'export {}',
      'a/lwc/card/card.js-meta.xml': metadataFile(
        'LightningComponentBundle',
        '<isExposed>true</isExposed><targets><target>lightning__AppPage</target></targets>',
      ),
      'a/lwc/card/__tests__/card.test.js': '',
      'a/layouts/Lead-Lead Layout.layout-meta.xml': metadataFile('Layout', ''),
    },
    'a',
  );
  test('are read without complaint', () => assert.deepEqual(reports(project), []));
  test('custom metadata', () =>
    assert.deepEqual(
      project.customMetadataRecords.map(({developerName}) => developerName),
      ['Default', 'Second,'],
    ));
  test('permission sets and their kin', () => {
    const {permissionSets, profiles, permissionSetGroups, mutingPermissionSets, customPermissions} = project;
    assert.deepEqual([permissionSets, profiles, permissionSetGroups, mutingPermissionSets, customPermissions].map(names), [
      ['S'],
      ['Admin'],
      ['G'],
      ['M'],
      ['C'],
    ]);
  });
  test('labels', () => assert.deepEqual(names(project.labels), ['L']));
  test('value sets', () => assert.deepEqual([names(project.globalValueSets), names(project.standardValueSets)], [['V'], ['LeadStatus']]));
  test('static resources with their content', () => {
    assert.deepEqual(
      project.staticResources.map(({name, contentType, contentPath}) => [name, contentType, contentPath]),
      [
        ['R', 'application/json', 'a/staticresources/R.json'],
        ['Z', 'application/zip', 'a/staticresources/Z'],
      ],
    );
  });
  test('flows with their text', () => {
    const [flow] = project.flows;
    assert.deepEqual([flow?.name, flow?.processType, flow?.status], ['F', 'AutoLaunchedFlow', 'Active']);
    assert.match(flow!.source, /^<\?xml/);
  });
  test('Lightning bundles with their files', () => {
    const [bundle] = project.lightningBundles;
    assert.deepEqual([bundle?.name, bundle?.isExposed, bundle?.targets], ['card', true, ['lightning__AppPage']]);
    assert.deepEqual(bundle?.files, ['__tests__/card.test.js', 'card.js', 'card.js-meta.xml']);
  });
  test('what the model does not read is kept by type and name', () => {
    assert.deepEqual(project.others, [{type: 'Layout', name: 'Lead-Lead Layout', path: 'a/layouts/Lead-Lead Layout.layout-meta.xml'}]);
  });
});

suite('what is wrong with a file', () => {
  test('malformed XML is refused with its line', () => {
    const project = load({'a/permissionsets/S.permissionset-meta.xml': '<PermissionSet>\n<label>x</PermissionSet>'}, 'a');
    assert.match(reports(project)[0]!, /^a\/permissionsets\/S\.permissionset-meta\.xml:2:\d+: error E801 /);
    assert.deepEqual(project.permissionSets, []);
  });
  test('a root element of another type is refused', () => {
    const project = load({'a/permissionsets/S.permissionset-meta.xml': metadataFile('Profile', '')}, 'a');
    assert.deepEqual(reports(project), [
      'a/permissionsets/S.permissionset-meta.xml:2:1: error E802 The root element is Profile, but a file of this name holds a PermissionSet.',
    ]);
  });
  test('a component that is declared twice counts once, the later one, with a warning', () => {
    const project = load({'sfdx-project.json': projectFile('a', 'b'), 'a/A.cls': 'class A {}', 'b/x/a.cls': 'class a {}'});
    assert.deepEqual(
      project.classes.map(({path}) => path),
      ['b/x/a.cls'],
    );
    assert.deepEqual(reports(project), ['b/x/a.cls:1:1: warning W802 a is declared in a/A.cls too; the one here is used.']);
  });
  test('a file that two package directories share counts once', () => {
    const project = load({'sfdx-project.json': projectFile('a', 'a/deep'), 'a/deep/A.cls': 'class A {}'});
    assert.deepEqual([names(project.classes), project.diagnostics], [['A'], []]);
  });
  test('fields of one name in two objects are two', () => {
    const field = metadataFile('CustomField', '');
    const project = load({'a/objects/A__c/fields/F__c.field-meta.xml': field, 'a/objects/B__c/fields/F__c.field-meta.xml': field}, 'a');
    assert.deepEqual([project.diagnostics, project.objects.length], [[], 2]);
  });
});
