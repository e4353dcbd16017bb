/** `Schema.DescribeFieldResult` (Apex Reference Guide, "DescribeFieldResult Class"): a field as the running user sees it. */
import type {FieldDescriptor, FieldValueType, SObjectDescriptor} from '../../../data/descriptor.ts';
import {standardNameFields} from '../../../data/schema/standard-name-fields.ts';
import {isGroupable} from '../../../data/soql/plan-aggregate.ts';
import {isFilterable} from '../../../data/soql/plan-conditions.ts';
import {isSortable} from '../../../data/soql/plan.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import {undescribed} from './describe-member.ts';
import {displayType} from './display-type.ts';
import {PicklistEntry} from './PicklistEntry.ts';
import {fieldToken} from './sobject-field.ts';
import {objectToken} from './sobject-type.ts';

export class DescribeFieldResult extends PlatformObject {
  override readonly typeName = 'Schema.DescribeFieldResult';
  readonly object: SObjectDescriptor;
  readonly field: FieldDescriptor;

  constructor(object: SObjectDescriptor, field: FieldDescriptor) {
    super();
    this.object = object;
    this.field = field;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof DescribeFieldResult && other.field === this.field;
  }
}

/** What the signatures tell of the fields of objects of which there are no facts, and that nothing is encrypted in an org that doesn't encrypt. */
const IN_SIGNATURES: ReadonlySet<string> = new Set([
  'Custom',
  'Encrypted',
  'LocalName',
  'Name',
  'ReferenceTo',
  'RelationshipName',
  'SoapType',
  'SobjectField',
]);

/** Types of fields that follow from the Apex types of their values: a String may be a picklist or an e-mail address, a Decimal an amount or a percentage. */
const TELLING_TYPES: ReadonlySet<FieldValueType> = new Set(['Boolean', 'Date', 'Datetime', 'Id', 'Integer', 'Long', 'Time']);

/** A value, as a method and as a property: `getLabel()` and `Label`, `isUnique()` and `Unique`. */
function member(
  name: string,
  prefix: 'get' | 'is',
  read: (rt: Runtime, describe: DescribeFieldResult) => unknown,
): [string, Implementation][] {
  const implementation: Implementation = (rt: Runtime, self: DescribeFieldResult) => {
    const {object, field} = self;
    const isKnown =
      IN_SIGNATURES.has(name) ||
      (name === 'Type' && TELLING_TYPES.has(field.valueType)) ||
      (name === 'NameField' && standardNameFields[object.name] !== undefined);
    if (object.kind === 'signature only' && !isKnown) throw undescribed(`${object.name}.${field.name}`, `${prefix}${name}`);
    return read(rt, self);
  };
  return [
    [`${prefix}${name}()`, implementation],
    [`get ${name}`, implementation],
  ];
}

function fact(name: string, prefix: 'get' | 'is', read: (field: FieldDescriptor) => unknown): [string, Implementation][] {
  return member(name, prefix, (_rt, {field}) => read(field));
}

function right(name: string, action: 'read' | 'create' | 'edit'): [string, Implementation][] {
  return member(name, 'is', (rt, {object, field}) => rt.org.security.of(rt.tx.userId).canAccessField(object, field, action));
}

