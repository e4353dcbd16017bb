import type {Element} from '@xmldom/xmldom';
import type {Problem} from '../../check.ts';
import {type FieldSource, fullName, type ObjectSource} from '../catalogue.ts';
import {children, content, type MetadataFile, problemAt, textOf} from '../document.ts';
import type {Rule} from './rule.ts';

const SCHEMA_INSTANCE = 'http://www.w3.org/2001/XMLSchema-instance';

/** The `xsi:type` in which the value of a field is written (Metadata API Developer Guide, "CustomMetadata"). */
const VALUE_TYPES: Readonly<Record<string, readonly string[]>> = {
  Checkbox: ['xsd:boolean'],
  Date: ['xsd:date'],
  DateTime: ['xsd:dateTime'],
  Number: ['xsd:double', 'xsd:int'],
  Percent: ['xsd:double'],
};
const TEXT_TYPES = ['xsd:string'];

const FORMS: Readonly<Record<string, RegExp>> = {
  'xsd:boolean': /^(true|false)$/,
  'xsd:date': /^\d{4}-\d{2}-\d{2}$/,
  'xsd:dateTime': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:?\d{2})$/,
  'xsd:double': /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/,
  'xsd:int': /^-?\d+$/,
};

/** Records of custom metadata: their type and fields exist, their values have the field's type and fit it, none that is required is missing. */
export const customMetadata: Rule = ({catalogue}) =>
  catalogue.files
    .filter(({root}) => root.localName === 'CustomMetadata')
    .flatMap((file) => {
      const [typeName = '', recordName] = fullName(file).split('.');
      const type = catalogue.objects.get(`${typeName}__mdt`);
      if (type === undefined) return [at(file, file.root, `the custom metadata type ${typeName}__mdt isn't there`)];
      if (recordName === undefined) return [at(file, file.root, 'the file is to be named Type.Record.md-meta.xml')];
      return checkRecord(file, type, catalogue.names.get('CustomMetadata') ?? new Set());
    });

function checkRecord(file: MetadataFile, type: ObjectSource, records: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  const given = new Map<string, string>();
  for (const element of children(file.root, 'values')) {
    const name = textOf(element, 'field') ?? '';
    const field = type.fields.get(name);
    if (field === undefined) problems.push(at(file, element, `${type.name} has no field ${name}`));
    else if (given.has(name)) problems.push(at(file, element, `${name} is given twice`));
    else problems.push(...checkValue(file, element, field, records));
    given.set(name, textOf(element, 'value') ?? '');
  }
  for (const field of type.fields.values()) {
    if (field.get('required') === 'true' && (given.get(field.name) ?? '') === '') {
      problems.push(at(file, file.root, `${field.name} is required by ${type.name} and has no value`));
    }
  }
  return problems;
}

function checkValue(file: MetadataFile, element: Element, field: FieldSource, records: ReadonlySet<string>): Problem[] {
  const [value] = children(element, 'value');
  if (value === undefined || value.getAttributeNS(SCHEMA_INSTANCE, 'nil') === 'true') return [];
  const text = content(value);
  const fieldType = field.get('type') ?? '';
  const expected = VALUE_TYPES[fieldType] ?? TEXT_TYPES;
  const found = value.getAttributeNS(SCHEMA_INSTANCE, 'type') ?? '';
  const report = (message: string): Problem[] => [at(file, value, `${field.name}: ${message}`)];
  if (!expected.includes(found)) return report(`xsi:type is "${found}", expected ${expected.join(' or ')} for a ${fieldType}`);
  if (!(FORMS[found]?.test(text) ?? true)) return report(`"${text}" isn't a value of ${found}`);
  if (fieldType === 'Text' && text.length > Number(field.get('length')))
    return report(`${text.length} characters, ${String(field.get('length'))} are allowed`);
  if (fieldType === 'Picklist' && !picklistValues(field).has(text))
    return report(`"${text}" isn't one of ${[...picklistValues(field)].join(', ')}`);
  if (fieldType === 'Number')
    return fits(text, field)
      ? []
      : report(`${text} doesn't fit precision ${String(field.get('precision'))}, scale ${String(field.get('scale'))}`);
  const target = field.get('referenceTo') ?? '';
  if (fieldType === 'MetadataRelationship' && target.endsWith('__mdt') && !records.has(`${target.slice(0, -'__mdt'.length)}.${text}`)) {
    return report(`the record ${text} of ${target} isn't there`);
  }
  return [];
}

function picklistValues(field: FieldSource): ReadonlySet<string> {
  const definitions = children(field.file.root, 'valueSet').flatMap((set) => children(set, 'valueSetDefinition'));
  return new Set(definitions.flatMap((definition) => children(definition, 'value')).flatMap((value) => textOf(value, 'fullName') ?? []));
}

function fits(text: string, field: FieldSource): boolean {
  const scale = Number(field.get('scale') ?? 0);
  const [whole = '', fraction = ''] = text.replace('-', '').split('.');
  return fraction.replace(/0+$/, '').length <= scale && whole.replace(/^0+/, '').length <= Number(field.get('precision') ?? 18) - scale;
}

function at(file: MetadataFile, element: Element, message: string): Problem {
  return problemAt(file, element, message, 'custom metadata');
}
