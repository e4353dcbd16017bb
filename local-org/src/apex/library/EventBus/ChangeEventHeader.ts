/** `EventBus.ChangeEventHeader` (Apex Reference Guide, "ChangeEventHeader Class"; Change Data Capture Developer Guide, "Change Event Header Fields"). */
import {PropertyBag, propertyMembers, readProperty, writeProperty} from '../property-bag.ts';
import {defineClass, type ClassDefinition} from '../registry.ts';

const PROPERTIES = {
  ChangedFields: 'List<String>',
  ChangeOrigin: 'String',
  ChangeType: 'String',
  CommitNumber: 'Long',
  CommitTimestamp: 'Long',
  CommitUser: 'String',
  DiffFields: 'List<String>',
  EntityName: 'String',
  NulledFields: 'List<String>',
  RecordIds: 'List<String>',
  SequenceNumber: 'Integer',
  TransactionKey: 'String',
};

export const changeEventHeaderClass: ClassDefinition = defineClass('EventBus.ChangeEventHeader', {
  '<init>()': () => new PropertyBag('EventBus.ChangeEventHeader'),
  ...propertyMembers(PROPERTIES, ['property', 'getter', 'setter']),
  'get TransactionEnd': readProperty('TransactionEnd'),
  'set TransactionEnd': writeProperty('TransactionEnd'),
  'isTransactionEnd()': readProperty('TransactionEnd'),
});
