/**
 * The standard objects as Apex sees them: fields with their Apex types and relationships by name, read from `sobject-types-65.0.0.jar`.
 * What else is to know of them (lengths, required fields, lookup targets in full) isn't there: see `data/standard-objects/`.
 */
import type {FieldValueType} from '../../../data/descriptor.ts';
import {AccessFlag, readClassFile} from './class-file.ts';
import type {MemberInfo} from './class-file.ts';
import {Jar} from './jar.ts';
import {signatureJarPaths} from './platform-signatures.ts';
import {JAVA_PACKAGE} from './type-signature.ts';

export interface SObjectSignature {
  /** API name in its own spelling. */
  readonly name: string;
  readonly fields: readonly SObjectFieldSignature[];
  readonly parents: readonly ParentSignature[];
  readonly children: readonly ChildSignature[];
}

export interface SObjectFieldSignature {
  readonly name: string;
  /** Numbers with decimals are `Decimal`, fields that may hold anything (`LeadHistory.OldValue`) are `Object`. */
  readonly valueType: FieldValueType;
}

export interface ParentSignature {
  /** `Owner`, `MasterRecord`. */
  readonly relationshipName: string;
  /** The lookup field behind it: `OwnerId`. */
  readonly field: string;
  /** API name of the parent; `Name` for polymorphic lookups to people and queues, `SObject` for those to any object. */
  readonly target: string;
}

/** The jar doesn't say which lookup of the child makes the relationship. */
export interface ChildSignature {
  readonly relationshipName: string;
  readonly childObject: string;
}

/** By API name in any case; null where the platform has no such standard object. */
export function readSObjectSignature(name: string): SObjectSignature | null {
  return standardObjects().read(name);
}

/** Whether a standard object of that name exists; cheaper than reading it. The spelling of the platform, or null. */
export function standardObjectName(name: string): string | null {
  return standardObjects().canonicalName(name);
}

/** API names of all standard objects that the jar knows. */
export function standardObjectNames(): Iterable<string> {
  return standardObjects().names();
}

let shared: StandardObjects | undefined;

function standardObjects(): StandardObjects {
  shared ??= new StandardObjects(new Jar(signatureJarPaths().sobjectTypes));
  return shared;
}

const FOLDER = `${JAVA_PACKAGE}SObjects/`;
const OBJECT_DESCRIPTOR = new RegExp(`^L${FOLDER}(\\w+);$`);
const CHILDREN_DESCRIPTOR = new RegExp(`^\\[L(?:${FOLDER}|${JAVA_PACKAGE}System/)(\\w+);$`);
const SYSTEM_DESCRIPTOR = new RegExp(`^L${JAVA_PACKAGE}System/(\\w+);$`);

class StandardObjects {
  readonly #jar: Jar;
  readonly #names = new Map<string, string>();
  readonly #read = new Map<string, SObjectSignature>();

  constructor(jar: Jar) {
    this.#jar = jar;
    for (const entry of jar.names) {
      if (!entry.startsWith(FOLDER) || !entry.endsWith('.class')) continue;
      const name = entry.slice(FOLDER.length, -'.class'.length).replace(/\$$/, '');
      this.#names.set(name.toLowerCase(), name);
    }
  }

  names(): Iterable<string> {
    return this.#names.values();
  }

  canonicalName(name: string): string | null {
    return this.#names.get(name.toLowerCase()) ?? null;
  }

  read(name: string): SObjectSignature | null {
    const canonical = this.canonicalName(name);
    if (canonical === null) return null;
    const known = this.#read.get(canonical);
    if (known !== undefined) return known;
    const bytes = this.#jar.read(`${FOLDER}${canonical}.class`) ?? this.#jar.read(`${FOLDER}${canonical}$.class`);
    if (bytes === null) return null;
    const signature = sobjectSignature(canonical, readClassFile(bytes).fields);
    this.#read.set(canonical, signature);
    return signature;
  }
}

function sobjectSignature(name: string, members: readonly MemberInfo[]): SObjectSignature {
  const instanceFields = members.filter((member) => (member.accessFlags & AccessFlag.static) === 0);
  const spellings = new Map(instanceFields.map((field) => [field.name.toLowerCase(), apexFieldName(field.name)]));
  const fields: SObjectFieldSignature[] = [];
  const parents: ParentSignature[] = [];
  const children: ChildSignature[] = [];
  for (const member of instanceFields) {
    const memberName = apexFieldName(member.name);
    const childObject = CHILDREN_DESCRIPTOR.exec(member.descriptor)?.[1];
    if (childObject !== undefined) {
      children.push({relationshipName: memberName, childObject: childObject.replace(/\$$/, '')});
      continue;
    }
    const target = parentTarget(member.descriptor);
    const lookup = target === null ? undefined : lookupField(memberName, spellings);
    if (target !== null && lookup !== undefined) parents.push({relationshipName: memberName, field: lookup, target});
    else {
      const type = valueType(member);
      if (type !== null) fields.push({name: memberName, valueType: type});
    }
  }
  return {name, fields, parents, children};
}

/** The object that a member points to, if it is a record and not a value. */
function parentTarget(descriptor: string): string | null {
  const object = OBJECT_DESCRIPTOR.exec(descriptor)?.[1];
  if (object !== undefined) return object.replace(/\$$/, '');
  return SYSTEM_DESCRIPTOR.exec(descriptor)?.[1] === 'SObject' ? 'SObject' : null;
}

/** `OwnerId` for `Owner`. A compound field (`Address`) has none: the object of that name only stands for its type. */
function lookupField(relationshipName: string, spellings: ReadonlyMap<string, string>): string | undefined {
  return spellings.get(`${relationshipName.toLowerCase()}id`);
}

const VALUE_TYPES: Readonly<Record<string, FieldValueType>> = {
  Id: 'Id',
  String: 'String',
  Boolean: 'Boolean',
  Integer: 'Integer',
  Long: 'Long',
  Double: 'Double',
  Decimal: 'Decimal',
  Date: 'Date',
  Datetime: 'Datetime',
  Time: 'Time',
  Blob: 'Blob',
  Address: 'Address',
  Location: 'Location',
};

/** Null for a record without a lookup of its own (`PricingProcedureOutputMap.LookupField`): no field can hold one. */
function valueType(member: MemberInfo): FieldValueType | null {
  if (member.descriptor === 'Ljava/lang/Object;') return 'Object';
  const typeName = (SYSTEM_DESCRIPTOR.exec(member.descriptor) ?? OBJECT_DESCRIPTOR.exec(member.descriptor))?.[1];
  return VALUE_TYPES[typeName ?? ''] ?? null;
}

function apexFieldName(name: string): string {
  return name.replace(/\$$/, '');
}
