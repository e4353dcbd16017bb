/**
 * A platform exception raised by code that has no `Runtime` at hand: operators, values, collections.
 *
 * A fault is what Apex code would catch as `type`: the boundary at which generated code catches, and at which a transaction ends, turns it into
 * `rt.exception(fault.type, fault.message)`. It is an `Error` so that the Apex stack can be read from where it was thrown.
 */
export class ApexFault extends Error {
  /** Full name of the exception class: `System.NullPointerException`. */
  readonly type: string;

  constructor(type: string, message: string) {
    super(message);
    this.type = type;
  }
}

/** What dereferencing or calculating with null raises. */
export function nullPointer(): ApexFault {
  return new ApexFault('System.NullPointerException', 'Attempt to de-reference a null object');
}

/** What a library method raises for an argument that must not be null. */
export function nullArgument(): ApexFault {
  return new ApexFault('System.NullPointerException', 'Argument cannot be null.');
}

export function mathFault(message: string): ApexFault {
  return new ApexFault('System.MathException', message);
}

export function typeFault(message: string): ApexFault {
  return new ApexFault('System.TypeException', message);
}

export function listFault(message: string): ApexFault {
  return new ApexFault('System.ListException', message);
}

export function stringFault(message: string): ApexFault {
  return new ApexFault('System.StringException', message);
}

export function invalidParameter(message: string): ApexFault {
  return new ApexFault('System.InvalidParameterValueException', message);
}

export function finalFault(message: string): ApexFault {
  return new ApexFault('System.FinalException', message);
}
