import type {Problem} from '../../check.ts';
import type {FieldSource, ObjectKind} from '../catalogue.ts';
import {children, content, problemAt} from '../document.ts';
import {objectExists, type Rule} from './rule.ts';

/** Elements without which a type of field is refused (Metadata API Developer Guide, "CustomField"). */
const REQUIRED_ELEMENTS: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ['displayFormat'],
  Currency: ['precision', 'scale'],
  EncryptedText: ['length', 'maskChar', 'maskType'],
  Html: ['length', 'visibleLines'],
  Location: ['scale'],
  LongTextArea: ['length', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MetadataRelationship: ['referenceTo'],
  MultiselectPicklist: ['valueSet', 'visibleLines'],
  Number: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Picklist: ['valueSet'],
  Summary: ['summaryForeignKey', 'summaryOperation'],
  Text: ['length'],
};

/** Smallest and largest length by type (Salesforce Help, "Custom Field Types"). */
const LENGTHS: Readonly<Record<string, readonly [number, number]>> = {Text: [1, 255], LongTextArea: [256, 131072], Html: [256, 131072]};

/** The types that may be required or unique by the field itself. A master-detail always is required, and mustn't say so. */
const NEVER_REQUIRED = new Set(['AutoNumber', 'Checkbox', 'Html', 'LongTextArea', 'MasterDetail', 'Summary']);
const MAY_BE_UNIQUE = new Set(['Email', 'Number', 'Text']);
const MAY_BE_EXTERNAL_ID = new Set(['AutoNumber', 'Email', 'Number', 'Text']);

/** Objects with a short list of field types of their own. */
const ALLOWED_TYPES: Partial<Record<ObjectKind, ReadonlySet<string>>> = {
  'custom setting': new Set('Checkbox Currency Date DateTime Email Number Percent Phone Text TextArea Url'.split(' ')),
  'custom metadata type': new Set(
    'Checkbox Date DateTime Email LongTextArea MetadataRelationship Number Percent Phone Picklist Text TextArea Url'.split(' '),
  ),
  'platform event': new Set('Checkbox Date DateTime LongTextArea Number Text'.split(' ')),
};

/** What Salesforce asks of a custom field beyond the schema. */
export const fields: Rule = (sources) => {
  const all = [...sources.catalogue.objects.values()].flatMap((object) => [...object.fields.values()].map((field) => ({object, field})));
  return [
    ...all.flatMap(({object, field}) => (field.name.endsWith('__c') ? checkField(field, object.kind) : [])),
    ...all.flatMap(({field}) => {
      const target = field.get('referenceTo');
      return target === undefined || objectExists(sources, target)
        ? []
        : [problem(field, `refers to the object ${target}, which isn't there`)];
    }),
    ...repeatedRelationships(all.map(({field}) => field)),
  ];
};

function checkField(field: FieldSource, kind: ObjectKind): Problem[] {
  const found: string[] = [];
  const type = field.get('type');
  const formula = field.get('formula') !== undefined;
  const required = field.get('required') === 'true';
  if (field.get('fullName') !== field.name)
    found.push(`<fullName> is ${String(field.get('fullName'))}, expected ${field.name} as in the file's name`);
  if (field.get('label') === undefined) found.push('<label> is missing');
  if (type === undefined) return [...found, '<type> is missing'].map((message) => problem(field, message));

  for (const element of formula ? [] : (REQUIRED_ELEMENTS[type] ?? [])) {
    if (!children(field.file.root, element).length) found.push(`<${element}> is missing, which a field of type ${type} needs`);
  }
  if (!(ALLOWED_TYPES[kind]?.has(type) ?? true)) found.push(`a ${kind} has no fields of type ${type}`);

  const length = Number(field.get('length') ?? NaN);
  const [shortest, longest] = LENGTHS[type] ?? [1, Infinity];
  if (length < shortest || length > longest) found.push(`<length> is ${length}, expected ${shortest} to ${longest}`);
  if (Number(field.get('precision') ?? 0) > 18) found.push('<precision> is over 18');
  if (Number(field.get('scale') ?? 0) > Number(field.get('precision') ?? Infinity)) found.push('<scale> is larger than <precision>');

  if (type === 'Checkbox' && !formula && !/^(true|false)$/.test(field.get('defaultValue') ?? '')) {
    found.push('a checkbox needs a <defaultValue>, true or false');
  }
  if (required && (formula || NEVER_REQUIRED.has(type))) found.push(`a ${formula ? 'formula' : type} field can't be <required>`);
  if (type === 'MasterDetail' && field.get('required') !== undefined)
    found.push("a master-detail field doesn't take <required>; it always is");
  if (type === 'MasterDetail' && ['Lead', 'User'].includes(field.get('referenceTo') ?? '')) {
    found.push(`${String(field.get('referenceTo'))} can't be the parent of a master-detail relationship; use a lookup`);
  }
  if (type === 'Lookup' && required && (field.get('deleteConstraint') ?? 'SetNull') === 'SetNull') {
    found.push("a required lookup can't be set to null: its <deleteConstraint> must be Restrict or Cascade");
  }
  if (field.get('unique') === 'true' && !MAY_BE_UNIQUE.has(type)) found.push(`a ${type} field can't be <unique>`);
  if (field.get('externalId') === 'true' && !MAY_BE_EXTERNAL_ID.has(type)) found.push(`a ${type} field can't be an <externalId>`);
  if (field.get('caseSensitive') !== undefined && !(type === 'Text' && field.get('unique') === 'true')) {
    found.push('<caseSensitive> is for unique text fields only');
  }
  return [...found.map((message) => problem(field, message)), ...checkPicklist(field)];
}

function checkPicklist(field: FieldSource): Problem[] {
  const values = children(field.file.root, 'valueSet')
    .flatMap((set) => children(set, 'valueSetDefinition'))
    .flatMap((definition) => children(definition, 'value'));
  const names = values.map((value) => children(value, 'fullName').map(content)[0] ?? '');
  const repeated = names.filter((name, index) => names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) !== index);
  const defaults = values.filter((value) => children(value, 'default').some((element) => content(element) === 'true'));
  return [
    ...repeated.map((name) => problem(field, `the picklist value ${name} is given twice`)),
    ...(defaults.length > 1 ? [problem(field, `${defaults.length} picklist values are the default, expected one at most`)] : []),
  ];
}

/** The children of one parent are found by relationship name, so that it can't be given to two lookups. */
function repeatedRelationships(all: readonly FieldSource[]): Problem[] {
  const first = new Map<string, FieldSource>();
  return all.flatMap((field) => {
    const name = field.get('relationshipName');
    if (name === undefined) return [];
    const wellFormed = /^[A-Za-z](?!.*__)[A-Za-z0-9_]*$/.test(name) && !name.endsWith('_') && name.length <= 40;
    const problems = wellFormed ? [] : [problem(field, `<relationshipName> ${name} isn't an API name of at most 40 characters`)];
    const key = `${field.get('referenceTo') ?? ''}.${name}`.toLowerCase();
    const other = first.get(key);
    if (other === undefined) first.set(key, field);
    else problems.push(problem(field, `<relationshipName> ${name} is also that of ${other.object}.${other.name}, to the same parent`));
    return problems;
  });
}

function problem(field: FieldSource, message: string): Problem {
  return problemAt(field.file, field.file.root, `${field.object}.${field.name}: ${message}`, 'field');
}
