/** `System.Version` (Apex Reference Guide, "Version Class"): "a two-part or three-part version of a package". */
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

export class Version extends PlatformObject {
  override readonly typeName = 'System.Version';
  readonly major: number;
  readonly minor: number;
  /** Null of a version of two parts. */
  readonly patch: number | null;

  constructor(major: number, minor: number, patch: number | null) {
    super();
    this.major = major;
    this.minor = minor;
    this.patch = patch;
  }

  /**
   * "If comparing a two-part version to a three-part version, the patch number is ignored and the comparison is based only on the major and minor numbers."
   *
   * @returns 0, 1 or -1
   */
  compareTo({major, minor, patch}: Version): number {
    const byPatch = this.patch === null || patch === null ? 0 : Math.sign(this.patch - patch);
    return Math.sign(this.major - major) || Math.sign(this.minor - minor) || byPatch;
  }
}

export const versionClass: ClassDefinition = defineClass('System.Version', {
  '<init>(Integer,Integer)': (_rt: Runtime, major: number | null, minor: number | null) =>
    new Version(required(major), required(minor), null),
  '<init>(Integer,Integer,Integer)': (_rt: Runtime, major: number | null, minor: number | null, patch: number | null) =>
    new Version(required(major), required(minor), required(patch)),
  'compareTo(Version)': (_rt: Runtime, self: Version, other: Version | null) => self.compareTo(required(other)),
  'major()': (_rt: Runtime, self: Version) => self.major,
  'minor()': (_rt: Runtime, self: Version) => self.minor,
  'patch()': (_rt: Runtime, self: Version) => self.patch,
});
