import type {Runtime} from './runtime.ts';

/**
 * An instance of a platform class that is written in TypeScript. What text, equality and hashing make of it is its own; without overrides it is
 * compared by identity.
 */
export abstract class PlatformObject {
  /** Full name of the Apex class: `System.Pattern`, `Database.SaveResult`. */
  abstract readonly typeName: string;

  /** What `String.valueOf` shows. */
  toText(_rt: Runtime): string {
    return this.typeName.startsWith('System.') ? this.typeName.slice('System.'.length) : this.typeName;
  }

  equalTo(other: unknown, _rt: Runtime): boolean {
    return this === other;
  }

  /** Null where identity decides. */
  hash(_rt: Runtime): number | null {
    return null;
  }

  /** What `JSON.serialize` writes of it, in order; null where that isn't known. */
  jsonMembers(_rt: Runtime): readonly (readonly [name: string, value: unknown])[] | null {
    return null;
  }
}
