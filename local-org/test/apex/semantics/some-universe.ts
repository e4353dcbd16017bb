/** A universe over a few classes, standard objects as the signatures have them, and some custom objects of every kind. */
import type {FieldDescriptor, FieldValueType, Schema, SObjectDescriptor, SObjectKind} from '../../../src/data/descriptor.ts';
import {readSObjectSignature} from '../../../src/apex/semantics/signatures/sobject-signatures.ts';
import {createUniverse} from '../../../src/apex/semantics/universe-of.ts';
import type {Universe} from '../../../src/apex/semantics/universe.ts';
import type {ClassType, MethodSymbol, Type, TypeSymbol} from '../../../src/apex/semantics/symbols.ts';
import {resolveTypeReference} from '../../../src/apex/semantics/type-references.ts';
import {parseClass} from '../../../src/apex/syntax/parse.ts';

export function someUniverse(...classes: readonly string[]): Universe {
  const sources = classes.map((text, index) => {
    const path = `Class${String(index)}.cls`;
    const {tree, diagnostics} = parseClass(text, path);
    if (tree === null) throw new Error(diagnostics.map(({message}) => message).join('\n'));
    return {path, declaration: tree};
  });
  return createUniverse(new SomeSchema(), sources);
}

/** The type that Apex text names, as seen from a class of the project. */
export function typeNamed(universe: Universe, text: string, from: TypeSymbol | null = null): Type {
  const {tree} = parseClass(`class Holder { ${text} held; }`, 'Holder.cls');
  const member = tree?.kind === 'class' ? tree.members[0] : undefined;
  if (member?.kind !== 'field') throw new Error(`${text} is no type`);
  return resolveTypeReference(universe, member.type, from);
}

export function classNamed(universe: Universe, text: string): ClassType {
  const type = typeNamed(universe, text);
  if (type.kind !== 'class') throw new Error(`There is no type ${text}`);
  return type;
}

/** `Integer size()`, `static String join(Object,String)`: what a method looks like. */
export function describeMethod(universe: Universe, {name, parameters, returnType, isStatic}: MethodSymbol): string {
  const types = parameters.map(({type}) => universe.display(type)).join(',');
  return `${isStatic ? 'static ' : ''}${universe.display(returnType)} ${name}(${types})`;
}

export function methodsOf(universe: Universe, type: string, name: string): readonly string[] {
  return universe.findMethods(classNamed(universe, type), name).map((method) => describeMethod(universe, method));
}

interface SomeField {
  readonly valueType: FieldValueType;
  readonly relationshipName?: string;
  readonly referenceTo?: readonly string[];
}

const CUSTOM_OBJECTS: Readonly<Record<string, {readonly kind: SObjectKind; readonly fields: Readonly<Record<string, SomeField>>}>> = {
  AI_Proposal__c: {
    kind: 'custom',
    fields: {
      Id: {valueType: 'Id'},
      Confidence__c: {valueType: 'Decimal'},
      Lead__c: {valueType: 'Id', relationshipName: 'Lead__r', referenceTo: ['Lead']},
      OwnerId: {valueType: 'Id', relationshipName: 'Owner', referenceTo: ['User', 'Group']},
    },
  },
  Lifecycle_Stage__mdt: {kind: 'custom metadata', fields: {Id: {valueType: 'Id'}, Rank__c: {valueType: 'Decimal'}}},
  Lifecycle_Control__c: {kind: 'hierarchy setting', fields: {Id: {valueType: 'Id'}, Mode__c: {valueType: 'String'}}},
  Country__c: {kind: 'list setting', fields: {Id: {valueType: 'Id'}}},
};

class SomeSchema implements Schema {
  readonly objects: readonly SObjectDescriptor[] = [];
  readonly diagnostics = [];
  readonly #built = new Map<string, SObjectDescriptor | null>();

  object(name: string): SObjectDescriptor | null {
    const key = name.toLowerCase();
    let object = this.#built.get(key);
    if (object === undefined) {
      object = customObject(key) ?? standardObject(name);
      this.#built.set(key, object);
    }
    return object;
  }

  objectByPrefix(): SObjectDescriptor | null {
    return null;
  }
}

function customObject(key: string): SObjectDescriptor | null {
  const [name, found] = Object.entries(CUSTOM_OBJECTS).find(([candidate]) => candidate.toLowerCase() === key) ?? [];
  if (name === undefined || found === undefined) return null;
  return descriptor(name, found.kind, found.fields, []);
}

function standardObject(name: string): SObjectDescriptor | null {
  const signature = readSObjectSignature(name);
  if (signature === null) return null;
  const fields = signature.fields.map((field): [string, SomeField] => {
    const parent = signature.parents.find((candidate) => candidate.field === field.name);
    if (parent === undefined) return [field.name, {valueType: field.valueType}];
    const referenceTo = parent.target === 'Name' || parent.target === 'SObject' ? ['User', 'Group'] : [parent.target];
    return [field.name, {valueType: field.valueType, relationshipName: parent.relationshipName, referenceTo}];
  });
  return descriptor(signature.name, 'signature only', Object.fromEntries(fields), [
    ...(signature.name === 'Lead' ? [{relationshipName: 'Proposals__r', childObject: 'AI_Proposal__c'}] : []),
  ]);
}

function descriptor(
  name: string,
  kind: SObjectKind,
  fields: Readonly<Record<string, SomeField>>,
  children: readonly {readonly relationshipName: string; readonly childObject: string}[],
): SObjectDescriptor {
  const built = Object.entries(fields).map(([fieldName, field], index) => fieldDescriptor(fieldName, field, index));
  return {
    name,
    key: name.toLowerCase(),
    label: name,
    labelPlural: name,
    kind,
    keyPrefix: null,
    fields: built,
    fieldsByKey: new Map(built.map((field) => [field.key, field])),
    refusedFields: new Set(),
    lookupFilters: [],
    parentsByKey: new Map(),
    childRelationships: children.map((child) => ({...child, field: 'Lead__c', deleteConstraint: null})),
    sharingModel: 'ReadWrite',
    nameField: null,
    recordTypes: [],
    fieldSets: [],
    validationRules: [],
    publishBehavior: null,
    description: null,
  };
}

function fieldDescriptor(name: string, {valueType, relationshipName, referenceTo}: SomeField, index: number): FieldDescriptor {
  return {
    name,
    key: name.toLowerCase(),
    index,
    label: name,
    type: 'String',
    valueType,
    length: null,
    precision: null,
    scale: null,
    isCustom: name.endsWith('__c'),
    isNillable: true,
    isUnique: false,
    isCaseSensitive: false,
    isExternalId: false,
    isIdLookup: false,
    isNameField: false,
    isCreateable: true,
    isUpdateable: true,
    isDefaultedOnCreate: false,
    isSystem: false,
    isHidden: false,
    formula: null,
    blanksAsZero: false,
    autoNumber: null,
    summary: null,
    defaultValue: null,
    picklist: null,
    referenceTo: referenceTo ?? [],
    relationshipName: relationshipName ?? null,
    isMasterDetail: false,
    deleteConstraint: null,
    inlineHelpText: null,
    description: null,
  };
}
