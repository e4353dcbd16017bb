/** Custom fields as their metadata has them (Metadata API Developer Guide, "CustomField"), made into specifications. */
import type {CustomField, PicklistValue as PicklistValueSource, ValueSetFile} from '../../project/model.ts';
import type {FieldDescriptor, PicklistValue} from '../descriptor.ts';
import type {FieldSpec} from './field-spec.ts';

export interface FieldContext {
  /** API name of the object. */
  readonly object: string;
  readonly isCustomMetadata: boolean;
  readonly globalValueSets: ReadonlyMap<string, ValueSetFile>;
  /** The field that a roll-up summary calculates over, for its type; null where there is none. */
  readonly summarized: (path: string) => Pick<FieldSpec, 'type' | 'precision' | 'scale'> | null;
}

/** Null for a kind of field that the embedded org lacks. */
export function customFieldSpec(field: CustomField, context: FieldContext): FieldSpec | null {
  if (field.type === null) return null;
  const typed = typeOf(field, context);
  if (typed === null) return null;
  const isNillable = !field.required && typed.type !== 'Boolean' && typed.isMasterDetail !== true;
  return {
    name: field.name,
    isCustom: true,
    label: field.label ?? field.name,
    isNillable,
    isUnique: field.unique,
    isCaseSensitive: field.caseSensitive,
    isExternalId: field.externalId,
    defaultValue: field.defaultValue,
    formula: field.formula,
    blanksAsZero: field.formula !== null && field.formulaTreatBlanksAs === 'BlankAsZero',
    inlineHelpText: field.inlineHelpText,
    description: field.description,
    ...typed,
  };
}

type Typed = Pick<FieldSpec, 'type'> & Partial<FieldSpec>;

function typeOf(field: CustomField, context: FieldContext): Typed | null {
  switch (field.type) {
    case 'AutoNumber':
      return {type: 'String', length: 30, autoNumber: {format: field.displayFormat ?? '{0}', start: field.startingNumber ?? 1}};
    case 'Checkbox':
      return {type: 'Boolean', defaultValue: field.formula === null ? (field.defaultValue ?? 'false') : null};
    case 'Currency':
    case 'Number':
    case 'Percent':
      return number(field.type === 'Number' ? 'Double' : field.type, field);
    case 'Date':
      return {type: 'Date'};
    case 'DateTime':
      return {type: 'Datetime'};
    case 'Time':
      return {type: 'Time'};
    case 'Email':
      return {type: 'Email', length: 80};
    case 'EncryptedText':
      return {type: 'EncryptedString', length: field.length ?? 175};
    case 'Html':
      return {type: 'RichTextArea', length: field.length ?? 32_768};
    case 'LongTextArea':
      return {type: 'LongTextArea', length: field.length ?? 32_768};
    case 'Text':
      // The text of a formula may have up to 1,300 characters (Salesforce Help, "Formula Field Limits").
      return {type: 'String', length: field.formula === null ? (field.length ?? 255) : 1300};
    case 'TextArea':
      return {type: 'TextArea', length: 255};
    case 'Phone':
      return {type: 'Phone', length: 40};
    case 'Url':
      return {type: 'Url', length: 255};
    case 'Picklist':
      return {type: 'Picklist', length: 255, picklist: picklistOf(field, context)};
    case 'MultiselectPicklist':
      return {type: 'MultiPicklist', length: 4099, picklist: picklistOf(field, context)};
    case 'Lookup':
    case 'Hierarchy':
    case 'MasterDetail':
    case 'MetadataRelationship':
      return reference(field, context);
    case 'Summary':
      return summary(field, context);
    case 'Address':
    case 'Array':
    case 'ExternalLookup':
    case 'File':
    case 'IndirectLookup':
    case 'Location':
    case null:
      return null;
  }
}

function number(type: 'Double' | 'Currency' | 'Percent', field: CustomField): Typed {
  return {type, precision: field.precision ?? 18, scale: field.scale ?? 0};
}

/** Targets of metadata relationships whose rows are parts of the schema itself. */
const schemaTargets: ReadonlySet<string> = new Set(['EntityDefinition', 'FieldDefinition']);

function reference(field: CustomField, context: FieldContext): Typed | null {
  const target = field.referenceTo ?? (field.type === 'Hierarchy' ? 'User' : null);
  if (target === null) return null;
  if (schemaTargets.has(target)) return definitionReference(field, target);
  const isMasterDetail = field.type === 'MasterDetail';
  return {
    type: 'Reference',
    referenceTo: [target],
    relationshipName: field.name.replace(/__c$/, '__r'),
    childRelationshipName: field.relationshipName === null ? null : `${field.relationshipName}__r`,
    isMasterDetail,
    ...(isMasterDetail ? {isUpdateable: field.reparentableMasterDetail} : {}),
    deleteConstraint: isMasterDetail ? 'Cascade' : context.isCustomMetadata ? null : (field.deleteConstraint ?? 'SetNull'),
  };
}

/** The value of such a relationship is the durable Id of an object or field, which is text. */
function definitionReference(field: CustomField, target: string): Typed {
  return {
    type: 'Reference',
    valueType: 'String',
    length: 255,
    referenceTo: [target],
    relationshipName: field.name.replace(/__c$/, '__r'),
    deleteConstraint: null,
  };
}

function picklistOf(field: CustomField, context: FieldContext): FieldDescriptor['picklist'] {
  const {valueSet} = field;
  if (valueSet === null) return {isRestricted: false, values: []};
  const global = valueSet.valueSetName === null ? null : context.globalValueSets.get(valueSet.valueSetName.toLowerCase());
  // A field of a global value set is always restricted to it (Salesforce Help, "Create a Global Picklist").
  const values = (global?.values ?? valueSet.values).map(picklistValue);
  return {isRestricted: valueSet.restricted || global != null, values: valueSet.sorted ? sorted(values) : values};
}

export function picklistValue(value: PicklistValueSource): PicklistValue {
  return {value: value.fullName, label: value.label, isDefault: value.default, isActive: value.isActive};
}

function sorted(values: readonly PicklistValue[]): PicklistValue[] {
  return values.toSorted((left, right) => (left.label.toLowerCase() < right.label.toLowerCase() ? -1 : 1));
}

function summary(field: CustomField, context: FieldContext): Typed | null {
  const source = field.summary;
  if (source === null) return null;
  const [childObject = '', foreignKey = ''] = source.foreignKey.split('.');
  const summarized = source.summarizedField === null ? null : context.summarized(source.summarizedField);
  const rollUp: Typed['summary'] = {
    operation: source.operation,
    childObject,
    foreignKey,
    summarizedField: source.summarizedField?.split('.')[1] ?? null,
    filterItems: source.filterItems,
  };
  if (source.operation === 'count') return {type: 'Double', precision: 18, scale: 0, summary: rollUp};
  if (summarized === null) return null;
  const {type, precision = null, scale = null} = summarized;
  return {type, precision, scale, summary: rollUp};
}
