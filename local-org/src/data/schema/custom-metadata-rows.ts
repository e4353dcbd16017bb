/**
 * Records of custom metadata types as rows, from source. A record that a deployment would refuse is a diagnostic: unknown types and fields, values of another
 * type, missing required values, relationships that lead nowhere (Metadata API Developer Guide, "CustomMetadata").
 */
import {ApexDate} from '../../apex/runtime/date.ts';
import {ApexDatetime} from '../../apex/runtime/datetime.ts';
import {Decimal} from '../../apex/runtime/decimal.ts';
import type {Diagnostic, DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import {NOWHERE} from '../../diagnostics/source-location.ts';
import type {CustomMetadataFieldValue, CustomMetadataRecord, CustomMetadataValue, Project} from '../../project/model.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../descriptor.ts';
import {durableFieldId} from './definition-rows.ts';

export interface MetadataRow {
  readonly object: SObjectDescriptor;
  readonly source: CustomMetadataRecord;
  /** Id, relationships and time stamps are the caller's. */
  readonly slots: unknown[];
  /** Relationships to other records: the field, and the developer name it holds. */
  readonly references: readonly {readonly field: FieldDescriptor; readonly developerName: string; readonly line: number}[];
}

export interface MetadataRows {
  readonly rows: readonly MetadataRow[];
  readonly diagnostics: readonly Diagnostic[];
}

/** In the order of types and names, so that the same source gives the same Ids. */
export function customMetadataRows(project: Pick<Project, 'customMetadataRecords'>, schema: Schema): MetadataRows {
  const reader = new RecordReader(schema);
  const sources = project.customMetadataRecords.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
  const rows = sources.flatMap((source) => reader.read(source) ?? []);
  const known = new Set(rows.map((row) => `${row.object.key}.${row.source.developerName.toLowerCase()}`));
  for (const row of rows) {
    for (const {field, developerName, line} of row.references) {
      const target = field.referenceTo[0] ?? '';
      if (known.has(`${target.toLowerCase()}.${developerName.toLowerCase()}`)) continue;
      reader.report(
        'E915',
        `${row.object.name}.${row.source.developerName}: ${field.name} names ${developerName}, and there is no such record of ${target}.`,
        {
          ...row.source,
          line,
        },
      );
    }
  }
  return {rows, diagnostics: reader.diagnostics};
}

function keyOf(record: CustomMetadataRecord): string {
  return `${record.type}.${record.developerName}`;
}

class RecordReader {
  readonly diagnostics: Diagnostic[] = [];
  readonly #schema: Schema;
  readonly #seen = new Set<string>();

  constructor(schema: Schema) {
    this.#schema = schema;
  }

  read(source: CustomMetadataRecord): MetadataRow | null {
    const object = this.#schema.object(source.type);
    if (object?.kind !== 'custom metadata') {
      return this.report('E911', `${keyOf(source)}: ${source.type} is no custom metadata type of this project.`, source);
    }
    if (this.#seen.has(keyOf(source).toLowerCase())) return this.report('E912', `${keyOf(source)} is there twice.`, source);
    this.#seen.add(keyOf(source).toLowerCase());
    const slots = emptyRow(object, source);
    const references: MetadataRow['references'][number][] = [];
    for (const entry of source.values) {
      const field = object.fieldsByKey.get(entry.field.toLowerCase());
      if (field?.isCustom !== true) {
        this.report('E913', `${keyOf(source)}: ${source.type} has no field ${entry.field}.`, {...source, line: entry.line});
        continue;
      }
      if (field.type === 'Reference' && field.valueType === 'String') slots[field.index] = this.#definition(object, field, entry, source);
      else if (field.type === 'Reference') {
        if (entry.value.kind === 'string') references.push({field, developerName: entry.value.text.replace(/^.*\./, ''), line: entry.line});
      } else slots[field.index] = this.#value(field, entry, source);
    }
    this.#checkRequired(object, source);
    return {object, source, slots, references};
  }

  /** The durable Id of the object or field that the value names; a field's object is named by the relationship to objects beside it. */
  #definition(object: SObjectDescriptor, field: FieldDescriptor, entry: CustomMetadataFieldValue, source: CustomMetadataRecord): unknown {
    if (entry.value.kind !== 'string' || entry.value.text === '') return null;
    const name = entry.value.text;
    const entity = field.referenceTo[0] === 'EntityDefinition' ? name : this.#entityBeside(object, source);
    const described = entity === null ? null : this.#schema.object(entity);
    if (described === null)
      return this.report('E915', `${keyOf(source)}: ${field.name} names ${entity ?? name}, which is no object.`, {
        ...source,
        line: entry.line,
      });
    if (field.referenceTo[0] === 'EntityDefinition') return described.name;
    const named = described.fieldsByKey.get(name.replace(/^.*\./, '').toLowerCase());
    if (named !== undefined) return durableFieldId(described.name, named.name);
    return this.report('E915', `${keyOf(source)}: ${field.name} names ${name}, which is no field of ${described.name}.`, {
      ...source,
      line: entry.line,
    });
  }

  #entityBeside(object: SObjectDescriptor, source: CustomMetadataRecord): string | null {
    for (const {field, value} of source.values) {
      const target = object.fieldsByKey.get(field.toLowerCase())?.referenceTo[0];
      if (target === 'EntityDefinition' && value.kind === 'string') return value.text;
    }
    return null;
  }

  report(code: DiagnosticCode, message: string, place: {readonly path: string; readonly line: number}): null {
    this.diagnostics.push({code, message, path: place.path, span: {...NOWHERE, line: place.line, column: 1}});
    return null;
  }

  #value(field: FieldDescriptor, entry: CustomMetadataFieldValue, source: CustomMetadataRecord): unknown {
    const {value} = entry;
    if (value.kind === 'null') return field.type === 'Boolean' ? false : null;
    const place = {...source, line: entry.line};
    const converted = convert(field, value);
    if (converted === undefined) {
      return this.report('E914', `${keyOf(source)}: ${field.name} takes a value of type ${field.type}, not ${shown(value)}.`, place);
    }
    if (typeof converted === 'string' && field.length !== null && converted.length > field.length) {
      return this.report(
        'E914',
        `${keyOf(source)}: the value of ${field.name} has ${converted.length} characters and may have ${field.length}.`,
        place,
      );
    }
    if (
      typeof converted === 'string' &&
      field.picklist?.isRestricted === true &&
      !field.picklist.values.some((each) => each.value === converted)
    ) {
      const allowed = field.picklist.values.map((each) => each.value).join(', ');
      return this.report('E914', `${keyOf(source)}: ${field.name} is ${converted}, which is none of ${allowed}.`, place);
    }
    return converted;
  }

  #checkRequired(object: SObjectDescriptor, source: CustomMetadataRecord): void {
    const given = new Set(source.values.filter(({value}) => !isEmpty(value)).map(({field}) => field.toLowerCase()));
    for (const field of object.fields) {
      if (!field.isCustom || field.isNillable || field.type === 'Boolean' || field.formula !== null || given.has(field.key)) continue;
      this.report('E914', `${keyOf(source)}: ${field.name} is required and has no value.`, source);
    }
  }
}

