/** `Schema.PicklistEntry` (Apex Reference Guide, "PicklistEntry Class"). */
import type {PicklistValue} from '../../../data/descriptor.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

export class PicklistEntry extends PlatformObject {
  override readonly typeName = 'Schema.PicklistEntry';
  readonly entry: PicklistValue;

  constructor(entry: PicklistValue) {
    super();
    this.entry = entry;
  }
}

function member(name: string, prefix: 'get' | 'is', read: (entry: PicklistValue) => unknown): [string, Implementation][] {
  const implementation: Implementation = (_rt: Runtime, self: PicklistEntry) => read(self.entry);
  return [
    [`${prefix}${name}()`, implementation],
    [`get ${name}`, implementation],
  ];
}

export const picklistEntryClass: ClassDefinition = defineClass(
  'Schema.PicklistEntry',
  Object.fromEntries([
    ...member('Label', 'get', ({label}) => label),
    ...member('Value', 'get', ({value}) => value),
    ...member('Active', 'is', ({isActive}) => isActive),
    ...member('DefaultValue', 'is', ({isDefault}) => isDefault),
  ]),
);
