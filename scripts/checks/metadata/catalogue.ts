import path from 'node:path';
import type {Element} from '@xmldom/xmldom';
import type {Problem, Project} from '../check.ts';
import {relativePath, sourceFiles} from '../project.ts';
import {children, content, type MetadataFile, readDocument, textOf} from './document.ts';

/** Everything the package directories hold, by name, so that references can be followed. */
export interface Catalogue {
  readonly files: readonly MetadataFile[];
  /** Objects with files in the source, standard ones included, by API name. */
  readonly objects: ReadonlyMap<string, ObjectSource>;
  /** Full names by metadata type: `CustomPermission` → {`Lifecycle_Propose`, …}. */
  readonly names: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface ObjectSource {
  readonly name: string;
  /** Its `.object-meta.xml`; standard objects often have none. */
  readonly file: MetadataFile | undefined;
  readonly kind: ObjectKind;
  readonly fields: ReadonlyMap<string, FieldSource>;
}

export type ObjectKind = 'standard' | 'custom' | 'custom setting' | 'custom metadata type' | 'platform event';

export interface FieldSource {
  readonly object: string;
  readonly name: string;
  readonly file: MetadataFile;
  /** The value of a simple child element of the field: `get('required')`. */
  get(element: string): string | undefined;
}

/** The metadata type of a file by its suffix, for every suffix that this project uses. */
const TYPES: Readonly<Record<string, string>> = {
  app: 'CustomApplication',
  businessProcess: 'BusinessProcess',
  cls: 'ApexClass',
  compactLayout: 'CompactLayout',
  customPermission: 'CustomPermission',
  email: 'EmailTemplate',
  emailFolder: 'EmailFolder',
  field: 'CustomField',
  fieldSet: 'FieldSet',
  flexipage: 'FlexiPage',
  flow: 'Flow',
  group: 'Group',
  indx: 'CustomIndex',
  js: 'LightningComponentBundle',
  labels: 'CustomLabels',
  layout: 'Layout',
  listView: 'ListView',
  md: 'CustomMetadata',
  notiftype: 'CustomNotificationType',
  object: 'CustomObject',
  permissionset: 'PermissionSet',
  permissionsetgroup: 'PermissionSetGroup',
  queue: 'Queue',
  quickAction: 'QuickAction',
  recordType: 'RecordType',
  remoteSite: 'RemoteSiteSetting',
  resource: 'StaticResource',
  role: 'Role',
  settings: 'Settings',
  standardValueSet: 'StandardValueSet',
  tab: 'CustomTab',
  trigger: 'ApexTrigger',
  validationRule: 'ValidationRule',
};

/** Reads the metadata files of a project; those that can't be read are problems. */
export function readCatalogue(project: Project): {catalogue: Catalogue; problems: Problem[]} {
  const files: MetadataFile[] = [];
  const problems: Problem[] = [];
  const names = new Map<string, Set<string>>();
  for (const file of sourceFiles(project, '-meta.xml')) {
    const document = readDocument(file, relativePath(project, file));
    if (!('root' in document)) {
      problems.push(document);
      continue;
    }
    problems.push(...checkSuffix(document));
    files.push(document);
    const type = document.root.localName ?? '';
    for (const name of type === 'CustomLabels' ? labelNames(document.root) : [fullName(document)]) {
      if (names.get(type)?.has(name))
        problems.push({path: document.path, rule: 'duplicate', message: `a second ${type} of the name ${name}`});
      names.set(type, (names.get(type) ?? new Set()).add(name));
    }
  }
  return {catalogue: {files, objects: objectsOf(files), names}, problems};
}

/** The API name that a file's place and name give it; parts of an object are preceded by the object: `Lead.Signal_Score__c`. */
export function fullName({path: file}: MetadataFile): string {
  const name = decodeURIComponent(baseName(file));
  const object = objectOf(file);
  return object === undefined || file.endsWith('.object-meta.xml') ? name : `${object}.${name}`;
}

/** The object below whose folder a file lies, if any. */
export function objectOf(file: string): string | undefined {
  return /(?:^|\/)objects\/([^/]+)\//.exec(file)?.[1];
}

function baseName(file: string): string {
  return path.posix.basename(file).replace(/\.[^.]+-meta\.xml$/, '');
}

function checkSuffix({path: file, root}: MetadataFile): Problem[] {
  const suffix = /\.([^.]+)-meta\.xml$/.exec(file)?.[1] ?? '';
  const type = TYPES[suffix];
  const found = root.localName ?? '';
  // Every kind of settings has a root of its own: LeadConvertSettings, SecuritySettings …
  if (type === found || (type === 'Settings' && found.endsWith('Settings'))) return [];
  const message =
    type === undefined
      ? `no metadata type is known for the suffix ".${suffix}-meta.xml"`
      : `holds a <${found}>, expected a <${type}> by its suffix`;
  return [{path: file, rule: 'suffix', message}];
}

function labelNames(root: Element): string[] {
  return children(root, 'labels').flatMap((label) => textOf(label, 'fullName') ?? []);
}

function objectsOf(files: readonly MetadataFile[]): ReadonlyMap<string, ObjectSource> {
  const ownFiles = new Map(files.filter(({root}) => root.localName === 'CustomObject').map((file) => [objectOf(file.path) ?? '', file]));
  const fields = files.filter(({root}) => root.localName === 'CustomField').map(fieldSource);
  const objects = new Set([...ownFiles.keys(), ...fields.map(({object}) => object)]);
  return new Map(
    [...objects].map((name): [string, ObjectSource] => {
      const file = ownFiles.get(name);
      const own = new Map(fields.filter(({object}) => object === name).map((field) => [field.name, field]));
      return [name, {name, file, kind: kindOf(name, file), fields: own}];
    }),
  );
}

function fieldSource(file: MetadataFile): FieldSource {
  const values = new Map(children(file.root).map((element) => [element.localName ?? '', content(element)]));
  return {object: objectOf(file.path) ?? '', name: baseName(file.path), file, get: (element) => values.get(element)};
}

function kindOf(name: string, file: MetadataFile | undefined): ObjectKind {
  if (name.endsWith('__mdt')) return 'custom metadata type';
  if (name.endsWith('__e')) return 'platform event';
  if (!name.endsWith('__c')) return 'standard';
  return file !== undefined && textOf(file.root, 'customSettingsType') !== undefined ? 'custom setting' : 'custom';
}
