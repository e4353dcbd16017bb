/**
 * `Messaging.CustomNotification` (Apex Reference Guide, "CustomNotification Class"). Notifications are checked and go nowhere: "title and body are required", as are
 * the type and what it leads to.
 */
import type {Runtime} from '../../runtime/runtime.ts';
import type {ApexSet} from '../../runtime/set.ts';
import {UnsupportedError} from '../../runtime/unsupported.ts';
import {required} from '../arguments.ts';
import {PropertyBag, propertyMembers} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const CLASS = 'Messaging.CustomNotification';
const PROPERTIES = {
  NotificationTypeId: 'String',
  SenderId: 'String',
  Title: 'String',
  Body: 'String',
  TargetId: 'String',
  TargetPageRef: 'String',
};

/** "The recipients … up to 500" */
const MAXIMUM_RECIPIENTS = 500;

/** What the platform says where something is amiss isn't documented: that is refused. */
function send(rt: Runtime, self: PropertyBag, users: ApexSet | null): void {
  const recipients = [...required(users).values()].map(String);
  const typeId = self.get('NotificationTypeId');
  const isKnown = typeof typeId === 'string' && rt.org.records.value('CustomNotificationType', typeId, 'id') !== undefined;
  const lacking = ['Title', 'Body'].filter((property) => (self.get(property) ?? '') === '');
  if (!isKnown) lacking.push('a notification type that exists');
  if (self.get('TargetId') === null && self.get('TargetPageRef') === null) lacking.push('TargetId or TargetPageRef');
  if (recipients.length === 0 || recipients.length > MAXIMUM_RECIPIENTS) lacking.push(`1 to ${String(MAXIMUM_RECIPIENTS)} recipients`);
  if (lacking.length > 0) throw new UnsupportedError(`U325 A custom notification without ${lacking.join(', ')} is not supported.`);
}

export const customNotificationClass: ClassDefinition = defineClass(CLASS, {
  '<init>()': () => new PropertyBag(CLASS),
  '<init>(String,String,String,String,String,String)': (_rt: Runtime, ...values: unknown[]) => {
    const bag = new PropertyBag(CLASS);
    for (const [index, property] of ORDER.entries()) bag.values.set(property, values[index]);
    return bag;
  },
  ...propertyMembers(PROPERTIES, ['setter']),
  'send(Set<String>)': send,
});

/** Of the constructor: typeId, sender, title, body, targetId, targetPageRef. */
const ORDER = ['NotificationTypeId', 'SenderId', 'Title', 'Body', 'TargetId', 'TargetPageRef'];
