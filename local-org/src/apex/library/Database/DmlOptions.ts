/** `Database.DMLOptions` (Apex Reference Guide, "DMLOptions Class"). What the embedded org doesn't do with an option it refuses to be asked for. */
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

export class DmlOptions extends PlatformObject {
  override readonly typeName = 'Database.DMLOptions';
  allOrNone: boolean | null = null;
}

function refused(option: string): Implementation {
  return () => {
    throw new UnsupportedError(`U311 Database.DMLOptions.${option} is not supported.`);
  };
}

export const dmlOptionsClass: ClassDefinition = defineClass('Database.DMLOptions', {
  '<init>()': () => new DmlOptions(),
  'get OptAllOrNone': (_rt: Runtime, self: DmlOptions) => self.allOrNone,
  'set OptAllOrNone': (_rt: Runtime, self: DmlOptions, value: boolean | null) => {
    self.allOrNone = value;
  },
  'set AllowFieldTruncation': refused('allowFieldTruncation'),
  'set LocaleOptions': refused('localeOptions'),
});
