/** PermissionSet, MutingPermissionSet and Profile of the Metadata API Developer Guide, which hold the same permissions. */
import type {FieldPermissions, NamedAccess, ObjectPermissions, PermissionSet, RecordTypeVisibility} from './model.ts';
import {booleanOf, childrenOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

export function readPermissionSet(element: XmlElement, name: string, path: string): PermissionSet {
  const accesses = (list: string, word: string) => childrenOf(element, list).map((item) => readAccess(item, word));
  return {
    name,
    path,
    line: element.line,
    label: textOf(element, 'label') ?? name,
    description: textOf(element, 'description'),
    license: textOf(element, 'license'),
    hasActivationRequired: booleanOf(element, 'hasActivationRequired', false),
    objectPermissions: childrenOf(element, 'objectPermissions').map(readObjectPermissions),
    fieldPermissions: childrenOf(element, 'fieldPermissions').map(readFieldPermissions),
    customPermissions: accesses('customPermissions', 'name'),
    userPermissions: accesses('userPermissions', 'name'),
    classAccesses: accesses('classAccesses', 'apexClass'),
    pageAccesses: accesses('pageAccesses', 'apexPage'),
    flowAccesses: accesses('flowAccesses', 'flow'),
    customMetadataTypeAccesses: accesses('customMetadataTypeAccesses', 'name'),
    customSettingAccesses: accesses('customSettingAccesses', 'name'),
    recordTypeVisibilities: childrenOf(element, 'recordTypeVisibilities').map(readRecordTypeVisibility),
    tabSettings: [...childrenOf(element, 'tabSettings'), ...childrenOf(element, 'tabVisibilities')].map((item) => ({
      tab: wordOf(item, 'tab') ?? '',
      visibility: wordOf(item, 'visibility') ?? '',
      line: item.line,
    })),
    applicationVisibilities: childrenOf(element, 'applicationVisibilities').map((item) => ({
      application: wordOf(item, 'application') ?? '',
      visible: booleanOf(item, 'visible', false),
      default: booleanOf(item, 'default', false),
      line: item.line,
    })),
  };
}

function readAccess(element: XmlElement, word: string): NamedAccess {
  return {name: wordOf(element, word) ?? '', enabled: booleanOf(element, 'enabled', false), line: element.line};
}

function readObjectPermissions(element: XmlElement): ObjectPermissions {
  return {
    object: wordOf(element, 'object') ?? '',
    allowCreate: booleanOf(element, 'allowCreate', false),
    allowRead: booleanOf(element, 'allowRead', false),
    allowEdit: booleanOf(element, 'allowEdit', false),
    allowDelete: booleanOf(element, 'allowDelete', false),
    viewAllRecords: booleanOf(element, 'viewAllRecords', false),
    modifyAllRecords: booleanOf(element, 'modifyAllRecords', false),
    viewAllFields: booleanOf(element, 'viewAllFields', false),
    line: element.line,
  };
}

function readFieldPermissions(element: XmlElement): FieldPermissions {
  return {
    field: wordOf(element, 'field') ?? '',
    readable: booleanOf(element, 'readable', false),
    editable: booleanOf(element, 'editable', false),
    line: element.line,
  };
}

function readRecordTypeVisibility(element: XmlElement): RecordTypeVisibility {
  return {
    recordType: wordOf(element, 'recordType') ?? '',
    visible: booleanOf(element, 'visible', false),
    default: booleanOf(element, 'default', false),
    line: element.line,
  };
}
