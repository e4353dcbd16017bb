/**
 * Filters of lookups that are required (Salesforce Help, "Lookup Filters", "Considerations for Lookup Filters"): their criteria over fields of the record that the
 * lookup points to and of the record that holds it (`$Source`). Those with criteria over further records or over the user are not supported.
 */
import {ApexDate} from '../apex/runtime/date.ts';
import {Decimal} from '../apex/runtime/decimal.ts';
import type {FieldDescriptor, LookupFilter, SObjectDescriptor} from './descriptor.ts';
import {areEqual, comparable, compare, valueKindOf, type Comparable, type ValueKind} from './soql/comparable.ts';

export interface FilterField {
  readonly of: 'source' | 'target';
  readonly field: FieldDescriptor;
}

interface Criterion {
  readonly left: FilterField;
  readonly kind: ValueKind;
  readonly test: (left: Comparable | null, right: Comparable | null) => boolean;
  /** A field, or values of which one must fit. */
  readonly right: FilterField | readonly (Comparable | null)[];
}

type Logic =
  | {readonly kind: 'criterion'; readonly index: number}
  | {readonly kind: 'and' | 'or'; readonly parts: readonly Logic[]}
  | {readonly kind: 'not'; readonly part: Logic};

export interface BoundFilter {
  readonly criteria: readonly Criterion[];
  readonly logic: Logic;
}

/** @returns what keeps the filter from being supported, in place of it */
export function bindLookupFilter(filter: LookupFilter, source: SObjectDescriptor, target: SObjectDescriptor): BoundFilter | string {
  const criteria: Criterion[] = [];
  for (const {field, operation, value, valueField} of filter.items) {
    const left = fieldOf(field, source, target);
    if (left === null) return `the field ${field}`;
    const right = valueField === null ? null : fieldOf(valueField, source, target);
    if (valueField !== null && right === null) return `the field ${valueField}`;
    // "Lookup filters are case-sensitive."
    const plain = valueKindOf(left.field);
    const kind = plain === 'text' ? 'exact text' : plain;
    const test = TESTS[operation];
    if (kind === null || test === undefined) return `the operation ${operation} on ${field}`;
    const literals = right === null ? literalsOf(kind, value) : [];
    if (literals === null) return `the value ${String(value)} of ${field}`;
    criteria.push({left, kind, test, right: right ?? literals});
  }
  const logic = logicOf(filter.logic, criteria.length);
  return logic === null ? `the logic ${String(filter.logic)}` : {criteria, logic};
}

/** @param read the value of a field of the record that holds the lookup, or of the one that it points to */
export function passesFilter({criteria, logic}: BoundFilter, read: (field: FilterField) => unknown): boolean {
  switch (logic.kind) {
    case 'criterion': {
      const criterion = criteria[logic.index];
      return criterion !== undefined && fits(criterion, read);
    }
    case 'and':
      return logic.parts.every((part) => passesFilter({criteria, logic: part}, read));
    case 'or':
      return logic.parts.some((part) => passesFilter({criteria, logic: part}, read));
    case 'not':
      return !passesFilter({criteria, logic: logic.part}, read);
  }
}

function fits({left, kind, test, right}: Criterion, read: (field: FilterField) => unknown): boolean {
  const value = comparable(kind, read(left));
  const wanted = 'field' in right ? [comparable(kind, read(right))] : right;
  // What must not be equal must differ from all values, what must be equal from none but one.
  return test === TESTS.notEqual || test === TESTS.notContain
    ? wanted.every((each) => test(value, each))
    : wanted.some((each) => test(value, each));
}

type Test = Criterion['test'];

const ordered =
  (isIn: (order: number) => boolean): Test =>
  (left, right) =>
    left !== null && right !== null && isIn(compare(left, right));
const within =
  (isFound: (text: string, part: string) => boolean): Test =>
  (left, right) =>
    typeof left === 'string' && typeof right === 'string' && isFound(left, right);
const contains = within((text, part) => text.includes(part));

/** FilterOperation of the Metadata API, without `includes`, `excludes` and `within`. */
const TESTS: Readonly<Record<string, Test | undefined>> = {
  equals: (left, right) => areEqual(left, right),
  notEqual: (left, right) => !areEqual(left, right),
  lessThan: ordered((order) => order < 0),
  lessOrEqual: ordered((order) => order <= 0),
  greaterThan: ordered((order) => order > 0),
  greaterOrEqual: ordered((order) => order >= 0),
  contains,
  notContain: (left, right) => !contains(left, right),
  startsWith: within((text, part) => text.startsWith(part)),
};

/** `Contact.Title`, `$Source.AccountId`; null for paths over further records and for other globals. */
function fieldOf(path: string, source: SObjectDescriptor, target: SObjectDescriptor): FilterField | null {
  const [object = '', name = '', ...more] = path.split('.');
  const of = object === '$Source' ? 'source' : object.toLowerCase() === target.key ? 'target' : null;
  const field = of === null || more.length > 0 ? undefined : (of === 'source' ? source : target).fieldsByKey.get(name.toLowerCase());
  return of === null || field === undefined ? null : {of, field};
}

/** A value may list several, separated by commas. Null for values of which it isn't known how they are written. */
function literalsOf(kind: ValueKind, value: string | null): (Comparable | null)[] | null {
  const literals = (value ?? '').split(',').map((text) => literalOf(kind, text.trim()));
  return literals.includes(undefined) ? null : literals.filter((literal) => literal !== undefined);
}

function literalOf(kind: ValueKind, text: string): Comparable | null | undefined {
  if (text === '') return kind === 'boolean' ? false : null;
  switch (kind) {
    case 'text':
    case 'exact text':
      return text;
    case 'boolean':
      return text.toLowerCase() === 'true' || text === '1';
    case 'integer':
    case 'decimal':
      return Decimal.parse(text) ?? undefined;
    case 'date':
      return ApexDate.parseIso(text)?.days;
    case 'datetime':
    case 'time':
    case 'id':
      return undefined;
  }
}

/** `1 AND (2 OR NOT 3)`; all criteria where nothing is said. Null for what is no such expression. */
function logicOf(text: string | null, count: number): Logic | null {
  if (text === null) return {kind: 'and', parts: Array.from({length: count}, (_, index) => ({kind: 'criterion', index}))};
  const words = text.toUpperCase().match(/\d+|AND|OR|NOT|[()]/g) ?? [];
  let at = 0;
  const series = (kind: 'and' | 'or', part: () => Logic | null): Logic | null => {
    const parts = [part()];
    while (words[at] === kind.toUpperCase()) {
      at++;
      parts.push(part());
    }
    const whole = parts.filter((each) => each !== null);
    return whole.length < parts.length ? null : whole.length === 1 ? (whole[0] ?? null) : {kind, parts: whole};
  };
  const any = (): Logic | null => series('or', () => series('and', one));
  const one = (): Logic | null => {
    const word = words[at++];
    if (word === 'NOT') {
      const part = one();
      return part === null ? null : {kind: 'not', part};
    }
    if (word === '(') {
      const inner = any();
      return words[at++] === ')' ? inner : null;
    }
    const index = Number(word) - 1;
    return Number.isInteger(index) && index >= 0 && index < count ? {kind: 'criterion', index} : null;
  };
  const logic = any();
  return at === words.length ? logic : null;
}
