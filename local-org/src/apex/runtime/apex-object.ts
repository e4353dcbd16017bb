import type {RuntimeType} from './runtime-type.ts';

/** What every generated class descends from. */
export abstract class ApexObject {
  /** The object's class, as `instanceof` and `Type` see it. */
  abstract get type(): RuntimeType;

  /** Sets the initial values of fields; a class that has some extends it. */
  '<fields>'(): void {
    // An object has no fields of its own.
  }
}
