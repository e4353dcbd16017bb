import {required} from '../arguments.ts';
import {defineClass} from '../registry.ts';
import type {ApexDatetime} from '../../runtime/datetime.ts';
import {hashText} from '../../runtime/equality.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import {canonicalZone, offsetAt, zoneName} from '../../runtime/time-zone.ts';

export class ApexTimeZone extends PlatformObject {
  readonly typeName = 'System.TimeZone';
  readonly id: string;

  constructor(id: string) {
    super();
    this.id = canonicalZone(id);
  }

  override toText(): string {
    return this.id;
  }

  override equalTo(other: unknown): boolean {
    return other instanceof ApexTimeZone && other.id === this.id;
  }

  override hash(): number {
    return hashText(this.id);
  }
}

/** Apex Reference Guide, "TimeZone Class". */
export const timeZoneClass = defineClass('System.TimeZone', {
  'getDisplayName()': (rt, self: ApexTimeZone) => {
    const now = rt.org.clock.now();
    const offset = offsetAt(self.id, now);
    const minutes = String(Math.floor(Math.abs(offset) / 60_000) % 60).padStart(2, '0');
    const hours = String(Math.floor(Math.abs(offset) / 3_600_000)).padStart(2, '0');
    return `(GMT${offset < 0 ? '-' : '+'}${hours}:${minutes}) ${zoneName(self.id, now, 'long')} (${self.id})`;
  },
  'getID()': (_rt, self: ApexTimeZone) => self.id,
  'getOffset(Datetime)': (_rt, self: ApexTimeZone, at: ApexDatetime | null) => offsetAt(self.id, required(at).epoch),
  'toString()': (_rt, self: ApexTimeZone) => self.id,
  'getTimeZone(String)': (_rt, id: string | null) => new ApexTimeZone(required(id)),
});
