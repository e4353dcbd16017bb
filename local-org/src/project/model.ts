/**
 * The metadata model: what an SFDX source tree says, as plain data, without any meaning beyond the files' own.
 *
 * Names of types and properties are those of the Metadata API Developer Guide. A property that a file leaves out is `null` where the
 * platform's default depends on something else, and the documented default where it doesn't. Lists keep the order of their files, and
 * files are read in the order of their paths, so that loading twice gives the same model.
 */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Declared} from './declared.ts';
import type {CustomObject, PicklistValue} from './object-model.ts';

export type {Declared} from './declared.ts';
export type * from './object-model.ts';

export interface Project {
  /** The folder that holds sfdx-project.json, or the first folder given where there is none. */
  readonly root: string;
  /** As sfdx-project.json says, `null` without it. */
  readonly sourceApiVersion: string | null;
  readonly namespace: string | null;
  /** The folders that were read, without duplicates. */
  readonly packageDirectories: readonly string[];
  readonly classes: readonly ApexClassSource[];
  readonly triggers: readonly ApexTriggerSource[];
  /** Custom objects, settings, metadata types and events, and what the source adds to standard objects. One entry an object, however many folders speak of it. */
  readonly objects: readonly CustomObject[];
  readonly customMetadataRecords: readonly CustomMetadataRecord[];
  readonly permissionSets: readonly PermissionSet[];
  readonly mutingPermissionSets: readonly PermissionSet[];
  readonly profiles: readonly PermissionSet[];
  readonly permissionSetGroups: readonly PermissionSetGroup[];
  readonly customPermissions: readonly CustomPermission[];
  readonly labels: readonly CustomLabel[];
  readonly globalValueSets: readonly ValueSetFile[];
  readonly standardValueSets: readonly ValueSetFile[];
  readonly staticResources: readonly StaticResource[];
  readonly cachePartitions: readonly CachePartition[];
  readonly flows: readonly FlowSource[];
  /** Active rules that change records. */
  readonly workflowRules: readonly WorkflowRule[];
  readonly lightningBundles: readonly LightningBundle[];
  /** Every component of a type that the model doesn't read. */
  readonly others: readonly OtherComponent[];
  /** Malformed files (E), and what was skipped or is missing (W). */
  readonly diagnostics: readonly Diagnostic[];
}

// ----------------------------------------------------------------------------------------------------------------- Apex

export interface ApexClassSource {
  readonly name: string;
  readonly path: string;
  /** The text of the `.cls` file. */
  readonly source: string;
  /** Of the -meta.xml; `null` where there is none. */
  readonly apiVersion: string | null;
  readonly status: 'Active' | 'Inactive' | 'Deleted';
}

export interface ApexTriggerSource {
  readonly name: string;
  readonly path: string;
  readonly source: string;
  readonly apiVersion: string | null;
  readonly status: 'Active' | 'Inactive' | 'Deleted';
}

// ------------------------------------------------------------------------------------------------------ custom metadata

export interface CustomMetadataRecord extends Declared {
  /** API name of the type, `Lifecycle_Policy__mdt`. */
  readonly type: string;
  readonly developerName: string;
  readonly label: string;
  readonly protected: boolean;
  readonly values: readonly CustomMetadataFieldValue[];
}

export interface CustomMetadataFieldValue {
  readonly field: string;
  readonly value: CustomMetadataValue;
  /** The local part of the `xsi:type`, as written (`string`, `double`); `null` without one. */
  readonly xsdType: string | null;
  readonly line: number;
}

/** Numbers keep their text, so that no digit is lost. */
export type CustomMetadataValue =
  | {readonly kind: 'null'}
  | {readonly kind: 'string'; readonly text: string}
  | {readonly kind: 'boolean'; readonly value: boolean}
  | {readonly kind: 'number'; readonly text: string}
  /** `2026-11-22`. */
  | {readonly kind: 'date'; readonly text: string}
  /** `2026-11-22T10:00:00.000Z`. */
  | {readonly kind: 'datetime'; readonly text: string}
  | {readonly kind: 'time'; readonly text: string};

// ------------------------------------------------------------------------------------------------------------- security

