/** Standard objects of which only the signatures are known: fields with their Apex types, no facts. Good for type checking, refused in SOQL and DML. */
import {readSObjectSignature, type SObjectSignature} from '../../apex/semantics/signatures/sobject-signatures.ts';
import type {FieldType, FieldValueType, SObjectDescriptor} from '../descriptor.ts';
import type {FieldSpec} from './field-spec.ts';

export interface SignatureObject {
  readonly name: string;
  readonly fields: readonly FieldSpec[];
  readonly children: SObjectSignature['children'];
}

export function signatureObject(name: string): SignatureObject | null {
  const signature = readSObjectSignature(name);
  if (signature === null) return null;
  const parents = new Map(signature.parents.map((parent) => [parent.field.toLowerCase(), parent]));
  const fields = signature.fields
    .filter((field) => field.name !== 'Id')
    .map((field): FieldSpec => {
      const parent = parents.get(field.name.toLowerCase());
      if (parent === undefined) return {name: field.name, type: fieldTypes[field.valueType], valueType: field.valueType};
      return {name: field.name, type: 'Reference', referenceTo: [parent.target], relationshipName: parent.relationshipName};
    });
  return {name: signature.name, fields, children: signature.children};
}

const fieldTypes: Readonly<Record<FieldValueType, FieldType>> = {
  Id: 'Reference',
  String: 'String',
  Boolean: 'Boolean',
  Integer: 'Integer',
  Double: 'Double',
  Decimal: 'Double',
  Long: 'Long',
  Date: 'Date',
  Datetime: 'Datetime',
  Time: 'Time',
  Blob: 'Base64',
  Object: 'AnyType',
  Address: 'Address',
  Location: 'Location',
};

/**
 * Whether the platform has, or may have, a field or a relationship to a parent of that name which is left out here: declared by source and of a kind that isn't
 * supported, or not among the facts of a standard object. Some of the latter exist only where a feature is enabled. The signatures lack some relationships
 * (`FlowDefinitionView.TriggerObjectOrEvent`), but not the fields behind them.
 */
export function isLeftOut({kind, name: objectName, refusedFields, fieldsByKey}: SObjectDescriptor, name: string): boolean {
  const key = name.toLowerCase();
  if (refusedFields.has(key)) return true;
  if (kind === 'signature only') return fieldsByKey.has(`${key}id`);
  if (kind !== 'standard') return false;
  const signature = readSObjectSignature(objectName);
  if (signature === null) return false;
  return (
    signature.fields.some((field) => field.name.toLowerCase() === key) ||
    signature.parents.some(({relationshipName}) => relationshipName.toLowerCase() === key)
  );
}
