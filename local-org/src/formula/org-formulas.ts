/** The formulas of an org at work: validation rules, formula and roll-up fields, default values. */
import {Decimal} from '../apex/runtime/decimal.ts';
import type {SObject} from '../apex/runtime/sobject.ts';
import {UnsupportedError} from '../apex/runtime/unsupported.ts';
import type {FieldDescriptor, Schema, SObjectDescriptor, ValidationRuleDescriptor} from '../data/descriptor.ts';
import {rollUp} from '../data/roll-up.ts';
import type {StoredRow} from '../data/tables/table.ts';
import type {FieldDefaults} from '../dml/org-save-environment.ts';
import type {ValidationRules} from '../dml/save-environment.ts';
import type {Tables} from '../data/tables/tables.ts';
import {compileFormula, type CompiledFormula, type FormulaOptions, type FormulaResult} from './compile-formula.ts';
import {FormulaEvaluationError, type FormulaContext, type FormulaGlobals, type RecordView} from './formula-context.ts';
import {formulaTypeOf, formulaValue} from './formula-types.ts';

export interface BrokenRule {
  readonly message: string;
  /** API name of the field that shows the message; null is the record. */
  readonly field: string | null;
}

/** What DML asks of formulas: `ValidationRules` and `FieldDefaults`. */
export class OrgFormulas implements ValidationRules, FieldDefaults {
  readonly #schema: Schema;
  readonly #tables: Tables;
  readonly #globals: FormulaGlobals;
  readonly #fields = new Map<FieldDescriptor, CompiledFormula>();
  readonly #defaults = new Map<FieldDescriptor, CompiledFormula>();
  readonly #rules = new Map<ValidationRuleDescriptor, CompiledFormula>();

  constructor(schema: Schema, tables: Tables, globals: FormulaGlobals) {
    this.#schema = schema;
    this.#tables = tables;
    this.#globals = globals;
  }