function isEmpty(value: CustomMetadataValue): boolean {
  return value.kind === 'null' || (value.kind === 'string' && value.text === '');
}

function emptyRow(object: SObjectDescriptor, source: CustomMetadataRecord): unknown[] {
  const slots: unknown[] = object.fields.map((field) => (field.type === 'Boolean' ? field.defaultValue === 'true' : null));
  const names = {
    developername: source.developerName,
    qualifiedapiname: source.developerName,
    masterlabel: source.label,
    label: source.label,
    language: 'en_US',
  };
  for (const [key, value] of Object.entries(names)) {
    const field = object.fieldsByKey.get(key);
    if (field !== undefined) slots[field.index] = value;
  }
  return slots;
}

/** Undefined where the value is of another type than the field. */
function convert(field: FieldDescriptor, value: Exclude<CustomMetadataValue, {kind: 'null'}>): unknown {
  switch (field.valueType) {
    case 'String':
      return value.kind === 'string' ? (value.text === '' ? null : value.text) : undefined;
    case 'Boolean':
      return value.kind === 'boolean' ? value.value : undefined;
    case 'Decimal': {
      const number = value.kind === 'number' ? Decimal.parse(value.text) : null;
      if (number === null) return undefined;
      return field.scale !== null && number.scale > field.scale ? number.setScale(field.scale, 'HALF_UP') : number;
    }
    case 'Date':
      return value.kind === 'date' ? (ApexDate.parseIso(value.text) ?? undefined) : undefined;
    case 'Datetime':
      return value.kind === 'datetime' && !Number.isNaN(Date.parse(value.text)) ? new ApexDatetime(Date.parse(value.text)) : undefined;
    default:
      return undefined;
  }
}

function shown(value: Exclude<CustomMetadataValue, {kind: 'null'}>): string {
  return value.kind === 'boolean' ? `the boolean ${String(value.value)}` : `the ${value.kind} "${value.text}"`;
}
