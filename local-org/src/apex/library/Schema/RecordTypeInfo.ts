/** `Schema.RecordTypeInfo` (Apex Reference Guide, "RecordTypeInfo Class"). Every user has every active record type; the master one is the default. */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {describeMember} from './describe-member.ts';

export class RecordTypeInfo extends PlatformObject {
  override readonly typeName = 'Schema.RecordTypeInfo';
  /** 18 characters. */
  readonly id: string;
  readonly name: string;
  readonly developerName: string;
  readonly isActive: boolean;
  readonly isMaster: boolean;

  constructor(id: string, name: string, developerName: string, isActive: boolean, isMaster: boolean) {
    super();
    this.id = id;
    this.name = name;
    this.developerName = developerName;
    this.isActive = isActive;
    this.isMaster = isMaster;
  }
}

const MASTER = new RecordTypeInfo('012000000000000AAA', 'Master', 'Master', true, true);

/** Every object has the master record type. */
export function recordTypeInfos(object: SObjectDescriptor): readonly RecordTypeInfo[] {
  return [
    ...object.recordTypes.map(({id, label, developerName, isActive}) => new RecordTypeInfo(id, label, developerName, isActive, false)),
    MASTER,
  ];
}

const member = describeMember<RecordTypeInfo>;

export const recordTypeInfoClass: ClassDefinition = defineClass(
  'Schema.RecordTypeInfo',
  Object.fromEntries([
    ...member('RecordTypeId', 'get', ({id}) => id),
    ...member('Name', 'get', ({name}) => name),
    ...member('DeveloperName', 'get', ({developerName}) => developerName),
    ...member('Active', 'is', ({isActive}) => isActive),
    ...member('Available', 'is', ({isActive}) => isActive),
    ...member('Master', 'is', ({isMaster}) => isMaster),
    ...member('DefaultRecordTypeMapping', 'is', ({isMaster}) => isMaster),
  ]),
);
