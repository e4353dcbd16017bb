/** Platform objects that only hold values: each property can be read and written by itself, and through a getter and a setter of its name. */
import {PlatformObject} from '../runtime/platform-object.ts';
import type {Runtime} from '../runtime/runtime.ts';
import type {Implementation} from './registry.ts';

export class PropertyBag extends PlatformObject {
  override readonly typeName: string;
  readonly values = new Map<string, unknown>();

  constructor(typeName: string) {
    super();
    this.typeName = typeName;
  }

  get(property: string): unknown {
    return this.values.get(property) ?? null;
  }
}

export function readProperty(property: string): Implementation {
  return (_rt: Runtime, self: PropertyBag) => self.get(property);
}

export function writeProperty(property: string): Implementation {
  return (_rt: Runtime, self: PropertyBag, value: unknown) => {
    self.values.set(property, value);
  };
}

/**
 * - `property`: `get Name` and `set Name`
 * - `getter`: `getName()`, or `isName()`
 * - `setter`: `setName(Type)`
 */
export type Access = 'property' | 'getter' | 'is' | 'setter';

/** @param properties their types by name @param access what each has */
export function propertyMembers(properties: Readonly<Record<string, string>>, access: readonly Access[]): Record<string, Implementation> {
  return Object.fromEntries(Object.entries(properties).flatMap(([name, type]) => access.flatMap((kind) => membersOf(name, type, kind))));
}

function membersOf(name: string, type: string, access: Access): [string, Implementation][] {
  switch (access) {
    case 'property':
      return [
        [`get ${name}`, readProperty(name)],
        [`set ${name}`, writeProperty(name)],
      ];
    case 'getter':
      return [[`get${name}()`, readProperty(name)]];
    case 'is':
      return [[`is${name}()`, readProperty(name)]];
    case 'setter':
      return [[`set${name}(${type})`, writeProperty(name)]];
  }
}
