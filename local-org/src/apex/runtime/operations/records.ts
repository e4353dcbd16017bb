/**
 * Checkboxes of records. "The expression accessing a Boolean type field on an sObject with simple dot notation is evaluated to true only if the field value is
 * non-null and true. Otherwise it is evaluated to false." (Salesforce support case 14025277, Stack Exchange 127548)
 */
import {getField, getFieldOfParent, type SObject} from '../sobject.ts';

export function getBoolean(record: SObject | null, index: number): boolean {
  return getField(record, index) === true;
}

export function getBooleanOfParent(parent: SObject | null, index: number): boolean {
  return getFieldOfParent(parent, index) === true;
}
