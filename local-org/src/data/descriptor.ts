/** What the org knows of an object and its fields: the describe information, as plain readonly data built once from metadata and facts. */

import type {Diagnostic} from '../diagnostics/diagnostic.ts';

export type FieldType =
  | 'Id'
  | 'Reference'
  | 'String'
  | 'TextArea'
  | 'LongTextArea'
  | 'RichTextArea'
  | 'EncryptedString'
  | 'Email'
  | 'Phone'
  | 'Url'
  | 'Picklist'
  | 'MultiPicklist'
  | 'Combobox'
  | 'Boolean'
  | 'Integer'
  | 'Double'
  | 'Long'
  | 'Currency'
  | 'Percent'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Base64'
  | 'Address'
  | 'Location'
  | 'AnyType';

/** The Apex type that values of a field have. */
export type FieldValueType =
  | 'Id'
  | 'String'
  | 'Boolean'
  | 'Integer'
  | 'Double'
  | 'Decimal'
  | 'Long'
  | 'Date'
  | 'Datetime'
  | 'Time'
  | 'Blob'
  | 'Object'
  | 'Address'
  | 'Location';

export interface PicklistValue {
  readonly value: string;
  readonly label: string;
  readonly isDefault: boolean;
  readonly isActive: boolean;
  /** Of the status of a task or a case, and of the stage of an opportunity: whether a record in it is closed. */
  readonly isClosed?: boolean;
  /** Of the stage of an opportunity: what it implies besides. */
  readonly stage?: OpportunityStage;
}

/** Object Reference, "OpportunityStage". */
export interface OpportunityStage {
  readonly isWon: boolean;
  /** Percent. */
  readonly probability: number;
  /** `Pipeline`, `BestCase`, `Forecast` …, not its label. */
  readonly forecastCategory: string;
}

export interface FieldDescriptor {
  /** API name. */
  readonly name: string;
  /** Lower-case API name. */
  readonly key: string;
  /** Index of its slot in every SObject of this object. */
  readonly index: number;
  readonly label: string;
  readonly type: FieldType;
  readonly valueType: FieldValueType;
  /** Characters, for text. */
  readonly length: number | null;
  /** All digits and digits after the point, for numbers. */
  readonly precision: number | null;
  readonly scale: number | null;
  readonly isCustom: boolean;
  readonly isNillable: boolean;
  readonly isUnique: boolean;
  readonly isCaseSensitive: boolean;
  readonly isExternalId: boolean;
  readonly isIdLookup: boolean;
  readonly isNameField: boolean;
  readonly isCreateable: boolean;
  readonly isUpdateable: boolean;
  readonly isDefaultedOnCreate: boolean;
  /** Filled by the platform at save (CreatedDate, SystemModstamp …). */
  readonly isSystem: boolean;
  /** There for the sake of its relationship alone: describes, `FIELDS()` and APIs leave it out. */
  readonly isHidden: boolean;
  /** A formula over the record, in the text of the metadata; null otherwise. */
  readonly formula: string | null;
  /** Whether blank numbers count as 0 in the formula (`formulaTreatBlanksAs`). */
  readonly blanksAsZero: boolean;
  /** Display format (`P-{0000}`) and first number of an auto-number; null where it is none. */
  readonly autoNumber: {readonly format: string; readonly start: number} | null;
  /** A roll-up summary over a child relationship; null where it is none. */
  readonly summary: RollUpSummary | null;
  /** Default for new records: a formula text; null where there is none. */
  readonly defaultValue: string | null;
  readonly picklist: {readonly isRestricted: boolean; readonly values: readonly PicklistValue[]} | null;
  /** API names of the objects that a reference may point to; several for polymorphic lookups. */
  readonly referenceTo: readonly string[];
  /** Name of the parent relationship (`Owner`, `Lead__r`); null where it isn't a reference. */
  readonly relationshipName: string | null;
  readonly isMasterDetail: boolean;
  /** What happens to this row when its parent is deleted. */
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | null;
  readonly inlineHelpText: string | null;
  readonly description: string | null;
}

