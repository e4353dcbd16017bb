/**
 * E-mails that come in, as an e-mail service hands them to its handler and tests write them (Apex Reference Guide, "InboundEmail Class" and the classes nested in it,
 * "InboundEnvelope Class", "InboundEmailResult Class"). There are no e-mail services here: they only hold values.
 */
import {PropertyBag, propertyMembers} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const CLASSES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'Messaging.InboundEmail': {
    authenticationResults: 'List<Messaging.InboundEmail.AuthenticationResult>',
    binaryAttachments: 'List<Messaging.InboundEmail.BinaryAttachment>',
    ccAddresses: 'List<String>',
    fromAddress: 'String',
    fromName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    htmlBody: 'String',
    htmlBodyIsTruncated: 'Boolean',
    inReplyTo: 'String',
    messageId: 'String',
    plainTextBody: 'String',
    plainTextBodyIsTruncated: 'Boolean',
    references: 'List<String>',
    replyTo: 'String',
    subject: 'String',
    textAttachments: 'List<Messaging.InboundEmail.TextAttachment>',
    toAddresses: 'List<String>',
  },
  'Messaging.InboundEmail.BinaryAttachment': {
    body: 'Blob',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String',
  },
  'Messaging.InboundEmail.TextAttachment': {
    body: 'String',
    bodyIsTruncated: 'Boolean',
    charset: 'String',
    fileName: 'String',
    headers: 'List<Messaging.InboundEmail.Header>',
    mimeTypeSubType: 'String',
  },
  'Messaging.InboundEmail.Header': {name: 'String', value: 'String'},
  'Messaging.InboundEnvelope': {fromAddress: 'String', toAddress: 'String'},
  'Messaging.InboundEmailResult': {message: 'String', success: 'Boolean'},
};

export const inboundEmailClasses: readonly ClassDefinition[] = Object.entries(CLASSES).map(([name, properties]) =>
  defineClass(name, {'<init>()': () => new PropertyBag(name), ...propertyMembers(properties, ['property'])}),
);
