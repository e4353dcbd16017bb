import type {SObjectDescriptor} from '../data/descriptor.ts';

/** `Name` of people is their first and last name (Object Reference: Lead, Contact, User); a record of any other object has the one that it was given. */
export function deriveName(object: SObjectDescriptor, slots: unknown[]): void {
  const {fieldsByKey} = object;
  const [first, last, name] = ['firstname', 'lastname', 'name'].map((key) => fieldsByKey.get(key));
  if (first === undefined || last === undefined || name === undefined) return;
  slots[name.index] = [first, last]
    .map((part) => slots[part.index])
    .filter(isText)
    .join(' ');
}

/** A custom object's record without a name is called by the 15 characters of its Id, which is in slot 0. */
export function nameById({nameField, kind}: SObjectDescriptor, slots: unknown[]): void {
  const [id] = slots;
  if (kind === 'custom' && nameField !== null && typeof id === 'string') slots[nameField.index] ??= id.slice(0, 15);
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
