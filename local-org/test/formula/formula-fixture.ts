import {SObject} from '../../src/apex/runtime/sobject.ts';
import {compileFormula, type FormulaOptions} from '../../src/formula/compile-formula.ts';
import {OrgFormulas} from '../../src/formula/org-formulas.ts';
import {OrgGlobals} from '../../src/formula/org-globals.ts';
import type {CustomField, CustomObject} from '../../src/project/model.ts';
import {customField, customObject, Fixture, type FixtureOptions} from '../data/fixture.ts';

export const thingFields: readonly CustomField[] = [
  customField('Text__c', {}),
  customField('Number__c', {type: 'Number', precision: 18, scale: 4}),
  customField('Other__c', {type: 'Number', precision: 18, scale: 4}),
  customField('On__c', {type: 'Checkbox'}),
  customField('Day__c', {type: 'Date'}),
  customField('Instant__c', {type: 'DateTime'}),
  customField('Tags__c', {type: 'MultiselectPicklist'}),
  customField('Effect__c', {
    type: 'Picklist',
    valueSet: {
      restricted: true,
      sorted: false,
      valueSetName: null,
      controllingField: null,
      valueSettings: [],
      values: ['Allow', 'Deny'].map((name) => ({fullName: name, label: name, default: false, isActive: true, line: 1})),
    },
  }),
  customField('Lead__c', {type: 'Lookup', referenceTo: 'Lead', relationshipName: 'Things'}),
];

/** An org with `Thing__c`, and its formulas. */
export class FormulaFixture extends Fixture {
  readonly formulas: OrgFormulas;
  readonly permissions = new Set<string>();
  readonly labels = new Map<string, string>();
  organizationId = '';
  user = '';

  constructor(
    fields: readonly CustomField[] = [],
    options: FixtureOptions & {readonly objects?: readonly CustomObject[]; readonly thing?: Partial<CustomObject>} = {},
  ) {
    super({objects: [customObject('Thing__c', [...thingFields, ...fields], options.thing), ...(options.objects ?? [])]}, options);
    const globals = new OrgGlobals({
      schema: this.schema,
      tables: this.tables,
      organizationId: () => this.organizationId,
      now: () => this.now,
      userZone: () => options.zone ?? 'GMT',
      userId: () => this.user,
      hasPermission: (name) => this.permissions.has(name),
      label: (name) => this.labels.get(name) ?? null,
    });
    this.formulas = new OrgFormulas(this.schema, this.tables, globals);
  }

  record(values: Readonly<Record<string, unknown>> = {}, object = 'Thing__c'): SObject {
    const record = new SObject(this.object(object));
    for (const field of record.descriptor.fields) record.slots[field.index] = null;
    for (const [name, value] of Object.entries(values)) record.slots[record.descriptor.fieldsByKey.get(name.toLowerCase())!.index] = value;
    return record;
  }

  /** The problems of a formula over `Thing__c`. */
  problems(text: string, options: FormulaOptions = {type: null}): string[] {
    return compileFormula(text, this.object('Thing__c'), this.schema, options).problems.map(({code, message}) => `${code} ${message}`);
  }
}

/** The value of a formula, calculated as a formula field or a default would be: text, or the text of a number, day or condition. */
export function valueOfFormula(
  text: string,
  values: Readonly<Record<string, unknown>> = {},
  more: {readonly before?: Readonly<Record<string, unknown>>; readonly blanksAsZero?: boolean; readonly fixture?: FormulaFixture} = {},
): unknown {
  const fixture = more.fixture ?? new FormulaFixture();
  const {formula, problems} = compileFormula(text, fixture.object('Thing__c'), fixture.schema, {
    type: null,
    blanksAsZero: more.blanksAsZero ?? false,
  });
  if (formula === null) throw new Error(problems.map(({message}) => message).join('; '));
  return formula.evaluate(
    fixture.formulas.contextOf(fixture.record(values), more.before === undefined ? null : fixture.record(more.before)),
  );
}
