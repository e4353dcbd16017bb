/**
 * `Messaging.sendEmail` (Apex Reference Guide, "Messaging Class"; Apex Developer Guide, "Outbound Email"). E-mails are checked and go nowhere: nothing leaves
 * the embedded org.
 */
import type {DmlFailure} from '../../runtime/exceptions.ts';
import {ApexList} from '../../runtime/list.ts';
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {required} from '../arguments.ts';
import type {PropertyBag} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

/** Why an e-mail can't be sent. */
interface EmailError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields: readonly string[];
}

class SendEmailResult extends PlatformObject {
  override readonly typeName = 'Messaging.SendEmailResult';
  readonly error: EmailError | null;

  constructor(error: EmailError | null) {
    super();
    this.error = error;
  }
}

class SendEmailError extends PlatformObject {
  override readonly typeName = 'Messaging.SendEmailError';
  readonly error: EmailError;

  constructor(error: EmailError) {
    super();
    this.error = error;
  }
}

/** @throws System.EmailException where all or none are to be sent and one can't */
function sendEmail(rt: Runtime, emails: ApexList | null, allOrNone: boolean): ApexList {
  const messages = required(emails).elements as readonly (PropertyBag | null)[];
  rt.tx.limits.count('EmailInvocations');
  const errors = messages.map((email) => problemOf(required(email)));
  const first = errors.findIndex((error) => error !== null);
  if (allOrNone && first >= 0) throw emailException(rt, errors, first);
  return new ApexList(
    rt.types.get('List<Messaging.SendEmailResult>'),
    errors.map((error) => new SendEmailResult(error)),
  );
}

function problemOf(email: PropertyBag): EmailError | null {
  const addresses = ['ToAddresses', 'CcAddresses', 'BccAddresses'].flatMap((property) =>
    addressesIn(email, property).map((address) => ({property: property.charAt(0).toLowerCase() + property.slice(1), address})),
  );
  const isToTarget = email.get('TargetObjectId') !== null && email.get('TreatTargetObjectAsRecipient') !== false;
  if (addresses.length === 0 && !isToTarget)
    return {statusCode: 'REQUIRED_FIELD_MISSING', message: 'Add a recipient to send an email.', fields: []};
  const hasBody = ['PlainTextBody', 'HtmlBody', 'TemplateId'].some((property) => (email.get(property) ?? '') !== '');
  if (!hasBody) return {statusCode: 'REQUIRED_FIELD_MISSING', message: 'Missing body, need at least one of html or plaintext', fields: []};
  // A recipient may be given by the Id of a person.
  const wrong = addresses.find(({address}) => !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address) && !/^00[35Q]\w{12}(\w{3})?$/.test(address));
  if (wrong === undefined) return null;
  return {
    statusCode: 'INVALID_EMAIL_ADDRESS',
    message: `Email address is invalid: ${wrong.address}`,
    fields: [wrong.property, wrong.address],
  };
}

function addressesIn(email: PropertyBag, property: string): readonly string[] {
  const list = email.get(property);
  return list instanceof ApexList ? list.elements.map(String) : [];
}

function emailException(rt: Runtime, errors: readonly (EmailError | null)[], first: number): Error {
  const error = errors[first];
  const {statusCode, message, fields} = error ?? {statusCode: '', message: '', fields: []};
  const exception = rt.exception(
    'System.EmailException',
    `SendEmail failed. First exception on row ${String(first)}; first error: ${statusCode}, ${message}: [${fields.join(', ')}]`,
  );
  exception.failures = errors.flatMap((each, index): DmlFailure[] => (each === null ? [] : [{index, id: null, ...each}]));
  return exception;
}

export const sendEmailClasses: readonly ClassDefinition[] = [
  defineClass('System.Messaging', {
    'sendEmail(List<Messaging.Email>)': (rt: Runtime, emails: ApexList | null) => sendEmail(rt, emails, true),
    'sendEmail(List<Messaging.Email>,Boolean)': (rt: Runtime, emails: ApexList | null, allOrNone: boolean | null) =>
      sendEmail(rt, emails, required(allOrNone)),
    /** "Reserves email capacity"; there is no daily limit here that it could exceed. */
    'reserveSingleEmailCapacity(Integer)': () => undefined,
    'reserveMassEmailCapacity(Integer)': () => undefined,
  }),
  defineClass('Messaging.SendEmailResult', {
    'isSuccess()': (_rt: Runtime, {error}: SendEmailResult) => error === null,
    'get Success': (_rt: Runtime, {error}: SendEmailResult) => error === null,
    'getErrors()': errorsOf,
    'get Errors': errorsOf,
  }),
  defineClass('Messaging.SendEmailError', {
    'getMessage()': (_rt: Runtime, {error}: SendEmailError) => error.message,
    'get Message': (_rt: Runtime, {error}: SendEmailError) => error.message,
    'getStatusCode()': statusCodeOf,
    'get StatusCode': statusCodeOf,
    'getTargetObjectId()': () => null,
    'getFields()': (rt: Runtime, {error}: SendEmailError) => new ApexList(rt.types.get('List<String>'), [...error.fields]),
  }),
];

function errorsOf(rt: Runtime, {error}: SendEmailResult): ApexList {
  return new ApexList(rt.types.get('List<Messaging.SendEmailError>'), error === null ? [] : [new SendEmailError(error)]);
}

function statusCodeOf(rt: Runtime, {error}: SendEmailError): unknown {
  return rt.types.enumValue('System.StatusCode', error.statusCode);
}
