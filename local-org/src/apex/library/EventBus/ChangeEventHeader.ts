/** `EventBus.ChangeEventHeader` (Apex Reference Guide, "ChangeEventHeader Class"; Change Data Capture Developer Guide, "Change Event Header Fields"). */
import {PlatformObject} from '../../runtime/platform-object.ts';
import type {Runtime} from '../../runtime/runtime.ts';
import {defineClass, type ClassDefinition, type Implementation} from '../registry.ts';

/** Fields that have a property, a getter and a setter. */
const FIELDS = [
  'ChangedFields',
  'ChangeOrigin',
  'ChangeType',
  'CommitNumber',
  'CommitTimestamp',
  'CommitUser',
  'DiffFields',
  'EntityName',
  'NulledFields',
  'RecordIds',
  'SequenceNumber',
  'TransactionKey',
] as const;

type Field = (typeof FIELDS)[number] | 'TransactionEnd';

class ChangeEventHeader extends PlatformObject {
  override readonly typeName = 'EventBus.ChangeEventHeader';
  readonly values = new Map<Field, unknown>();
}

function getter(field: Field): Implementation {
  return (_rt: Runtime, self: ChangeEventHeader) => self.values.get(field) ?? null;
}

function setter(field: Field): Implementation {
  return (_rt: Runtime, self: ChangeEventHeader, value: unknown) => {
    self.values.set(field, value);
  };
}

function membersOf(field: (typeof FIELDS)[number]): [string, Implementation][] {
  return [
    [`get ${field}`, getter(field)],
    [`set ${field}`, setter(field)],
    [`get${field}()`, getter(field)],
  ];
}

/** Setters take a text, a number or a list of texts. */
function setterSignature(field: (typeof FIELDS)[number]): string {
  if (field.endsWith('Fields') || field === 'RecordIds') return `set${field}(List<String>)`;
  if (field.startsWith('CommitNumber') || field === 'CommitTimestamp') return `set${field}(Long)`;
  return `set${field}(${field === 'SequenceNumber' ? 'Integer' : 'String'})`;
}

export const changeEventHeaderClass: ClassDefinition = defineClass('EventBus.ChangeEventHeader', {
  '<init>()': () => new ChangeEventHeader(),
  ...Object.fromEntries(FIELDS.flatMap(membersOf)),
  ...Object.fromEntries(FIELDS.map((field) => [setterSignature(field), setter(field)])),
  'get TransactionEnd': getter('TransactionEnd'),
  'set TransactionEnd': setter('TransactionEnd'),
  'isTransactionEnd()': getter('TransactionEnd'),
});
