import type {Element} from '@xmldom/xmldom';
import type {Problem} from '../../check.ts';
import {fullName} from '../catalogue.ts';
import {children, content, type MetadataFile, problemAt, textOf} from '../document.ts';
import type {Rule} from './rule.ts';

interface Limits {
  /** Longest API name, without its object and without its `__c`. */
  readonly name: number;
  /** Longest text of the named child elements. */
  readonly elements: Readonly<Record<string, number>>;
}

/** Longest names, labels and texts by metadata type (Metadata API Developer Guide and Salesforce Help, per type). */
const LIMITS: Readonly<Record<string, Limits>> = {
  ApexClass: {name: 40, elements: {}},
  ApexTrigger: {name: 40, elements: {}},
  CustomApplication: {name: 40, elements: {label: 40, description: 255}},
  CustomField: {name: 40, elements: {label: 40, description: 1000, inlineHelpText: 510, relationshipLabel: 80}},
  CustomMetadata: {name: 40, elements: {label: 40}},
  CustomNotificationType: {name: 80, elements: {masterLabel: 80, description: 255}},
  CustomObject: {name: 40, elements: {label: 40, pluralLabel: 40, description: 1000}},
  CustomPermission: {name: 80, elements: {label: 80, description: 255}},
  Flow: {name: 80, elements: {label: 255}},
  ListView: {name: 40, elements: {label: 40}},
  PermissionSet: {name: 80, elements: {label: 80, description: 255}},
  PermissionSetGroup: {name: 80, elements: {label: 80, description: 255}},
  Queue: {name: 80, elements: {name: 40}},
  ValidationRule: {name: 40, elements: {description: 255, errorMessage: 255}},
};

/** The limits of one label of a `.labels` file. */
const LABEL_LIMITS: Readonly<Record<string, number>> = {fullName: 80, shortDescription: 80, categories: 255, value: 1000};

/** Types of which each one says what it is for: an admin meets them in Setup, without this repository at hand. */
const DESCRIBED = new Set(['CustomField', 'CustomObject', 'CustomPermission', 'PermissionSet', 'ValidationRule']);

/** Names and texts that are too long for the org, malformed names, and missing descriptions. */
export const limits: Rule = ({catalogue}) =>
  catalogue.files.flatMap((file) => {
    const type = file.root.localName ?? '';
    if (type === 'CustomLabels') return children(file.root, 'labels').flatMap((label) => tooLong(file, label, LABEL_LIMITS));
    const limits = LIMITS[type];
    return [
      ...(limits === undefined ? [] : [...checkName(file, limits.name), ...tooLong(file, file.root, limits.elements)]),
      ...undescribed(file),
    ];
  });

function checkName(file: MetadataFile, longest: number): Problem[] {
  const name = (fullName(file).split('.').at(-1) ?? '').replace(/__(c|mdt|e)$/, '');
  if (name.length > longest)
    return [problemAt(file, file.root, `the name ${name} has ${name.length} characters, ${longest} are allowed`, 'name')];
  if (/^[A-Za-z][A-Za-z0-9_]*$/.test(name) && !name.includes('__') && !name.endsWith('_')) return [];
  const rule = 'letters, digits and single underscores, beginning with a letter, not ending with an underscore';
  return [problemAt(file, file.root, `the name ${name} isn't an API name: ${rule}`, 'name')];
}

function tooLong(file: MetadataFile, element: Element, elements: Readonly<Record<string, number>>): Problem[] {
  return Object.entries(elements).flatMap(([name, longest]) =>
    children(element, name).flatMap((child) => {
      const {length} = content(child);
      return length <= longest ? [] : [problemAt(file, child, `<${name}> has ${length} characters, ${longest} are allowed`, 'length')];
    }),
  );
}

function undescribed(file: MetadataFile): Problem[] {
  const {root} = file;
  const standard = root.localName === 'CustomField' && !fullName(file).endsWith('__c');
  const standardObject = root.localName === 'CustomObject' && !fullName(file).includes('__');
  if (!DESCRIBED.has(root.localName ?? '') || standard || standardObject || textOf(root, 'description')) return [];
  return [problemAt(file, root, `the ${root.localName ?? ''} ${fullName(file)} has no <description>`, 'description')];
}
