/** E-mails as programs write them (Apex Reference Guide, "Email Class (Base Email Methods)", "SingleEmailMessage Class", "EmailFileAttachment Class"). */
import {PropertyBag, propertyMembers, readProperty, writeProperty, type Access} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const WHOLE: readonly Access[] = ['property', 'getter', 'setter'];

const OF_EVERY_EMAIL = {
  BccSender: 'Boolean',
  EmailPriority: 'String',
  ReplyTo: 'String',
  SaveAsActivity: 'Boolean',
  SenderDisplayName: 'String',
  Subject: 'String',
  UseSignature: 'Boolean',
};

const OF_SINGLE_EMAILS = {
  BccAddresses: 'List<String>',
  CcAddresses: 'List<String>',
  Charset: 'String',
  EntityAttachments: 'List<String>',
  FileAttachments: 'List<Messaging.EmailFileAttachment>',
  HtmlBody: 'String',
  InReplyTo: 'String',
  OptOutPolicy: 'String',
  OrgWideEmailAddressId: 'Id',
  PlainTextBody: 'String',
  References: 'String',
  TargetObjectId: 'Id',
  TemplateId: 'Id',
  ToAddresses: 'List<String>',
  WhatId: 'Id',
};

export const emailClasses: readonly ClassDefinition[] = [
  defineClass('Messaging.Email', propertyMembers(OF_EVERY_EMAIL, WHOLE)),
  defineClass('Messaging.SingleEmailMessage', {
    '<init>()': newEmail,
    ...propertyMembers(OF_SINGLE_EMAILS, WHOLE),
    ...propertyMembers({SaveAsActivity: 'Boolean', Subject: 'String', TemplateName: 'String', UserMail: 'Boolean'}, ['property']),
    ...propertyMembers({TreatBodiesAsTemplate: 'Boolean', TreatTargetObjectAsRecipient: 'Boolean'}, ['property', 'is', 'setter']),
    'getTemplateName()': readProperty('TemplateName'),
    'isUserMail()': readProperty('UserMail'),
  }),
  defineClass('Messaging.EmailFileAttachment', {
    '<init>()': () => new PropertyBag('Messaging.EmailFileAttachment'),
    ...propertyMembers({Body: 'Blob', ContentType: 'String', FileName: 'String', Inline: 'Boolean'}, WHOLE),
    'get Id': readProperty('Id'),
    'set Id': writeProperty('Id'),
    'getId()': readProperty('Id'),
  }),
];

/** "setSaveAsActivity: … The default is true", "setUseSignature: … The default is true", "treatTargetObjectAsRecipient: … The default is true". */
function newEmail(): PropertyBag {
  const email = new PropertyBag('Messaging.SingleEmailMessage');
  for (const property of ['SaveAsActivity', 'UseSignature', 'TreatTargetObjectAsRecipient']) email.values.set(property, true);
  return email;
}
