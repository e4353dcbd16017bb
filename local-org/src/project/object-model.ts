/** The part of the metadata model that the schema is built from: objects with their fields, rules and record types. */
import type {Declared} from './declared.ts';

export type ObjectKind =
  'standard object' | 'custom object' | 'custom setting' | 'custom metadata type' | 'platform event' | 'external object' | 'big object';

export interface CustomObject extends Declared {
  /** API name, `AI_Proposal__c`; `path` and `line` are those of the object file or, without one, of the first part found. */
  readonly name: string;
  readonly kind: ObjectKind;
  /** Whether an object file (`.object-meta.xml` or `.object`) was found, and not only fields or other parts. */
  readonly isDefined: boolean;
  readonly label: string | null;
  readonly pluralLabel: string | null;
  readonly description: string | null;
  readonly nameField: NameField | null;
  readonly customSettingsType: 'Hierarchy' | 'List' | null;
  readonly visibility: 'Public' | 'Protected' | 'PackageProtected' | null;
  readonly sharingModel: string | null;
  readonly externalSharingModel: string | null;
  readonly deploymentStatus: string | null;
  /** Of a platform event. */
  readonly publishBehavior: 'PublishAfterCommit' | 'PublishImmediately' | null;
  readonly eventType: string | null;
  readonly enableHistory: boolean;
  readonly enableActivities: boolean;
  readonly enableFeeds: boolean;
  readonly fields: readonly CustomField[];
  readonly validationRules: readonly ValidationRule[];
  readonly recordTypes: readonly RecordType[];
  readonly fieldSets: readonly FieldSet[];
  readonly listViews: readonly NamedPart[];
  readonly compactLayouts: readonly NamedPart[];
  readonly indexes: readonly NamedPart[];
}

/** A part of an object of which only the name is known. */
export interface NamedPart extends Declared {
  readonly name: string;
}

export interface NameField {
  readonly label: string | null;
  readonly type: 'Text' | 'AutoNumber';
  readonly displayFormat: string | null;
  readonly startingNumber: number | null;
  readonly trackHistory: boolean;
  readonly line: number;
}

/** The FieldType enumeration of the Metadata API, as far as a field file can hold it. */
export type FieldType =
  | 'Address'
  | 'Array'
  | 'AutoNumber'
  | 'Checkbox'
  | 'Currency'
  | 'Date'
  | 'DateTime'
  | 'Email'
  | 'EncryptedText'
  | 'ExternalLookup'
  | 'File'
  | 'Hierarchy'
  | 'Html'
  | 'IndirectLookup'
  | 'Location'
  | 'LongTextArea'
  | 'Lookup'
  | 'MasterDetail'
  | 'MetadataRelationship'
  | 'MultiselectPicklist'
  | 'Number'
  | 'Percent'
  | 'Phone'
  | 'Picklist'
  | 'Summary'
  | 'Text'
  | 'TextArea'
  | 'Time'
  | 'Url';

export interface CustomField extends Declared {
  /** API name, `Signal_Score__c`; a standard field's where the source customises one. */
  readonly name: string;
  /** `null` for a standard field: its file doesn't say. With `formula` it is the type of the formula's result. */
  readonly type: FieldType | null;
  readonly label: string | null;
  readonly description: string | null;
  readonly inlineHelpText: string | null;
  readonly length: number | null;
  /** Digits altogether; the digits before the point are `precision - scale`. */
  readonly precision: number | null;
  readonly scale: number | null;
  readonly visibleLines: number | null;
  readonly required: boolean;
  readonly unique: boolean;
  /** Of a unique or external-id text field; the platform's default is false. */
  readonly caseSensitive: boolean;
  readonly externalId: boolean;
  /** A formula for most types, `true` or `false` for a checkbox. */
  readonly defaultValue: string | null;
  readonly formula: string | null;
  readonly formulaTreatBlanksAs: 'BlankAsBlank' | 'BlankAsZero' | null;
  readonly displayFormat: string | null;
  readonly startingNumber: number | null;
  /** API name of the object that a relationship field points to. */
  readonly referenceTo: string | null;
  /** Name of the child relationship, without `__r`. */
  readonly relationshipName: string | null;
  readonly relationshipLabel: string | null;
  /** 0 for the first master-detail of an object, 1 for the second. */
  readonly relationshipOrder: number | null;
  readonly deleteConstraint: 'Cascade' | 'Restrict' | 'SetNull' | null;
  readonly reparentableMasterDetail: boolean;
  readonly writeRequiresMasterRead: boolean;
  readonly lookupFilter: LookupFilter | null;
  readonly metadataRelationshipControllingField: string | null;
  readonly valueSet: ValueSet | null;
  readonly summary: Summary | null;
  readonly displayLocationInDecimal: boolean;
  /** Who may change the field of a custom metadata record: `Upgradable`, `SubscriberControlled`, `DeveloperControlled`. */
  readonly fieldManageability: string | null;
  readonly trackHistory: boolean;
  readonly trackFeedHistory: boolean;
}

export interface ValueSet {
  readonly restricted: boolean;
  /** The values of the field's own; empty where `valueSetName` names a global value set. */
  readonly values: readonly PicklistValue[];
  readonly sorted: boolean;
  readonly valueSetName: string | null;
  readonly controllingField: string | null;
  /** Which controlling values show a value; a value that isn't listed is never shown. */
  readonly valueSettings: readonly {readonly valueName: string; readonly controllingFieldValues: readonly string[]}[];
}

export interface PicklistValue {
  /** The API name, which is what records hold. */
  readonly fullName: string;
  readonly label: string;
  readonly default: boolean;
  readonly isActive: boolean;
  readonly line: number;
}

/** A roll-up summary field. */
export interface Summary {
  readonly operation: 'count' | 'sum' | 'min' | 'max';
  /** `Child__c.Amount__c`; `null` for a count. */
  readonly summarizedField: string | null;
  /** `Child__c.Parent__c`. */
  readonly foreignKey: string;
  readonly filterItems: readonly FilterItem[];
}

export interface FilterItem {
  readonly field: string;
  readonly operation: string;
  readonly value: string | null;
  /** Another field to compare with, instead of a value. */
  readonly valueField: string | null;
}

export interface LookupFilter {
  readonly active: boolean;
  readonly booleanFilter: string | null;
  readonly errorMessage: string | null;
  readonly infoMessage: string | null;
  readonly isOptional: boolean;
  readonly filterItems: readonly FilterItem[];
}

export interface ValidationRule extends Declared {
  readonly name: string;
  readonly active: boolean;
  readonly description: string | null;
  readonly errorConditionFormula: string;
  /** Line on which the formula starts. */
  readonly formulaLine: number;
  readonly errorMessage: string;
  /** API name of the field that shows the error; `null` is the top of the page. */
  readonly errorDisplayField: string | null;
}

export interface RecordType extends Declared {
  readonly name: string;
  readonly label: string;
  readonly active: boolean;
  readonly description: string | null;
  readonly businessProcess: string | null;
  readonly picklistValues: readonly {
    readonly picklist: string;
    readonly values: readonly {readonly fullName: string; readonly default: boolean}[];
  }[];
}

export interface FieldSet extends Declared {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly displayedFields: readonly FieldSetMember[];
  readonly availableFields: readonly FieldSetMember[];
}

export interface FieldSetMember {
  /** A field or a path (`Owner.Name`). */
  readonly field: string;
  readonly isRequired: boolean;
}
