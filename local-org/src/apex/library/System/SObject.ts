/** `System.SObject`: what every record can be asked by names that are known only at run time (Apex Reference Guide, "SObject Class"). */
import {ApexException} from '../../runtime/exceptions.ts';
import type {FieldDescriptor} from '../../../data/descriptor.ts';
import {ApexList} from '../../runtime/list.ts';
import {ApexMap} from '../../runtime/map.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {
  boxed,
  getBoxed,
  getChildrenByName,
  getParentByName,
  putBoxed,
  putParentByName,
  requireField,
} from '../../runtime/sobject-access.ts';
import {cloneRecord, type CloneOptions} from '../../runtime/sobject-clone.ts';
import type {SObject} from '../../runtime/sobject.ts';
import {required} from '../arguments.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import type {DmlOptions} from '../Database/DmlOptions.ts';
import {DatabaseError} from '../Database/results.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';
import type {SObjectFieldToken} from '../Schema/sobject-field.ts';
import {objectToken} from '../Schema/sobject-type.ts';

type Field = SObjectFieldToken | string | null;

/** A field named by its token or its API name. */
function fieldOf(record: SObject, field: Field): FieldDescriptor {
  return typeof field === 'string' || field === null ? requireField(record, field) : requireField(record, field.field.name);
}

function nameOf(field: Field): string | null {
  return typeof field === 'string' || field === null ? field : (field.field.relationshipName ?? field.field.name);
}

/** The same method for a token and for a name. */
function byField(pattern: (fieldType: string) => string, implementation: Implementation): [string, Implementation][] {
  return ['Schema.SObjectField', 'String'].map((fieldType) => [pattern(fieldType), implementation]);
}

const get = (_rt: Runtime, self: SObject, field: Field) => getBoxed(self, fieldOf(self, field));
const put = (rt: Runtime, self: SObject, field: Field, value: unknown) =>
  putBoxed(self, fieldOf(self, field), value, (each) => rt.typeOf(each).name);
const isSet = (_rt: Runtime, self: SObject, field: Field) => self.slots[fieldOf(self, field).index] !== undefined;
const getSObject = (_rt: Runtime, self: SObject, field: Field) => getParentByName(self, nameOf(field));
const putSObject = (_rt: Runtime, self: SObject, field: Field, parent: SObject | null) => putParentByName(self, nameOf(field), parent);
const getSObjects = (_rt: Runtime, self: SObject, relationship: Field) => getChildrenByName(self, nameOf(relationship));
const addFieldError = (_rt: Runtime, self: SObject, field: Field, message: string | null) => {
  self.addError(required(message), fieldOf(self, field));
};
const addError = (_rt: Runtime, self: SObject, message: ApexException | string | null) => {
  self.addError(message instanceof ApexException ? (message.text ?? '') : required(message), null);
};

/** Options of the record itself. What an `optAllOrNone` of one of several records does isn't documented. */
function setOptions(_rt: Runtime, self: SObject, options: DmlOptions | null): void {
  const {allOrNone, allowsTruncation} = required(options);
  if (allOrNone !== null) throw new UnsupportedError('U311 Database.DMLOptions.optAllOrNone of a record is not supported.');
  self.allowsTruncation = allowsTruncation;
}

export const sobjectClass: ClassDefinition = defineClass('System.SObject', {
  'setOptions(Database.DMLOptions)': setOptions,
  ...Object.fromEntries([
    ...byField((field) => `get(${field})`, get),
    ...byField((field) => `put(${field},Object)`, put),
    ...byField((field) => `isSet(${field})`, isSet),
    ...byField((field) => `getSObject(${field})`, getSObject),
    ...byField((field) => `putSObject(${field},SObject)`, putSObject),
    ...byField((field) => `getSObjects(${field})`, getSObjects),
    ...byField((field) => `addError(${field},String)`, addFieldError),
    ...byField((field) => `addError(${field},String,Boolean)`, addFieldError),
  ]),
  'addError(String)': addError,
  'addError(String,Boolean)': addError,
  'addError(Exception)': addError,
  'addError(Exception,Boolean)': addError,
  'hasErrors()': (_rt: Runtime, self: SObject) => self.errors !== null,
  'getErrors()': (rt: Runtime, self: SObject) =>
    new ApexList(
      rt.types.list(rt.types.get('Database.Error')),
      (self.errors ?? []).map(
        ({message, field}) =>
          new DatabaseError({statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message, fields: field === null ? [] : [field.name]}),
      ),
    ),
  'clear()': (_rt: Runtime, self: SObject) => {
    self.clear();
  },
  'clone()': (_rt: Runtime, self: SObject) => clone(self),
  'clone(Boolean)': (_rt: Runtime, self: SObject, ...flags: (boolean | null)[]) => clone(self, ...flags),
  'clone(Boolean,Boolean)': (_rt: Runtime, self: SObject, ...flags: (boolean | null)[]) => clone(self, ...flags),
  'clone(Boolean,Boolean,Boolean)': (_rt: Runtime, self: SObject, ...flags: (boolean | null)[]) => clone(self, ...flags),
  'clone(Boolean,Boolean,Boolean,Boolean)': (_rt: Runtime, self: SObject, ...flags: (boolean | null)[]) => clone(self, ...flags),
  'isClone()': (_rt: Runtime, self: SObject) => self.cloneSource !== undefined,
  'getCloneSourceId()': (_rt: Runtime, self: SObject) => self.cloneSource ?? null,
  'getSObjectType()': (_rt: Runtime, self: SObject) => objectToken(self.descriptor),
  'getPopulatedFieldsAsMap()': (rt: Runtime, self: SObject) =>
    ApexMap.of(rt, rt.types.map(rt.types.get('String'), rt.types.get('Object')), populatedValues(self)),
});

function clone(self: SObject, ...flags: readonly (boolean | null)[]): SObject {
  const [preserveId, isDeepClone, preserveReadonlyTimestamps, preserveAutonumber] = flags.map((flag) => flag ?? false);
  const options: CloneOptions = {
    preserveId: preserveId ?? false,
    isDeepClone: isDeepClone ?? false,
    preserveReadonlyTimestamps: preserveReadonlyTimestamps ?? false,
    preserveAutonumber: preserveAutonumber ?? false,
  };
  return cloneRecord(self, options);
}

/** Names as the platform spells them; relationships with their records. */
function populatedValues(self: SObject): [string, unknown][] {
  return self.populated().map((key): [string, unknown] => {
    if (typeof key === 'number') {
      const field = self.descriptor.fields[key];
      if (field === undefined) throw new Error(`${self.descriptor.name} has no field ${String(key)}.`);
      return [field.name, boxed(field, self.slots[key])];
    }
    const lookup = self.descriptor.parentsByKey.get(key);
    if (lookup !== undefined) return [lookup.relationshipName ?? key, self.parents?.get(lookup.index) ?? null];
    const child = self.descriptor.childRelationships.find(({relationshipName}) => relationshipName?.toLowerCase() === key);
    return [child?.relationshipName ?? key, self.children?.get(key) ?? null];
  });
}
