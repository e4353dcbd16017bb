import type {Element} from '@xmldom/xmldom';
import type {Problem} from '../../check.ts';
import {children, type MetadataFile, problemAt, textOf} from '../document.ts';
import {fieldExists, objectExists, type Rule, type Sources} from './rule.ts';

/** The rights that a right on an object brings along, and without which it is refused. */
const IMPLIED: Readonly<Record<string, readonly string[]>> = {
  allowCreate: ['allowRead'],
  allowEdit: ['allowRead'],
  allowDelete: ['allowRead', 'allowEdit'],
  viewAllRecords: ['allowRead'],
  modifyAllRecords: ['allowRead', 'allowEdit', 'allowDelete', 'viewAllRecords'],
};

/** Parts of compound fields, whose rights are those of the whole: Name and Address. */
const COMPOUND_PARTS = new Set(
  'FirstName LastName MiddleName Salutation Suffix Street City State StateCode Country CountryCode PostalCode Latitude Longitude GeocodeAccuracy'.split(
    ' ',
  ),
);

/** What an org refuses of a permission set: rights on what isn't there, or that can't be given. */
export const permissionSets: Rule = (sources) =>
  sources.catalogue.files
    .filter(({root}) => root.localName === 'PermissionSet')
    .flatMap((file) => [
      ...children(file.root, 'fieldPermissions').flatMap((element) => checkField(file, element, sources)),
      ...children(file.root, 'objectPermissions').flatMap((element) => checkObject(file, element, sources)),
    ]);

function checkField(file: MetadataFile, element: Element, sources: Sources): Problem[] {
  const field = textOf(element, 'field') ?? '';
  const editable = textOf(element, 'editable') === 'true';
  const report = (message: string): Problem[] => [problemAt(file, element, message, 'field permission')];
  if (!fieldExists(sources, field)) return report(`the field ${field} isn't there`);
  const required = alwaysAccessible(sources, field);
  if (required !== undefined) return report(`field permissions on ${field} are refused: ${required}`);
  if (editable && isReadOnly(sources, field)) return report(`${field} can't be editable: it is a formula, summary or auto-number`);
  if (editable && textOf(element, 'readable') !== 'true') return report(`${field} is editable and not readable`);
  return [];
}

/** Why everybody who sees the object has the field, so that no permission set can speak of it. */
function alwaysAccessible({catalogue, standard}: Sources, field: string): string | undefined {
  const [object = '', name = ''] = field.split('.');
  const source = catalogue.objects.get(object)?.fields.get(name);
  if (source?.get('type') === 'MasterDetail') return 'it is a master-detail';
  if (source?.get('required') === 'true') return 'it is required';
  const type = standard.fieldsOf(object);
  if (COMPOUND_PARTS.has(name) && type !== undefined) return 'it is part of a compound field, which has the rights for all its parts';
  const standardField = type?.get(name);
  return standardField !== undefined && !standardField.nullable && standardField.type !== 'boolean'
    ? 'it is a required standard field'
    : undefined;
}

function isReadOnly({catalogue}: Sources, field: string): boolean {
  const [object = '', name = ''] = field.split('.');
  const source = catalogue.objects.get(object)?.fields.get(name);
  return source?.get('formula') !== undefined || ['Summary', 'AutoNumber'].includes(source?.get('type') ?? '');
}

function checkObject(file: MetadataFile, element: Element, sources: Sources): Problem[] {
  const object = textOf(element, 'object') ?? '';
  const has = (right: string): boolean => textOf(element, right) === 'true';
  const report = (message: string): Problem => problemAt(file, element, message, 'object permission');
  if (!objectExists(sources, object)) return [report(`the object ${object} isn't there`)];
  const kind = sources.catalogue.objects.get(object)?.kind;
  if (kind === 'custom metadata type') return [report(`${object} is a custom metadata type: give it by <customMetadataTypeAccesses>`)];
  if (kind === 'custom setting') return [report(`${object} is a custom setting: give it by <customSettingAccesses>`)];
  if (kind === 'platform event' && ['allowEdit', 'allowDelete', 'viewAllRecords', 'modifyAllRecords'].some(has)) {
    return [report(`${object} is a platform event, which can be read and created only`)];
  }
  return Object.entries(IMPLIED).flatMap(([right, others]) =>
    has(right) ? others.filter((other) => !has(other)).map((other) => report(`<${right}> on ${object} needs <${other}>`)) : [],
  );
}
