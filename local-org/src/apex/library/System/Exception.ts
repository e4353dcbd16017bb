/** `System.Exception` and the exceptions of the platform (Apex Reference Guide, "Exception Class and Built-In Exceptions"). */
import {ApexException} from '../../runtime/exceptions.ts';
import type {DmlFailure} from '../../runtime/exceptions.ts';
import {ApexList} from '../../runtime/list.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {apexFrames, formatFrames} from '../../runtime/stack.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {fieldToken} from '../Schema/sobject-field.ts';
import {defineClass} from '../registry.ts';
import type {ClassDefinition, Implementation} from '../registry.ts';

export const exceptionClass: ClassDefinition = defineClass('System.Exception', {
  'getMessage()': (_rt: Runtime, self: ApexException) => self.text,
  'setMessage(String)': (_rt: Runtime, self: ApexException, message: string | null) => {
    self.setText(message);
  },
  'getCause()': (_rt: Runtime, self: ApexException) => self.causedBy,
  'initCause(Exception)': (_rt: Runtime, self: ApexException, cause: ApexException | null) => {
    self.causedBy = cause;
  },
  'getTypeName()': (_rt: Runtime, self: ApexException) => self.type.name,
  'getLineNumber()': (rt: Runtime, self: ApexException) => apexFrames(self, rt.source)[0]?.line ?? 0,
  'getStackTraceString()': (rt: Runtime, self: ApexException) => stackTraceText(rt, self),
  'getNumDml()': (_rt: Runtime, self: ApexException) => requireFailures(self).length,
  'getDmlMessage(Integer)': (_rt: Runtime, self: ApexException, index: number) => failure(self, index).message,
  'getDmlIndex(Integer)': (_rt: Runtime, self: ApexException, index: number) => failure(self, index).index,
  'getDmlId(Integer)': (_rt: Runtime, self: ApexException, index: number) => failure(self, index).id,
  'getDmlStatusCode(Integer)': (_rt: Runtime, self: ApexException, index: number) => failure(self, index).statusCode,
  'getDmlType(Integer)': (rt: Runtime, self: ApexException, index: number) =>
    rt.types.enumValue('System.StatusCode', failure(self, index).statusCode),
  'getDmlFieldNames(Integer)': (rt: Runtime, self: ApexException, index: number) =>
    new ApexList(rt.types.list(rt.types.get('String')), [...failure(self, index).fields]),
  'getDmlFields(Integer)': (rt: Runtime, self: ApexException, index: number) => fieldTokens(rt, failure(self, index)),
});

function fieldTokens(rt: Runtime, {object, fields}: DmlFailure): ApexList {
  const descriptor = object === undefined ? null : rt.org.schema.object(object);
  if (descriptor === null) throw new UnsupportedError('U308 getDmlFields of what is no record is not supported.');
  const tokens = fields.flatMap((name) => {
    const field = descriptor.fieldsByKey.get(name.toLowerCase());
    return field === undefined ? [] : [fieldToken(descriptor, field)];
  });
  return new ApexList(rt.types.list(rt.types.get('Schema.SObjectField')), tokens);
}

const WITH_STANDARD_CONSTRUCTORS: readonly string[] = [
  'System.AssertException',
  'System.AsyncException',
  'System.BigObjectException',
  'System.CalloutException',
  'System.DmlException',
  'System.DuplicateMessageException',
  'System.EmailException',
  'System.ExternalObjectException',
  'System.FinalException',
  'System.FlowException',
  'System.FormulaEvaluationException',
  'System.FormulaValidationException',
  'System.HandledException',
  'System.IllegalArgumentException',
  'System.InvalidHeaderException',
  'System.JSONException',
  'System.LicenseException',
  'System.LimitException',
  'System.ListException',
  'System.MathException',
  'System.NoAccessException',
  'System.NoDataFoundException',
  'System.NoSuchElementException',
  'System.NullPointerException',
  'System.PlatformCacheException',
  'System.ProcedureException',
  'System.QueryException',
  'System.RequiredFeatureMissingException',
  'System.SearchException',
  'System.SecurityException',
  'System.SerializationException',
  'System.SObjectException',
  'System.StringException',
  'System.TypeException',
  'System.UnexpectedException',
  'System.UnsupportedOperationException',
  'System.VisualforceException',
  'System.XmlException',
  'EventBus.InvalidReplayIdException',
  'EventBus.RetryableException',
];

/** The classes of the platform's exceptions, each with its constructors. */
export const platformExceptionClasses: readonly ClassDefinition[] = [
  ...WITH_STANDARD_CONSTRUCTORS.map((name) => defineClass(name, {...standardConstructors(name), ...ownMembers(name)})),
  defineClass('System.AuraHandledException', {
    /** "Script-thrown exception" is what `getMessage()` gives until `setMessage` was called (Apex Developer Guide, "Returning Errors from an Apex Server-Side Controller"). */
    '<init>(String)': (rt: Runtime, _message: string | null) => rt.exception('System.AuraHandledException', 'Script-thrown exception'),
  }),
  defineClass('System.InvalidParameterValueException', {
    '<init>(String,String)': (rt: Runtime, parameter: string | null, value: string | null) =>
      rt.exception('System.InvalidParameterValueException', `Invalid value for parameter ${String(parameter)}: ${String(value)}`),
  }),
];

function standardConstructors(name: string): Record<string, Implementation> {
  const create = (rt: Runtime): ApexException => {
    const exception = new ApexException();
    exception.platformType = rt.types.get(name);
    return exception;
  };
  return {
    '<init>()': (rt: Runtime) => create(rt)['<init>$'](),
    '<init>(String)': (rt: Runtime, message: string | null) => create(rt)['<init>$string'](message),
    '<init>(Exception)': (rt: Runtime, cause: ApexException | null) => create(rt)['<init>$exception'](cause),
    '<init>(String,Exception)': (rt: Runtime, message: string | null, cause: ApexException | null) =>
      create(rt)['<init>$string,exception'](message, cause),
  };
}

function ownMembers(name: string): Record<string, Implementation> {
  if (name !== 'System.QueryException') return {};
  return {'getInaccessibleFields()': (_rt: Runtime, self: ApexException) => self.inaccessibleFields};
}

/** The trace, and after it the one of the cause: `Caused by`, type and message, then its own lines. */
function stackTraceText(rt: Runtime, exception: ApexException): string {
  const own = formatFrames(apexFrames(exception, rt.source));
  const cause = exception.causedBy;
  if (cause === null) return own;
  return `${own}\nCaused by\n${cause.type.name}: ${cause.text ?? ''}\n${stackTraceText(rt, cause)}`;
}

function requireFailures(exception: ApexException): readonly DmlFailure[] {
  const name = exception.type.name;
  if (name !== 'System.DmlException' && name !== 'System.EmailException')
    throw new UnsupportedError(`U308 The getDml… methods of ${name}: only DmlException and EmailException hold failed rows.`);
  return exception.failures;
}

function failure(exception: ApexException, index: number): DmlFailure {
  const failures = requireFailures(exception);
  const found = failures[index];
  if (found === undefined)
    throw new UnsupportedError(`U308 Asking for failed row ${String(index)} of an exception that has ${String(failures.length)}.`);
  return found;
}
