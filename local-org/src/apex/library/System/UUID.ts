import {randomUUID} from 'node:crypto';
import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import {hashText} from '../../runtime/equality.ts';
import {ApexFault} from '../../runtime/fault.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';

export class ApexUuid extends PlatformObject {
  readonly typeName = 'System.UUID';
  /** Lower-case, with hyphens. */
  readonly text: string;

  constructor(text: string) {
    super();
    this.text = text;
  }

  override toText(): string {
    return this.text;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof ApexUuid && other.text === this.text;
  }

  override hash(): number {
    return hashText(this.text);
  }
}

/** Apex Reference Guide, "UUID Class". */
export const uuidClass = defineClass('System.UUID', {
  'equals(Object)': (_rt, self: ApexUuid, other: unknown) => self.equalTo(other),
  'fromString(String)': (_rt, text: string | null) => {
    const given = required(text);
    if (!/^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(given)) {
      throw new ApexFault('System.IllegalArgumentException', `Invalid UUID string: ${given}`);
    }
    return new ApexUuid(given.toLowerCase());
  },
  'hashCode()': (_rt, self: ApexUuid) => self.hash(),
  'randomUUID()': () => new ApexUuid(randomUUID()),
  'toString()': (_rt, self: ApexUuid) => self.text,
});
