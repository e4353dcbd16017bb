import assert from 'node:assert/strict';
import {suite, test} from 'node:test';
import {Decimal} from '../../../src/apex/runtime/decimal.ts';
import {ApexList} from '../../../src/apex/runtime/list.ts';
import type {RuntimeType} from '../../../src/apex/runtime/runtime-type.ts';
import {getBoxed, putBoxed, requireField} from '../../../src/apex/runtime/sobject-access.ts';
import {cloneRecord} from '../../../src/apex/runtime/sobject-clone.ts';
import {hashRecord, recordsEqual, recordToString} from '../../../src/apex/runtime/sobject-comparison.ts';
import {
  getChildren,
  getField,
  getFieldOfParent,
  getParent,
  setChildren,
  setField,
  setParent,
  SObject,
} from '../../../src/apex/runtime/sobject.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import {customField, customObject, faultOf} from '../../data/fixture.ts';

const schema = createSchema({
  objects: [
    customObject('Thing__c', [
      customField('Number__c', {type: 'Number', precision: 6, scale: 2}),
      customField('No__c', {type: 'AutoNumber', displayFormat: '{0}'}),
    ]),
  ],
  globalValueSets: [],
  standardValueSets: [],
});
const contact = schema.object('Contact')!;
const index = (name: string, object = contact) => object.fieldsByKey.get(name.toLowerCase())!.index;
const typeName = (value: unknown) =>
  value instanceof Decimal ? 'Decimal' : typeof value === 'number' ? 'Integer' : typeof value === 'string' ? 'String' : 'Object';
const plain = {preserveId: false, isDeepClone: false, preserveReadonlyTimestamps: false, preserveAutonumber: false};
const listType = {
  kind: 'list',
  name: 'List<Contact>',
  arguments: [],
  isInstance: () => true,
  isAssignableFrom: () => true,
} satisfies RuntimeType;

/** A row of a query that selected last name and e-mail. */
function queried(values: Readonly<Record<string, unknown>>): SObject {
  const slots = new Array<unknown>(contact.fields.length);
  slots[0] = '0035g0000000001AAA';
  for (const [name, value] of Object.entries(values)) slots[index(name)] = value;
  return SObject.ofQuery(contact, slots, [...Object.keys(values).map((name) => index(name)), 0]);
}

suite('fields', () => {
  test('of no record are those of a null object', () => {
    assert.equal(
      faultOf(() => getField(null, 1)),
      'System.NullPointerException: Attempt to de-reference a null object',
    );
    assert.equal(getFieldOfParent(null, 1), null);
  });

  test('of a read-only record are not written', () => {
    const record = new SObject(contact);
    record.isReadOnly = true;
    assert.equal(
      faultOf(() => setField(record, index('LastName'), 'x')),
      'System.FinalException: Record is read-only',
    );
    assert.equal(
      faultOf(() => setParent(record, index('AccountId'), null)),
      'System.FinalException: Record is read-only',
    );
  });

  test('the Id of a row that has none is null, not unknown', () => {
    assert.equal(getField(SObject.ofQuery(contact, [], []), 0), null);
  });

  test('that one row of a query gets are not those of its neighbours', () => {
    const order = [index('LastName'), 0];
    const rows = [1, 2].map(() => SObject.ofQuery(contact, new Array<unknown>(contact.fields.length), order));
    setField(rows[0]!, index('Email'), 'a@b.c');
    assert.equal(order.length, 2);
    assert.deepEqual(
      rows.map((row) => row.populated().length),
      [1, 0],
    );
  });

  test('boxed: numbers as they are, Ids as Ids, what is not queried not at all', () => {
    const record = queried({LastName: 'Smith'});
    assert.equal(String(getBoxed(record, requireField(record, 'id'))), '0035g0000000001AAA');
    assert.match(
      faultOf(() => getBoxed(record, requireField(record, 'EMAIL'))),
      /without querying the requested field: Contact\.Email$/,
    );
    assert.equal(
      faultOf(() => requireField(record, 'Account.Name')),
      'System.SObjectException: Invalid field Account.Name for Contact',
    );
  });

  test('a whole number becomes the Decimal that its field holds', () => {
    const thing = schema.object('Thing__c')!;
    const record = new SObject(thing);
    putBoxed(record, thing.fieldsByKey.get('number__c')!, 3, typeName);
    const value = record.slots[index('Number__c', thing)];
    assert.ok(value instanceof Decimal && value.toString() === '3');
    assert.equal(
      faultOf(() => putBoxed(record, thing.fieldsByKey.get('no__c')!, '1', typeName)),
      'System.SObjectException: Field No__c is not editable',
    );
  });

  test('what is cleared is a new record', () => {
    const record = queried({LastName: 'Smith'});
    record.clear();
    assert.equal(getField(record, index('Email')), null);
    assert.deepEqual(record.populated(), []);
  });
});

