import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {hashText} from '../../runtime/equality.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {RuntimeType} from '../../runtime/runtime-type.ts';

/** A `System.Type`: what `Foo.class` and `Type.forName` give. Get one by {@link typeToken}. */
export class ApexType extends PlatformObject {
  readonly typeName = 'System.Type';
  readonly runtimeType: RuntimeType;

  constructor(runtimeType: RuntimeType) {
    super();
    this.runtimeType = runtimeType;
  }

  override toText(): string {
    return this.runtimeType.name;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof ApexType && other.runtimeType === this.runtimeType;
  }

  override hash(): number {
    return hashText(this.runtimeType.name);
  }
}

const tokens = new WeakMap<RuntimeType, ApexType>();

/** The one token of a type. */
export function typeToken(type: RuntimeType): ApexType {
  let token = tokens.get(type);
  if (token === undefined) {
    token = new ApexType(type);
    tokens.set(type, token);
  }
  return token;
}

/** Apex Reference Guide, "Type Class". */
export const typeClass = defineClass('System.Type', {
  'equals(Object)': (rt, self: ApexType, other: unknown) => rt.equals(self, other),
  'getName()': (_rt, self: ApexType) => self.runtimeType.name,
  'hashCode()': (_rt, self: ApexType) => self.hash(),
  'isAssignableFrom(Type)': (_rt, self: ApexType, other: ApexType | null) => self.runtimeType.isAssignableFrom(required(other).runtimeType),
  'newInstance()': (rt, self: ApexType) => rt.types.newInstance(self.runtimeType),
  'toString()': (_rt, self: ApexType) => self.runtimeType.name,
  'forName(String)': (rt, name: string | null) => tokenOrNull(rt.types.find(required(name))),
  'forName(String,String)': (rt, namespace: string | null, name: string | null) =>
    tokenOrNull(rt.types.find(namespace === null || namespace === '' ? required(name) : `${namespace}.${required(name)}`)),
});

function tokenOrNull(type: RuntimeType | null): ApexType | null {
  return type === null ? null : typeToken(type);
}