export const describeFieldResultClass: ClassDefinition = defineClass(
  'Schema.DescribeFieldResult',
  Object.fromEntries([
    ...fact('Name', 'get', (field) => field.name),
    ...fact('LocalName', 'get', (field) => field.name),
    ...fact('Label', 'get', (field) => field.label),
    ...fact('InlineHelpText', 'get', (field) => field.inlineHelpText),
    ...fact('Length', 'get', (field) => field.length ?? 0),
    ...fact('ByteLength', 'get', (field) => (field.length ?? 0) * 3),
    ...fact('Precision', 'get', (field) => field.precision ?? 0),
    ...fact('Scale', 'get', (field) => field.scale ?? 0),
    ...fact('Digits', 'get', (field) => (field.type === 'Integer' ? (field.precision ?? 0) : 0)),
    ...fact('CalculatedFormula', 'get', (field) => field.formula),
    ...fact('DefaultValueFormula', 'get', (field) => (field.type === 'Boolean' ? null : field.defaultValue)),
    ...fact('RelationshipName', 'get', (field) => field.relationshipName),
    ...member('Type', 'get', (rt, {field}) => rt.types.enumValue('Schema.DisplayType', displayType(field.type))),
    ...member('SobjectField', 'get', (_rt, {object, field}) => fieldToken(object, field)),
    ...member('ReferenceTo', 'get', (rt, {field}) => referencedObjects(rt, field)),
    ...member('PicklistValues', 'get', (rt, {field}) => picklistEntries(rt, field)),
    ...fact('AutoNumber', 'is', (field) => field.autoNumber !== null),
    ...fact('Calculated', 'is', (field) => field.formula !== null || field.summary !== null),
    ...fact('CaseSensitive', 'is', (field) => field.isCaseSensitive),
    ...fact('CascadeDelete', 'is', (field) => field.isMasterDetail || field.deleteConstraint === 'Cascade'),
    ...fact('Custom', 'is', (field) => field.isCustom),
    ...fact('DefaultedOnCreate', 'is', (field) => field.isDefaultedOnCreate),
    ...fact('ExternalId', 'is', (field) => field.isExternalId),
    ...fact('IdLookup', 'is', (field) => field.isIdLookup),
    ...member('NameField', 'is', (_rt, {object, field}) => isNameField(object, field)),
    ...fact('NamePointing', 'is', (field) => field.referenceTo.length > 1),
    ...fact('Nillable', 'is', (field) => field.isNillable),
    ...fact('RestrictedDelete', 'is', (field) => field.deleteConstraint === 'Restrict'),
    ...fact('RestrictedPicklist', 'is', (field) => field.picklist?.isRestricted ?? false),
    ...fact('Unique', 'is', (field) => field.isUnique),
    ...fact('HtmlFormatted', 'is', (field) => field.type === 'RichTextArea'),
    ...fact('FormulaTreatNullNumberAsZero', 'is', (field) => field.blanksAsZero),
    ...fact('Filterable', 'is', isFilterable),
    ...fact('Groupable', 'is', isGroupable),
    ...fact('Sortable', 'is', (field) => isSortable(field.type)),
    ...fact('Encrypted', 'is', (field) => field.type === 'EncryptedString'),
    ...fact('DeprecatedAndHidden', 'is', () => false),
    ...fact('DefaultValue', 'get', (field) => (field.type === 'Boolean' ? field.defaultValue === 'true' : null)),
    ...member('SoapType', 'get', (rt, {field}) => rt.types.enumValue('Schema.SoapType', soapTypes[field.valueType])),
    ...right('Accessible', 'read'),
    ...right('Createable', 'create'),
    ...right('Updateable', 'edit'),
    ['getSObjectType()', (_rt: Runtime, self: DescribeFieldResult) => objectToken(self.object)],
  ]),
);

function isNameField(object: SObjectDescriptor, field: FieldDescriptor): boolean {
  return object.kind === 'signature only' ? standardNameFields[object.name] === field.name : field.isNameField;
}

const soapTypes: Readonly<Record<FieldValueType, string>> = {
  Id: 'ID',
  String: 'STRING',
  Boolean: 'BOOLEAN',
  Integer: 'INTEGER',
  Long: 'INTEGER',
  Double: 'DOUBLE',
  Decimal: 'DOUBLE',
  Date: 'DATE',
  Datetime: 'DATETIME',
  Time: 'TIME',
  Blob: 'BASE64BINARY',
  Object: 'ANYTYPE',
  Address: 'ADDRESS',
  Location: 'LOCATION',
};

function referencedObjects(rt: Runtime, field: FieldDescriptor): ApexList {
  const objects = field.referenceTo.flatMap((name) => rt.org.schema.object(name) ?? []);
  return new ApexList(rt.types.list(rt.types.get('Schema.SObjectType')), objects.map(objectToken));
}

function picklistEntries(rt: Runtime, field: FieldDescriptor): ApexList {
  const values = (field.picklist?.values ?? []).filter((value) => value.isActive);
  return new ApexList(
    rt.types.list(rt.types.get('Schema.PicklistEntry')),
    values.map((value) => new PicklistEntry(value)),
  );
}
