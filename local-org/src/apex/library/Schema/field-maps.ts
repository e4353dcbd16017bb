/** What `describe.fields` and `describe.fieldSets` stand for: objects whose only method gives a map. */
import type {SObjectDescriptor} from '../../../data/descriptor.ts';
import {ApexMap} from '../../runtime/map.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';
import {FieldSet} from './FieldSet.ts';
import {fieldToken} from './sobject-field.ts';

export class Fields extends PlatformObject {
  override readonly typeName = 'Schema.SObjectTypeFields';
  readonly object: SObjectDescriptor;

  constructor(object: SObjectDescriptor) {
    super();
    this.object = object;
  }
}

export class FieldSets extends PlatformObject {
  override readonly typeName = 'Schema.SObjectTypeFieldSets';
  readonly object: SObjectDescriptor;

  constructor(object: SObjectDescriptor) {
    super();
    this.object = object;
  }
}

/** Its keys are lower-case, and found in any case, as the platform has it. */
export class CaseInsensitiveMap extends ApexMap {
  override get(rt: Runtime, key: unknown): unknown {
    return super.get(rt, folded(key));
  }

  override has(rt: Runtime, key: unknown): boolean {
    return super.has(rt, folded(key));
  }

  override put(rt: Runtime, key: unknown, value: unknown): unknown {
    return super.put(rt, folded(key), value);
  }

  override remove(rt: Runtime, key: unknown): unknown {
    return super.remove(rt, folded(key));
  }
}

function folded(key: unknown): unknown {
  return typeof key === 'string' ? key.toLowerCase() : key;
}

export function caseInsensitiveMap(rt: Runtime, valueType: string, entries: Iterable<readonly [string, unknown]>): ApexMap {
  const map = new CaseInsensitiveMap(rt.types.map(rt.types.get('String'), rt.types.get(valueType)));
  for (const [key, value] of entries) map.put(rt, key, value);
  return map;
}

export const fieldsClass: ClassDefinition = defineClass('Schema.SObjectTypeFields', {
  'getMap()': (rt: Runtime, {object}: Fields) =>
    caseInsensitiveMap(
      rt,
      'Schema.SObjectField',
      object.fields.filter((field) => !field.isHidden).map((field) => [field.key, fieldToken(object, field)]),
    ),
});

export const fieldSetsClass: ClassDefinition = defineClass('Schema.SObjectTypeFieldSets', {
  'getMap()': (rt: Runtime, {object}: FieldSets) =>
    caseInsensitiveMap(
      rt,
      'Schema.FieldSet',
      object.fieldSets.map((set) => [set.name.toLowerCase(), new FieldSet(object, set)]),
    ),
});
