/**
 * Putting rows into an org as a backup would hold them: for large orgs to measure against, which triggers would take minutes to fill, and for rows that no save
 * would let through (a status that a program wrote past the triggers).
 */
import {ApexDatetime} from './apex/runtime/datetime.ts';
import type {FieldDescriptor, SObjectDescriptor} from './data/descriptor.ts';
import {fieldKey} from './data/tables/field-key.ts';
import {autoNumberText} from './dml/auto-number.ts';
import {deriveName, nameById} from './dml/derived-name.ts';
import {storedForm} from './dml/stored-form.ts';
import {readValue} from './http/record-json.ts';
import type {Org} from './org.ts';

/** A record in the JSON of the REST API, by API name: texts, numbers, `2026-11-23`, `2026-11-23T10:00:00Z`. */
export type BackupRow = Readonly<Record<string, unknown>>;

/**
 * Stores rows as they are: no triggers, flows, validation rules, defaults, required fields or foreign keys, no rights, no limits. What a row doesn't say and no row is without
 * gets a value: Id, owner and audit fields (the administrator, now), auto-numbers, false for checkboxes, the name of a person.
 *
 * @returns Ids in the order of the rows
 * @throws Error for an unknown object or field, one that is calculated, a value of another type, a unique value that is there already, or a transaction that runs; nothing is
 *   stored then
 */
export function restoreRows(org: Org, objectName: string, rows: Iterable<BackupRow>): readonly string[] {
  const object = org.records.object(objectName);
  const restoration = new Restoration(org, object);
  const mark = org.tables.mark();
  const ids: string[] = [];
  try {
    for (const row of rows) ids.push(restoration.store(row));
  } catch (error) {
    org.tables.rollbackTo(mark);
    throw new Error(`Row ${String(ids.length)} of ${object.name} can't be restored: ${String(error)}`, {cause: error});
  }
  org.tables.commit();
  return ids;
}

class Restoration {
  readonly #org: Org;
  readonly #object: SObjectDescriptor;
  readonly #now: number;
  /** What every row has that doesn't say otherwise, by slot. */
  readonly #common: readonly unknown[];
  readonly #numbered: readonly FieldDescriptor[];
  readonly #unique: readonly FieldDescriptor[];
  /** Fields by the names that rows use. */
  readonly #fields = new Map<string, FieldDescriptor>();

  constructor(org: Org, object: SObjectDescriptor) {
    if (object.kind === 'signature only' || object.keyPrefix === null) throw new Error(`${object.name} has no rows.`);
    this.#org = org;
    this.#object = object;
    this.#now = org.clock.now();
    const now = new ApexDatetime(Math.floor(this.#now / 1000) * 1000);
    const audit = new Map<string, unknown>([
      ['ownerid', org.administratorId],
      ['createdbyid', org.administratorId],
      ['lastmodifiedbyid', org.administratorId],
      ['createddate', now],
      ['lastmodifieddate', now],
      ['systemmodstamp', now],
    ]);
    const isCheckbox = (field: FieldDescriptor): boolean => field.type === 'Boolean' && field.formula === null;
    this.#common = object.fields.map((field) => audit.get(field.key) ?? (isCheckbox(field) ? false : null));
    this.#numbered = object.fields.filter((field) => field.autoNumber !== null);
    this.#unique = object.fields.filter((field) => field.isUnique);
  }

  store(row: BackupRow): string {
    const object = this.#object;
    const slots = [...this.#common];
    for (const name in row) {
      const field = this.#field(name);
      slots[field.index] = storedForm(field, readValue(field, row[name]));
    }
    const id = this.#id(slots[0]);
    slots[0] = id;
    for (const field of this.#numbered) {
      slots[field.index] ??= autoNumberText(field, this.#org.autoNumbers.next(object, field), this.#now);
    }
    deriveName(object, slots);
    nameById(object, slots);
    for (const field of this.#unique) this.#checkUnique(field, slots[field.index]);
    this.#org.tables.insert(object, slots);
    return id;
  }

  #field(name: string): FieldDescriptor {
    let field = this.#fields.get(name);
    if (field !== undefined) return field;
    field = this.#object.fieldsByKey.get(name.toLowerCase());
    if (field === undefined) throw new Error(`${this.#object.name} has no field ${name}.`);
    if (field.formula !== null || field.summary !== null) throw new Error(`${name} is calculated and has no value of its own.`);
    this.#fields.set(name, field);
    return field;
  }

  #id(given: unknown): string {
    const {keyPrefix, name} = this.#object;
    if (typeof given !== 'string') return this.#org.ids.next(keyPrefix ?? '');
    if (!given.startsWith(keyPrefix ?? '')) throw new Error(`${given} is no Id of ${name}, which begin with ${keyPrefix ?? ''}.`);
    this.#org.ids.reserve(given);
    return given;
  }

  #checkUnique(field: FieldDescriptor, value: unknown): void {
    if (fieldKey(field, value) === null) return;
    const [other] = this.#org.tables.findByKey(this.#object, field, value);
    if (other !== undefined) throw new Error(`${field.name} is unique, and ${other} has the same value.`);
  }
}
