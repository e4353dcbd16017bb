import type {RuntimeType} from './runtime-type.ts';

/** A constant of an Apex or platform enum: one object a constant and generation of code, compared by identity. */
export class ApexEnumValue {
  readonly type: RuntimeType;
  readonly name: string;
  readonly ordinal: number;

  constructor(type: RuntimeType, name: string, ordinal: number) {
    this.type = type;
    this.name = name;
    this.ordinal = ordinal;
  }

  toString(): string {
    return this.name;
  }
}