/** A required lookup filter, as its metadata has it (CustomField, "LookupFilter"). */
export interface LookupFilter {
  /** API name of the lookup. */
  readonly field: string;
  readonly errorMessage: string | null;
  /** `1 AND (2 OR 3)`; null where all criteria must be met. */
  readonly logic: string | null;
  readonly items: RollUpSummary['filterItems'];
}

/** A roll-up summary field, as its metadata has it (CustomField, "summaryOperation"). */
export interface RollUpSummary {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  readonly childObject: string;
  /** API name of the master-detail field on the child. */
  readonly foreignKey: string;
  /** API name of the field on the child; null for a count. */
  readonly summarizedField: string | null;
  readonly filterItems: readonly {
    readonly field: string;
    readonly operation: string;
    readonly value: string | null;
    readonly valueField: string | null;
  }[];
}

export interface RecordTypeDescriptor {
  /** Of 18 characters; also the Id of its row in the RecordType table. */
  readonly id: string;
  readonly developerName: string;
  readonly label: string;
  readonly isActive: boolean;
  readonly description: string | null;
}

export interface FieldSetDescriptor {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Paths from the object (`Owner.Name`). */
  readonly fields: readonly {readonly path: string; readonly isRequired: boolean}[];
}

export interface ValidationRuleDescriptor {
  readonly name: string;
  readonly formula: string;
  readonly message: string;
  /** API name of the field that shows the message; null is the record. */
  readonly field: string | null;
  /** File and line of the formula, for messages. */
  readonly path: string;
  readonly line: number;
}

export interface ChildRelationship {
  /** Name in subqueries (`Contacts`, `Proposals__r`); null where the relationship has none. */
  readonly relationshipName: string | null;
  readonly childObject: string;
  /** API name of the lookup on the child. */
  readonly field: string;
  readonly deleteConstraint: 'SetNull' | 'Restrict' | 'Cascade' | null;
}

export type SObjectKind =
  | 'standard'
  | 'custom'
  | 'custom metadata'
  | 'hierarchy setting'
  | 'list setting'
  | 'platform event'
  /** Only its field types are known, from the signature jars: usable in Apex, refused in DML and SOQL. */
  | 'signature only';

export interface SObjectDescriptor {
  readonly name: string;
  readonly key: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: SObjectKind;
  /** Three characters. */
  readonly keyPrefix: string | null;
  /** In the order of their slots; slot 0 is Id (custom metadata and events too). */
  readonly fields: readonly FieldDescriptor[];
  readonly fieldsByKey: ReadonlyMap<string, FieldDescriptor>;
  /** Of lookups whose values must pass. */
  readonly lookupFilters: readonly LookupFilter[];
  /** Lower-case names of fields that source declares and that are of a kind which isn't supported. */
  readonly refusedFields: ReadonlySet<string>;
  /** Lookup fields by the lower-case name of their parent relationship. */
  readonly parentsByKey: ReadonlyMap<string, FieldDescriptor>;
  readonly childRelationships: readonly ChildRelationship[];
  readonly sharingModel: 'Private' | 'Read' | 'ReadWrite' | 'ControlledByParent';
  readonly nameField: FieldDescriptor | null;
  /** Without the master record type. */
  readonly recordTypes: readonly RecordTypeDescriptor[];
  readonly fieldSets: readonly FieldSetDescriptor[];
  /** Active ones, in the order of their names. */
  readonly validationRules: readonly ValidationRuleDescriptor[];
  /** Of a platform event. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
  readonly description: string | null;
}

/** All objects of an org (or of a project that is being checked). */
export interface Schema {
  /** By API name, case-insensitive; objects known from signatures only are built when first asked for. */
  object(name: string): SObjectDescriptor | null;
  /** Objects with facts (everything but `signature only`). */
  readonly objects: readonly SObjectDescriptor[];
  /** By the first three characters of an Id. */
  objectByPrefix(prefix: string): SObjectDescriptor | null;
  /** What the schema can't do justice to: fields, formulas and facts that are wrong or that this org lacks. */
  readonly diagnostics: readonly Diagnostic[];
}
