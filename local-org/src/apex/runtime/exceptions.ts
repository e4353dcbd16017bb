/**
 * Apex exceptions. What JavaScript throws is the Apex object itself: an `ApexException` for the platform's, an instance of a generated
 * class that descends from it for those of a project.
 *
 * The stack is the one of the moment when the exception was made, as in Java: programs rely on `new DmlException().getStackTraceString()`
 * to learn where they are. JavaScript keeps it unformatted; lines are looked up when somebody asks (see `stack.ts`).
 */
import type {ApexMap} from './map.ts';
import type {RuntimeType} from './runtime-type.ts';

/** Frames that an exception remembers; the platform's own traces are no longer. */
const STACK_FRAMES = 100;

/** One failed row of a DmlException or EmailException. */
export interface DmlFailure {
  /** Position in the request. */
  readonly index: number;
  /** API name of the record's object; left out where there is no record. */
  readonly object?: string;
  readonly id: string | null;
  /** A StatusCode of the platform: `REQUIRED_FIELD_MISSING`. */
  readonly statusCode: string;
  readonly message: string;
  /** API names. */
  readonly fields: readonly string[];
}

/** What `getMessage()` returns where no message was given. */
const NO_MESSAGE = 'Script-thrown exception';

export class ApexException extends Error {
  /** What `getMessage()` returns; `Error.message` follows it for the sake of whoever prints the error. */
  text: string | null = NO_MESSAGE;
  causedBy: ApexException | null = null;
  /** Of a DmlException or EmailException. */
  failures: readonly DmlFailure[] = [];
  /** Of a QueryException: fields that the user may not see, by object. */
  inaccessibleFields: ApexMap | null = null;
  /** Set for platform exceptions; classes of a project have their type in the prototype. */
  platformType: RuntimeType | null = null;

  constructor() {
    const limit = Error.stackTraceLimit;
    Error.stackTraceLimit = STACK_FRAMES;
    super(NO_MESSAGE);
    Error.stackTraceLimit = limit;
  }

  get type(): RuntimeType {
    if (this.platformType === null) throw new Error('An exception without a type was thrown.');
    return this.platformType;
  }

  override get name(): string {
    return this.type.name;
  }

  setText(text: string | null): this {
    this.text = text;
    this.message = text ?? '';
    return this;
  }

  /** Sets the initial values of fields; a class that has some extends it. */
  '<fields>'(): void {
    // What an exception has of its own is set already.
  }

  // The constructors that every exception class has, under the slots by which generated code calls them (Apex Developer Guide, "Create Custom
  // Exceptions"). A class can't declare them itself ("System exception constructor already defined").

  '<init>$'(): this {
    return this;
  }

  '<init>$string'(message: string | null): this {
    return this.setText(message);
  }

  '<init>$exception'(cause: ApexException | null): this {
    this.causedBy = cause;
    return this;
  }

  '<init>$string,exception'(message: string | null, cause: ApexException | null): this {
    this.causedBy = cause;
    return this.setText(message);
  }
}

/**
 * "Some special types of built-in exceptions can't be caught … such as exceptions thrown when assertion statements fail or license exceptions. When
 * exceptions are uncatchable, catch blocks, as well as finally blocks if any, aren't executed." (Apex Developer Guide, "Exceptions in Apex")
 */
export const UNCATCHABLE: ReadonlySet<string> = new Set(['System.LimitException', 'System.AssertException', 'System.LicenseException']);

/** Something that generated code did which neither Apex nor its library explains: a defect of the org, never seen by an Apex `catch`. */
export class InternalError extends Error {
  constructor(message: string, cause?: unknown) {
    super(message, {cause});
    this.name = 'InternalError';
  }
}
