/**
 * How a field is written down before it gets its place in an object: a type with what deviates from that type's defaults. Facts of standard objects and
 * metadata of custom ones both become specifications, and one function makes descriptors of them.
 */
import type {FieldDescriptor, FieldType, FieldValueType, PicklistValue} from '../descriptor.ts';

export interface FieldSpec extends Partial<Omit<FieldDescriptor, 'key' | 'index' | 'name' | 'type'>> {
  readonly name: string;
  readonly type: FieldType;
  /** Of a lookup: the name of the relationship seen from the parent (`Contacts`, `Proposals__r`); null or left out where it has none. */
  readonly childRelationshipName?: string | null;
  /** Of a standard picklist: the standard value set by which source replaces its values. */
  readonly standardValueSet?: string;
  /** Exists only where a feature of the scratch definition is enabled. */
  readonly feature?: string;
}

/** What a specification may add. */
export type FieldOptions = Omit<FieldSpec, 'name' | 'type'> & {
  /** Must have a value: not nillable, and not filled by the platform. */
  readonly required?: boolean;
  /** Filled by the platform alone. */
  readonly readOnly?: boolean;
};

const valueTypes: Readonly<Record<FieldType, FieldValueType>> = {
  Id: 'Id',
  Reference: 'Id',
  String: 'String',
  TextArea: 'String',
  LongTextArea: 'String',
  RichTextArea: 'String',
  EncryptedString: 'String',
  Email: 'String',
  Phone: 'String',
  Url: 'String',
  Picklist: 'String',
  MultiPicklist: 'String',
  Combobox: 'String',
  Boolean: 'Boolean',
  Integer: 'Integer',
  Double: 'Decimal',
  Long: 'Long',
  Currency: 'Decimal',
  Percent: 'Decimal',
  Date: 'Date',
  Datetime: 'Datetime',
  Time: 'Time',
  Base64: 'Blob',
  Address: 'Address',
  Location: 'Location',
  AnyType: 'Object',
};

/** Gives a specification its place. */
export function buildField(spec: FieldSpec, index: number): FieldDescriptor {
  const isBoolean = spec.type === 'Boolean';
  const isComputed = spec.formula != null || spec.summary != null || spec.autoNumber != null;
  return {
    name: spec.name,
    key: spec.name.toLowerCase(),
    index,
    label: spec.label ?? labelOf(spec.name, spec.type),
    type: spec.type,
    valueType: spec.valueType ?? valueTypes[spec.type],
    length: spec.length ?? (spec.type === 'Id' || spec.type === 'Reference' ? 18 : null),
    precision: spec.precision ?? null,
    scale: spec.scale ?? null,
    isCustom: spec.isCustom ?? false,
    isNillable: spec.isNillable ?? !isBoolean,
    isUnique: spec.isUnique ?? false,
    isCaseSensitive: spec.isCaseSensitive ?? false,
    isExternalId: spec.isExternalId ?? false,
    isIdLookup: spec.isIdLookup ?? (spec.isExternalId === true || spec.isUnique === true),
    isNameField: spec.isNameField ?? false,
    isCreateable: spec.isCreateable ?? !isComputed,
    isUpdateable: spec.isUpdateable ?? !isComputed,
    isDefaultedOnCreate: spec.isDefaultedOnCreate ?? (isBoolean || spec.autoNumber != null || hasDefault(spec)),
    isSystem: spec.isSystem ?? false,
    isHidden: spec.isHidden ?? false,
    formula: spec.formula ?? null,
    blanksAsZero: spec.blanksAsZero ?? false,
    autoNumber: spec.autoNumber ?? null,
    summary: spec.summary ?? null,
    defaultValue: spec.defaultValue ?? null,
    picklist: spec.picklist ?? null,
    referenceTo: spec.referenceTo ?? [],
    relationshipName: spec.relationshipName ?? null,
    isMasterDetail: spec.isMasterDetail ?? false,
    deleteConstraint: spec.deleteConstraint === undefined ? (spec.type === 'Reference' ? 'SetNull' : null) : spec.deleteConstraint,
    inlineHelpText: spec.inlineHelpText ?? null,
    description: spec.description ?? null,
  };
}

function hasDefault(spec: FieldSpec): boolean {
  return spec.defaultValue != null || (spec.picklist?.values.some((value) => value.isDefault) ?? false);
}

/** `AnnualRevenue` → `Annual Revenue`, `OwnerId` → `Owner ID`: the pattern that labels of standard fields follow unless their facts say otherwise. */
function labelOf(name: string, type: FieldType): string {
  const words = name
    .replace(/__c$/, '')
    .replaceAll('_', ' ')
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2');
  return type === 'Reference' ? words.replace(/ Id$/, ' ID') : words;
}

// ------------------------------------------------------------------------------------------------ specifications by type

export function text(name: string, length: number, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'String', {length, ...options});
}

/** Several lines, at most 255 characters unless it says otherwise. */
export function textArea(name: string, length: number, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'TextArea', {length, ...options});
}

export function longTextArea(name: string, length: number, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'LongTextArea', {length, ...options});
}

export function email(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Email', {length: 80, ...options});
}

export function phone(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Phone', {length: 40, ...options});
}

export function url(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Url', {length: 255, ...options});
}

export function checkbox(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Boolean', {defaultValue: 'false', ...options});
}

/** A whole number that Apex sees as an Integer. */
export function integer(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Integer', {precision: 8, scale: 0, ...options});
}

/** `precision` counts all digits. */
export function double(name: string, precision: number, scale: number, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Double', {precision, scale, ...options});
}

export function currency(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Currency', {precision: 18, scale: 0, ...options});
}

export function percent(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Percent', {precision: 3, scale: 0, ...options});
}

export function date(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Date', options);
}

export function datetime(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Datetime', options);
}

export function base64(name: string, options: FieldOptions = {}): FieldSpec {
  return specify(name, 'Base64', options);
}

/** Values whose names are their labels. */
export function picklist(
  name: string,
  values: readonly string[],
  options: FieldOptions & {readonly default?: string; readonly isRestricted?: boolean} = {},
): FieldSpec {
  const {default: byDefault, isRestricted = false, ...rest} = options;
  return specify(name, 'Picklist', {length: 255, picklist: {isRestricted, values: picklistValues(values, byDefault)}, ...rest});
}

export function picklistValues(values: readonly string[], byDefault?: string): PicklistValue[] {
  return values.map((value) => ({value, label: value, isDefault: value === byDefault, isActive: true}));
}

/** `childRelationshipName` is the name seen from the parent. */
export function lookup(
  name: string,
  referenceTo: string | readonly string[],
  options: FieldOptions & {readonly childRelationshipName?: string | null} = {},
): FieldSpec {
  return specify(name, 'Reference', {
    referenceTo: typeof referenceTo === 'string' ? [referenceTo] : referenceTo,
    relationshipName: name.replace(/Id$/, ''),
    ...options,
  });
}

function specify(name: string, type: FieldType, options: FieldOptions): FieldSpec {
  const {required, readOnly, ...rest} = options;
  return {
    name,
    type,
    ...(required === true ? {isNillable: false} : {}),
    ...(readOnly === true ? {isCreateable: false, isUpdateable: false} : {}),
    ...rest,
  };
}
