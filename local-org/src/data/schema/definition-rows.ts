/** The rows of EntityDefinition and FieldDefinition: the schema, as a query sees it. */
import type {FieldDescriptor, Schema, SObjectDescriptor} from '../descriptor.ts';
import type {Tables} from '../tables/tables.ts';

/** Rows are made when somebody asks for one of the tables. */
export function seedDefinitions(schema: Schema, tables: Tables): void {
  const [entities, fields] = [schema.object('EntityDefinition'), schema.object('FieldDefinition')];
  if (entities === null || fields === null) return;
  tables.seed(entities, () => schema.objects.map((object) => row(entities, entityValues(object))));
  tables.seed(fields, () => schema.objects.flatMap((object) => object.fields.map((field) => row(fields, fieldValues(object, field)))));
}

/** The durable Id of a field, by which metadata relationships hold it. */
export function durableFieldId(object: string, field: string): string {
  return `${object}.${field}`;
}

function row(table: SObjectDescriptor, values: Readonly<Record<string, unknown>>): unknown[] {
  return table.fields.map((field) => values[field.name] ?? (field.type === 'Boolean' ? false : null));
}

function entityValues(object: SObjectDescriptor): Readonly<Record<string, unknown>> {
  const {name, label, labelPlural, keyPrefix, kind} = object;
  return {
    Id: name,
    DurableId: name,
    QualifiedApiName: name,
    DeveloperName: developerName(name),
    MasterLabel: label,
    Label: label,
    PluralLabel: labelPlural,
    KeyPrefix: keyPrefix,
    IsCustomSetting: kind === 'hierarchy setting' || kind === 'list setting',
    IsQueryable: kind !== 'platform event',
    IsApexTriggerable: kind === 'custom' || kind === 'platform event',
  };
}

function fieldValues(object: SObjectDescriptor, field: FieldDescriptor): Readonly<Record<string, unknown>> {
  const id = durableFieldId(object.name, field.name);
  return {
    Id: id,
    DurableId: id,
    QualifiedApiName: field.name,
    DeveloperName: developerName(field.name),
    MasterLabel: field.label,
    Label: field.label,
    EntityDefinitionId: object.name,
    DataType: dataType(field),
    RelationshipName: field.relationshipName,
    Description: field.description,
    Length: field.length,
    Precision: field.precision,
    Scale: field.scale,
    IsCalculated: field.formula !== null || field.summary !== null,
    IsNameField: field.isNameField,
    IsNillable: field.isNillable,
    IsHtmlFormatted: field.type === 'RichTextArea',
  };
}

function developerName(name: string): string {
  return name.replace(/__\w+$/, '');
}

/** As Setup shows it: `Text(80)`, `Lookup(Account)`, `Number(16, 2)`. */
function dataType(field: FieldDescriptor): string {
  const number = `(${String((field.precision ?? 0) - (field.scale ?? 0))}, ${String(field.scale ?? 0)})`;
  const names: Readonly<Record<FieldDescriptor['type'], string>> = {
    Id: 'ID',
    Reference: `${field.isMasterDetail ? 'Master-Detail' : 'Lookup'}(${field.referenceTo.join(',')})`,
    String: field.autoNumber === null ? `Text(${String(field.length)})` : 'Auto Number',
    TextArea: `Text Area(${String(field.length)})`,
    LongTextArea: `Long Text Area(${String(field.length)})`,
    RichTextArea: `Rich Text Area(${String(field.length)})`,
    EncryptedString: 'Text (Encrypted)',
    Email: 'Email',
    Phone: 'Phone',
    Url: `URL(${String(field.length)})`,
    Picklist: 'Picklist',
    MultiPicklist: 'Picklist (Multi-Select)',
    Combobox: 'Picklist',
    Boolean: 'Checkbox',
    Integer: `Number${number}`,
    Double: `Number${number}`,
    Long: `Number${number}`,
    Currency: `Currency${number}`,
    Percent: `Percent${number}`,
    Date: 'Date',
    Datetime: 'Date/Time',
    Time: 'Time',
    Base64: 'Base64',
    Address: 'Address',
    Location: 'Geolocation',
    AnyType: 'Any',
  };
  return field.formula === null ? names[field.type] : `Formula (${names[field.type].replace(/\(.*/, '')})`;
}