/** A permission set; a profile and a muting permission set have the same parts. */
export interface PermissionSet extends Declared {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly license: string | null;
  readonly hasActivationRequired: boolean;
  readonly objectPermissions: readonly ObjectPermissions[];
  readonly fieldPermissions: readonly FieldPermissions[];
  readonly customPermissions: readonly NamedAccess[];
  readonly userPermissions: readonly NamedAccess[];
  readonly classAccesses: readonly NamedAccess[];
  readonly pageAccesses: readonly NamedAccess[];
  readonly flowAccesses: readonly NamedAccess[];
  readonly customMetadataTypeAccesses: readonly NamedAccess[];
  readonly customSettingAccesses: readonly NamedAccess[];
  readonly recordTypeVisibilities: readonly RecordTypeVisibility[];
  readonly tabSettings: readonly {readonly tab: string; readonly visibility: string; readonly line: number}[];
  readonly applicationVisibilities: readonly {
    readonly application: string;
    readonly visible: boolean;
    readonly default: boolean;
    readonly line: number;
  }[];
}

export interface ObjectPermissions {
  readonly object: string;
  readonly allowCreate: boolean;
  readonly allowRead: boolean;
  readonly allowEdit: boolean;
  readonly allowDelete: boolean;
  readonly viewAllRecords: boolean;
  readonly modifyAllRecords: boolean;
  readonly viewAllFields: boolean;
  readonly line: number;
}

export interface FieldPermissions {
  /** `Lead.Signal_Score__c`. */
  readonly field: string;
  readonly readable: boolean;
  readonly editable: boolean;
  readonly line: number;
}

export interface RecordTypeVisibility {
  /** `Lead.Inbound`. */
  readonly recordType: string;
  readonly visible: boolean;
  readonly default: boolean;
  readonly line: number;
}

/** What is granted by name: a class, a custom permission, a user permission … */
export interface NamedAccess {
  readonly name: string;
  readonly enabled: boolean;
  readonly line: number;
}

export interface PermissionSetGroup extends Declared {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  readonly permissionSets: readonly string[];
  readonly mutingPermissionSets: readonly string[];
}

export interface CustomPermission extends Declared {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Names of the custom permissions that this one needs. */
  readonly requiredPermissions: readonly string[];
}

// ----------------------------------------------------------------------------------------------- labels and value sets

export interface CustomLabel extends Declared {
  readonly name: string;
  readonly value: string;
  readonly language: string;
  readonly protected: boolean;
  readonly shortDescription: string;
  readonly categories: string | null;
}

/** A value of a standard value set has more to say: a LeadStatus may be `converted`, a CaseStatus `closed`. */
export interface StandardPicklistValue extends PicklistValue {
  readonly closed: boolean;
  readonly converted: boolean;
  readonly won: boolean;
  readonly probability: number | null;
  readonly forecastCategory: string | null;
}

/** A global value set, or a standard one (named `LeadStatus`, `TaskStatus` …, as the Metadata API Developer Guide lists them). */
export interface ValueSetFile extends Declared {
  readonly name: string;
  readonly label: string;
  readonly sorted: boolean;
  readonly values: readonly StandardPicklistValue[];
}

// ------------------------------------------------------------------------------------------------------ other components

export interface StaticResource extends Declared {
  readonly name: string;
  readonly contentType: string | null;
  /** The file or, for an unpacked archive, the folder that holds the content; `null` where it is missing. */
  readonly contentPath: string | null;
  /** Of the file, read when asked for; `null` where the content is a folder or is missing. */
  readonly content: {readonly size: number; readonly read: () => Uint8Array} | null;
  readonly description: string | null;
  /** `Private` or `Public` */
  readonly cacheControl: string | null;
}

export interface CachePartition extends Declared {
  readonly name: string;
  readonly label: string;
  readonly description: string | null;
  /** Whether keys without a partition mean this one. */
  readonly isDefault: boolean;
}

export interface FlowSource extends Declared {
  readonly name: string;
  readonly label: string;
  readonly processType: string | null;
  readonly status: string;
  readonly apiVersion: string | null;
  /** The saves of records that start it; null for flows that are called, scheduled or shown. */
  readonly trigger: FlowTrigger | null;
  /** The text of the file, which the flow loader reads. */
  readonly source: string;
}

export interface WorkflowRule extends Declared {
  readonly name: string;
  readonly trigger: FlowTrigger;
}

export interface FlowTrigger {
  /** API name. */
  readonly object: string;
  readonly timing: 'before' | 'after';
  readonly operations: readonly ('insert' | 'update' | 'delete')[];
}

export interface LightningBundle extends Declared {
  readonly name: string;
  /** Paths of the files of the bundle, relative to its folder. */
  readonly files: readonly string[];
  readonly apiVersion: string | null;
  readonly isExposed: boolean;
  readonly targets: readonly string[];
}

export interface OtherComponent {
  /** The name of the metadata type where the file says it (the root element, `Layout`), else the file's suffix. */
  readonly type: string;
  readonly name: string;
  readonly path: string;
}