suite('relationships', () => {
  test('a parent of a queried record that was not selected is unknown, of a new one null', () => {
    assert.match(
      faultOf(() => getParent(queried({AccountId: null}), index('AccountId'))),
      /Contact\.Account$/,
    );
    assert.equal(getParent(new SObject(contact), index('AccountId')), null);
  });

  test('children likewise', () => {
    const account = schema.object('Account')!;
    const empty = new ApexList(listType);
    const row = SObject.ofQuery(account, [], []);
    assert.match(
      faultOf(() => getChildren(row, 'Contacts', () => empty)),
      /Account\.Contacts$/,
    );
    assert.equal(
      getChildren(new SObject(account), 'Contacts', () => empty),
      empty,
    );
    const rows = new ApexList(listType);
    setChildren(row, 'Contacts', rows);
    assert.equal(
      getChildren(row, 'contacts', () => empty),
      rows,
    );
  });
});

suite('errors', () => {
  test('are kept with their field', () => {
    const record = new SObject(contact);
    record.addError('bad', contact.fieldsByKey.get('email')!);
    record.addError('worse', null);
    assert.deepEqual(
      record.errors?.map(({message, field}) => [message, field?.name]),
      [
        ['bad', 'Email'],
        ['worse', undefined],
      ],
    );
  });

  test('are refused by rows of queries', () => {
    assert.equal(
      faultOf(() => queried({}).addError('bad', null)),
      'System.FinalException: SObject row does not allow errors',
    );
  });
});

suite('clones', () => {
  test('of a queried record know no more than it', () => {
    const copy = cloneRecord(queried({LastName: 'Smith'}), plain);
    assert.match(
      faultOf(() => getField(copy, index('Email'))),
      /without querying/,
    );
    assert.equal(getField(copy, 0), null);
    assert.equal(getField(copy, index('CreatedDate')), null);
  });

  test('leave auto-numbers out unless told otherwise', () => {
    const thing = schema.object('Thing__c')!;
    const record = new SObject(thing);
    setField(record, index('No__c', thing), '7');
    assert.equal(getField(cloneRecord(record, plain), index('No__c', thing)), null);
    assert.equal(getField(cloneRecord(record, {...plain, preserveAutonumber: true}), index('No__c', thing)), '7');
  });

  test('are writable and without errors', () => {
    const record = new SObject(contact);
    record.isReadOnly = true;
    record.addError('bad', null);
    const copy = cloneRecord(record, plain);
    setField(copy, index('LastName'), 'x');
    assert.equal(copy.errors, null);
    assert.equal(getField(record, index('LastName')), null);
  });
});

suite('equality', () => {
  const equals = (left: unknown, right: unknown): boolean =>
    left instanceof Decimal && right instanceof Decimal ? left.equals(right) : left === right;
  const hash = (value: unknown): number => String(value).length;

  function record(values: Readonly<Record<string, unknown>>): SObject {
    const made = new SObject(contact);
    for (const [name, value] of Object.entries(values)) setField(made, index(name), value);
    return made;
  }

  test('by the values of fields, in whatever order they were set', () => {
    const [left, right] = [record({LastName: 'a', Email: 'b'}), record({Email: 'b', LastName: 'a'})];
    assert.ok(recordsEqual(left, right, equals));
    assert.equal(hashRecord(left, hash), hashRecord(right, hash));
    assert.ok(!recordsEqual(left, record({LastName: 'a'}), equals));
  });

  test('a field set to null is as one that is not set', () => {
    const [left, right] = [record({LastName: 'a', Email: null}), record({LastName: 'a'})];
    assert.ok(recordsEqual(left, right, equals));
    assert.equal(hashRecord(left, hash), hashRecord(right, hash));
  });

  test('parents count', () => {
    const account = new SObject(schema.object('Account')!);
    const [left, right] = [record({LastName: 'a'}), record({LastName: 'a'})];
    setParent(left, index('AccountId'), account);
    assert.ok(!recordsEqual(left, right, equals));
    setParent(right, index('AccountId'), new SObject(schema.object('Account')!));
    assert.ok(recordsEqual(left, right, equals));
  });
});

test('the text of a record names its fields in the order in which they were set', () => {
  const made = new SObject(contact);
  setField(made, index('Email'), 'a@b.c');
  setField(made, index('LastName'), 'Smith');
  assert.equal(recordToString(made, String), 'Contact:{Email=a@b.c, LastName=Smith}');
});