  /** The active validation rules that the record breaks, in the order of their names. @param before the stored record; null for a new one */
  check(object: SObjectDescriptor, record: SObject, before: SObject | null): readonly BrokenRule[] {
    if (object.validationRules.length === 0) return [];
    const context = this.contextOf(record, before);
    return object.validationRules.filter((rule) => this.#isBroken(rule, object, context)).map(({message, field}) => ({message, field}));
  }

  /** The value of a formula or roll-up field of a stored row. */
  computed(object: SObjectDescriptor, row: StoredRow, field: FieldDescriptor): unknown {
    return this.#compute(field, new SlotsView(this, object, row.slots));
  }

  /** Puts the values of formula and roll-up fields into a record that has its other values. */
  fillComputed(record: SObject): void {
    const view = this.#viewOf(record);
    for (const field of record.descriptor.fields) {
      if (field.formula !== null || field.summary !== null) record.slots[field.index] = this.#compute(field, view);
    }
  }

  /** The default of a field for a new record: its default picklist value, or what its formula gives. Undefined where it has none. */
  of(field: FieldDescriptor, record: SObject): unknown {
    const object = record.descriptor;
    const byDefault = field.picklist?.values.find((value) => value.isDefault);
    if (byDefault !== undefined) return byDefault.value;
    const text = field.defaultValue;
    if (text === null) return undefined;
    if (field.type === 'Boolean' && (text === 'true' || text === 'false')) return text === 'true';
    const formula = this.#compiled(this.#defaults, field, `default value of ${object.name}.${field.name}`, () =>
      compileFormula(text, object, this.#schema, defaultOptions(field)),
    );
    return stored(field, formula.evaluate(this.#context(this.#viewOf(record), null, false)));
  }

  /** What a formula over a record in memory sees. @param before the stored record; null for a new one */
  contextOf(record: SObject, before: SObject | null): FormulaContext {
    return this.#context(this.#viewOf(record), before === null ? null : this.#viewOf(before), record.cloneSource !== undefined);
  }

  /** @internal of {@link SlotsView} */
  valueOf(field: FieldDescriptor, view: SlotsView): unknown {
    return field.formula === null && field.summary === null ? (view.slots[field.index] ?? null) : this.#compute(field, view);
  }

  /** @internal of {@link SlotsView} */
  rowOf(id: string): RecordView | null {
    const object = this.#schema.objectByPrefix(id.slice(0, 3));
    const row = object === null ? undefined : this.#tables.get(object, id);
    return object === null || row === undefined ? null : new SlotsView(this, object, row.slots);
  }

  #viewOf(record: SObject): SlotsView {
    return new SlotsView(this, record.descriptor, record.slots);
  }

  #context(record: RecordView, prior: RecordView | null, isClone: boolean): FormulaContext {
    return {record, prior, isNew: prior === null, isClone, globals: this.#globals};
  }

  #isBroken(rule: ValidationRuleDescriptor, object: SObjectDescriptor, context: FormulaContext): boolean {
    const name = `validation rule ${object.name}.${rule.name}`;
    const formula = this.#compiled(this.#rules, rule, name, () => compileFormula(rule.formula, object, this.#schema, {type: 'boolean'}));
    try {
      return formula.evaluate(context) === true;
    } catch (error) {
      if (error instanceof FormulaEvaluationError)
        throw new UnsupportedError(`U921 The ${name} has no value for this record: ${error.message}.`);
      throw error;
    }
  }

  #compute(field: FieldDescriptor, view: SlotsView): unknown {
    if (field.summary !== null) {
      const id = view.slots[0];
      if (typeof id !== 'string') return null;
      return rollUp(field.summary, id, this.#schema, this.#tables, (object, row, detail) =>
        this.valueOf(detail, new SlotsView(this, object, row.slots)),
      );
    }
    const {object} = view;
    const formula = this.#compiled(this.#fields, field, `formula field ${object.name}.${field.name}`, () =>
      compileFormula(field.formula ?? '', object, this.#schema, fieldOptions(field)),
    );
    try {
      return stored(field, formula.evaluate(this.#context(view, null, false)));
    } catch (error) {
      // The page shows #Error!, and a query gives null.
      if (error instanceof FormulaEvaluationError) return null;
      throw error;
    }
  }

  #compiled<Key>(known: Map<Key, CompiledFormula>, key: Key, name: string, compile: () => FormulaResult): CompiledFormula {
    let formula = known.get(key);
    if (formula === undefined) {
      const result = compile();
      if (result.formula === null)
        throw new UnsupportedError(`U921 The ${name}: ${result.problems.map((problem) => problem.message).join('; ')}`);
      formula = result.formula;
      known.set(key, formula);
    }
    return formula;
  }
}

export function fieldOptions(field: FieldDescriptor): FormulaOptions {
  return {type: formulaTypeOf(field), blanksAsZero: field.blanksAsZero};
}

/** The default of a picklist is a text. */
export function defaultOptions(field: FieldDescriptor): FormulaOptions {
  const type = formulaTypeOf(field);
  return {type: type === 'picklist' || type === 'multipicklist' ? 'text' : type};
}

/** A formula's value as a field of the record holds it: rounded to the field's scale, an empty checkbox false. */
function stored(field: FieldDescriptor, value: unknown): unknown {
  const given = formulaValue(value);
  if (given === null) return field.type === 'Boolean' ? false : null;
  if (given instanceof Decimal) {
    if (field.valueType === 'Integer') return given.setScale(0, 'HALF_UP').toNumber();
    return field.scale !== null && given.scale > field.scale ? given.setScale(field.scale, 'HALF_UP') : given;
  }
  return given;
}

/** A record whose values are slots, of a row or of a record in memory. */
class SlotsView implements RecordView {
  readonly object: SObjectDescriptor;
  readonly slots: readonly unknown[];
  readonly #formulas: OrgFormulas;

  constructor(formulas: OrgFormulas, object: SObjectDescriptor, slots: readonly unknown[]) {
    this.#formulas = formulas;
    this.object = object;
    this.slots = slots;
  }

  read(field: FieldDescriptor): unknown {
    return this.#formulas.valueOf(field, this);
  }

  parent(lookup: FieldDescriptor): RecordView | null {
    const id = this.read(lookup);
    return typeof id === 'string' ? this.#formulas.rowOf(id) : null;
  }
}
