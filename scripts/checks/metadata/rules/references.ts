import type {Element} from '@xmldom/xmldom';
import type {Problem} from '../../check.ts';
import {fullName, objectOf} from '../catalogue.ts';
import {children, content, problemAt} from '../document.ts';
import {fieldExists, objectExists, type Rule, type Sources} from './rule.ts';

/** An element whose text names something else, and how to tell whether that is there. */
interface Reference {
  /** Metadata type of the file. */
  readonly from: string;
  /** The element, by its path below the root. */
  readonly element: string;
  /** What is named, for the message. */
  readonly to: string;
  readonly exists: (name: string, sources: Sources, object: string) => boolean;
}

const REFERENCES: readonly Reference[] = [
  {from: 'PermissionSet', element: 'classAccesses.apexClass', to: 'Apex class', exists: named('ApexClass')},
  {from: 'PermissionSet', element: 'customPermissions.name', to: 'custom permission', exists: named('CustomPermission')},
  {from: 'PermissionSet', element: 'customMetadataTypeAccesses.name', to: 'custom metadata type', exists: object},
  {from: 'PermissionSet', element: 'customSettingAccesses.name', to: 'custom setting', exists: object},
  {from: 'PermissionSet', element: 'flowAccesses.flow', to: 'flow', exists: named('Flow')},
  {from: 'PermissionSet', element: 'recordTypeVisibilities.recordType', to: 'record type', exists: named('RecordType')},
  {from: 'PermissionSet', element: 'tabSettings.tab', to: 'tab', exists: standardOr('CustomTab')},
  {from: 'PermissionSet', element: 'applicationVisibilities.application', to: 'app', exists: standardOr('CustomApplication')},
  {from: 'PermissionSetGroup', element: 'permissionSets', to: 'permission set', exists: named('PermissionSet')},
  {from: 'CustomPermission', element: 'requiredPermission.customPermission', to: 'custom permission', exists: named('CustomPermission')},
  {from: 'CustomApplication', element: 'tabs', to: 'tab', exists: standardOr('CustomTab')},
  {from: 'CustomTab', element: 'flexiPage', to: 'Lightning page', exists: named('FlexiPage')},
  {from: 'CustomTab', element: 'lwcComponent', to: 'component', exists: named('LightningComponentBundle')},
  {from: 'Queue', element: 'queueSobject.sobjectType', to: 'object', exists: object},
  {from: 'ListView', element: 'columns', to: 'field', exists: customField},
  {from: 'ListView', element: 'filters.field', to: 'field', exists: customField},
  {from: 'CompactLayout', element: 'fields', to: 'field', exists: customField},
  {from: 'FieldSet', element: 'displayedFields.field', to: 'field', exists: customField},
  {from: 'FieldSet', element: 'availableFields.field', to: 'field', exists: customField},
  {from: 'Layout', element: 'layoutSections.layoutColumns.layoutItems.field', to: 'field', exists: customField},
  {from: 'ValidationRule', element: 'errorDisplayField', to: 'field', exists: customField},
  {from: 'CustomObject', element: 'compactLayoutAssignment', to: 'compact layout', exists: compactLayout},
];

/** References from one metadata file to another that lead nowhere. */
export const references: Rule = (sources) => [
  ...indexesOfNothing(sources),
  ...sources.catalogue.files.flatMap((file) =>
    REFERENCES.filter(({from}) => from === file.root.localName).flatMap(({element, to, exists}) =>
      elementsAt(file.root, element.split('.')).flatMap((found): Problem[] => {
        const name = content(found);
        const parent = objectOf(file.path) ?? fullName(file).split('-')[0] ?? '';
        return exists(name, sources, parent) ? [] : [problemAt(file, found, `the ${to} ${name} isn't there`, 'reference')];
      }),
    ),
  ),
];

/** An index is named after its field, and says nothing else of it. */
function indexesOfNothing(sources: Sources): Problem[] {
  return sources.catalogue.files
    .filter(({root}) => root.localName === 'CustomIndex')
    .filter((file) => !fieldExists(sources, fullName(file)))
    .map((file) => ({path: file.path, rule: 'reference', message: `the field ${fullName(file)} isn't there`}));
}

function elementsAt(element: Element, [name, ...rest]: readonly string[]): Element[] {
  return name === undefined ? [element] : children(element, name).flatMap((child) => elementsAt(child, rest));
}

function named(type: string): Reference['exists'] {
  return (name, {catalogue}) => catalogue.names.get(type)?.has(name) ?? false;
}

/** Tabs and apps that come with the platform are named `standard-…` or `standard__…`. */
function standardOr(type: string): Reference['exists'] {
  return (name, sources, parent) => /^standard(-|__)/.test(name) || named(type)(name, sources, parent);
}

function object(name: string, sources: Sources): boolean {
  return objectExists(sources, name);
}

/** Views and layouts name standard fields by codes of their own (`LEAD.STATUS`), which only an org knows. */
function customField(name: string, sources: Sources, parent: string): boolean {
  return !name.endsWith('__c') || fieldExists(sources, `${parent}.${name}`);
}

function compactLayout(name: string, {catalogue}: Sources, parent: string): boolean {
  return name === 'SYSTEM' || (catalogue.names.get('CompactLayout')?.has(`${parent}.${name}`) ?? false);
}
