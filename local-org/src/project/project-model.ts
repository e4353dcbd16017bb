/** Components to the metadata model: which file becomes what. */
import {posix} from 'node:path';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import {readApexSource} from './apex-source.ts';
import {readCachePartition} from './cache-partition.ts';
import type {Component} from './components.ts';
import {readCustomLabels} from './custom-labels.ts';
import {readCustomMetadata} from './custom-metadata.ts';
import {ObjectParts} from './custom-object.ts';
import {readCustomPermission} from './custom-permission.ts';
import type {FileSystem} from './file-system.ts';
import {readFlow} from './flow.ts';
import {readLightningBundle} from './lightning-bundle.ts';
import type {CustomObject, OtherComponent, Project} from './model.ts';
import {readPermissionSetGroup} from './permission-set-group.ts';
import {readPermissionSet} from './permission-set.ts';
import {readStaticResource} from './static-resource.ts';
import {readValueSet} from './value-set.ts';
import {readWorkflow} from './workflow.ts';
import type {XmlElement} from './xml.ts';

type Model = Omit<Project, 'root' | 'sourceApiVersion' | 'namespace' | 'packageDirectories'>;

/** The root element of each kind of file that the model reads. */
const ROOT_ELEMENTS: Readonly<Record<string, string>> = {
  object: 'CustomObject',
  field: 'CustomField',
  validationRule: 'ValidationRule',
  recordType: 'RecordType',
  fieldSet: 'FieldSet',
  listView: 'ListView',
  compactLayout: 'CompactLayout',
  index: 'Index',
  md: 'CustomMetadata',
  permissionset: 'PermissionSet',
  mutingpermissionset: 'MutingPermissionSet',
  profile: 'Profile',
  permissionsetgroup: 'PermissionSetGroup',
  customPermission: 'CustomPermission',
  labels: 'CustomLabels',
  globalValueSet: 'GlobalValueSet',
  standardValueSet: 'StandardValueSet',
  resource: 'StaticResource',
  cachePartition: 'PlatformCachePartition',
  flow: 'Flow',
  workflow: 'Workflow',
  js: 'LightningComponentBundle',
};

/** Files that hold one part of an object, and the element by which an object file holds the same. */
const OBJECT_PARTS: Readonly<Record<string, string>> = {
  field: 'fields',
  validationRule: 'validationRules',
  recordType: 'recordTypes',
  fieldSet: 'fieldSets',
  listView: 'listViews',
  compactLayout: 'compactLayouts',
  index: 'indexes',
};

type ReadComponent<T> = (element: XmlElement, name: string, path: string, component: Component) => T;

export function buildModel(found: readonly Component[], fileSystem: FileSystem): Model {
  const diagnostics: Diagnostic[] = [];
  const components = lastOfEach(found, diagnostics).filter((component) => hasExpectedRoot(component, diagnostics));

  function all<T>(suffix: string, read: ReadComponent<T>): T[] {
    return components.flatMap((component) => {
      const {element, name, path} = component;
      return component.suffix === suffix && element !== null ? [read(element, name, path, component)] : [];
    });
  }

  function apex(suffix: string) {
    const sources = components.filter((component) => component.suffix === suffix);
    return sources.map(({element, name, path, text}) => readApexSource(element, name, path, text));
  }

  return {
    classes: apex('cls'),
    triggers: apex('trigger'),
    objects: objects(components),
    customMetadataRecords: all('md', readCustomMetadata),
    permissionSets: all('permissionset', readPermissionSet),
    mutingPermissionSets: all('mutingpermissionset', readPermissionSet),
    profiles: all('profile', readPermissionSet),
    permissionSetGroups: all('permissionsetgroup', readPermissionSetGroup),
    customPermissions: all('customPermission', readCustomPermission),
    labels: all('labels', (element, _, path) => readCustomLabels(element, path)).flat(),
    globalValueSets: all('globalValueSet', readValueSet),
    standardValueSets: all('standardValueSet', readValueSet),
    staticResources: all('resource', (element, name, path) => readStaticResource(element, name, path, fileSystem)),
    cachePartitions: all('cachePartition', readCachePartition),
    flows: all('flow', (element, name, path, {text}) => readFlow(element, name, path, text)),
    workflowRules: all('workflow', readWorkflow).flat(),
    lightningBundles: all('js', (element, name, path) =>
      readLightningBundle(element, name, path, filesBelow(posix.dirname(path), fileSystem)),
    ),
    others: others(components),
    diagnostics,
  };
}

/** Of components that are declared twice the later one counts, as the later one of two deployments does. */
function lastOfEach(components: readonly Component[], diagnostics: Diagnostic[]): Component[] {
  const byKey = new Map<string, Component>();
  for (const component of components) {
    const {name, suffix, path, element, folders} = component;
    const owner = suffix in OBJECT_PARTS ? (folders[1] ?? '') : '';
    const key = [suffix, owner, suffix === 'labels' ? path : name].join('/').toLowerCase();
    const earlier = byKey.get(key);
    // Package directories may lie within each other.
    if (earlier !== undefined && earlier.path !== path) {
      const message = `${name} is declared in ${earlier.path} too; the one here is used.`;
      diagnostics.push({code: 'W802', message, path, span: {line: element?.line ?? 1, column: 1, start: 0, end: 0}});
    }
    byKey.set(key, component);
  }
  return [...byKey.values()];
}

function hasExpectedRoot({suffix, element, path}: Component, diagnostics: Diagnostic[]): boolean {
  const expected = ROOT_ELEMENTS[suffix];
  if (expected === undefined || element === null || element.name === expected) return true;
  const message = `The root element is ${element.name}, but a file of this name holds a ${expected}.`;
  diagnostics.push({code: 'E802', message, path, span: {line: element.line, column: 1, start: 0, end: 0}});
  return false;
}

function objects(components: readonly Component[]): CustomObject[] {
  const byName = new Map<string, ObjectParts>();
  for (const {name, suffix, element, path, folders} of components) {
    const part = OBJECT_PARTS[suffix];
    if (element === null || (suffix !== 'object' && part === undefined)) continue;
    // objects/Lead/fields/Score__c.field-meta.xml
    const objectName = part === undefined ? name : (folders[1] ?? '');
    const parts = byName.get(objectName.toLowerCase()) ?? new ObjectParts(objectName, {path, line: element.line});
    byName.set(objectName.toLowerCase(), parts);
    if (part === undefined) parts.define(element, path);
    else parts.add(part, element, name, path);
  }
  return [...byName.values()].map((parts) => parts.object);
}

function others(components: readonly Component[]): OtherComponent[] {
  return components.flatMap(({name, suffix, element, path}) =>
    element === null || suffix in ROOT_ELEMENTS || suffix === 'cls' || suffix === 'trigger' ? [] : [{type: element.name, name, path}],
  );
}

function filesBelow(folder: string, fileSystem: FileSystem): string[] {
  return fileSystem
    .list(folder)
    .flatMap(({name, isFolder}) => (isFolder ? filesBelow(posix.join(folder, name), fileSystem).map((file) => `${name}/${file}`) : [name]));
}
