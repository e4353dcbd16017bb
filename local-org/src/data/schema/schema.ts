/** The schema of an org: facts of standard objects, what source adds to them and the objects that source defines. Built once, never changed. */
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import {NOWHERE} from '../../diagnostics/source-location.ts';
import type {CustomObject, Declared, Project, StandardPicklistValue, ValueSetFile} from '../../project/model.ts';
import {idSuffix} from '../../apex/runtime/id.ts';
import type {
  FieldDescriptor,
  LookupFilter,
  PicklistValue,
  RecordTypeDescriptor,
  Schema,
  SObjectDescriptor,
  SObjectKind,
} from '../descriptor.ts';
import {activityTargets} from '../standard-objects/activities.ts';
import {standardObjects} from '../standard-objects/index.ts';
import {childRelationships, type DeclaredLookup} from './child-relationships.ts';
import {bindLookupFilter} from '../lookup-filter.ts';
import {customFieldSpec, picklistValue, type FieldContext} from './custom-fields.ts';
import {builtInFields, customObjectKind, sharingModelOf} from './custom-objects.ts';
import {buildField, type FieldSpec} from './field-spec.ts';
import {base62, customKeyPrefix} from './key-prefixes.ts';
import type {ObjectSpec} from './object-spec.ts';
import {standardKeyPrefixes} from './standard-key-prefixes.ts';
import {signatureObject} from './signature-objects.ts';
import {idField, systemFields, withRecordAccess} from './system-fields.ts';

/** What a schema is built from; a `Project` is one. */
export type SchemaSource = Pick<Project, 'objects' | 'globalValueSets' | 'standardValueSets'>;

/** @param features of the scratch definition: `MultiCurrency`, `StateAndCountryPicklist` … */
export function createSchema(source: SchemaSource, features: readonly string[] = []): Schema {
  return new SchemaBuilder(source, features).build();
}

/** An object without its children, which are known only when all objects are. */
interface Draft {
  readonly name: string;
  readonly label: string;
  readonly labelPlural: string;
  readonly kind: SObjectKind;
  readonly keyPrefix: string | null;
  readonly sharingModel: SObjectDescriptor['sharingModel'];
  readonly fields: readonly FieldSpec[];
  readonly source: CustomObject | null;
}

class SchemaBuilder {
  readonly #source: SchemaSource;
  readonly #features: ReadonlySet<string>;
  readonly #sources: ReadonlyMap<string, CustomObject>;
  readonly #globalValueSets: ReadonlyMap<string, ValueSetFile>;
  readonly #standardValueSets: ReadonlyMap<string, ValueSetFile>;
  readonly #diagnostics: Diagnostic[] = [];
  #recordTypes = 0;

  constructor(source: SchemaSource, features: readonly string[]) {
    this.#source = source;
    this.#features = new Set(features.map((feature) => feature.toLowerCase()));
    this.#sources = byName(source.objects);
    this.#globalValueSets = byName(source.globalValueSets);
    this.#standardValueSets = byName(source.standardValueSets);
  }

  build(): Schema {
    const drafts = [...standardObjects.map((spec) => this.#standard(spec)), ...this.#customs()];
    const known = new Set(drafts.map((draft) => draft.name.toLowerCase()));
    for (const object of this.#source.objects) {
      if (object.kind === 'standard object' && !known.has(object.name.toLowerCase())) this.#refuseStandard(object);
    }
    const objects = drafts.map((draft) => this.#finish(draft));
    this.#checkTargets(objects, known);
    this.#checkLookupFilters(objects);
    const lookups = drafts.flatMap(declaredLookups);
    const complete = objects.map((object): SObjectDescriptor => ({
      ...object,
      childRelationships: childRelationships(object.name, lookups),
    }));
    return new ObjectIndex(complete, lookups, this.#features, this.#diagnostics);
  }

  #standard(spec: ObjectSpec): Draft {
    const source = this.#sources.get(spec.name.toLowerCase()) ?? null;
    const hasRecordTypes = source !== null && source.recordTypes.length > 0;
    const own = [...spec.fields, ...systemFields(spec.systemFields)].filter((field) => this.#isEnabled(field, hasRecordTypes));
    const fields = own
      .map((field) => this.#withValueSet(field))
      .map((field) => (field.name === 'WhatId' ? this.#withActivityTargets(field) : field));
    const custom = source === null ? [] : this.#customFields(source, false);
    return {...spec, kind: spec.kind ?? 'standard', fields: withRecordAccess([...fields, ...custom]), source};
  }

  #customs(): Draft[] {
    const counts = new Map<string, number>();
    const drafts: Draft[] = [];
    for (const source of this.#source.objects.toSorted((left, right) => (left.name < right.name ? -1 : 1))) {
      if (source.kind === 'standard object') continue;
      const kind = customObjectKind(source);
      if (kind === null) {
        this.#report('U901', `The ${source.kind} ${source.name} is not supported.`, source);
        continue;
      }
      const prefixLetter = customKeyPrefix(kind, 0).charAt(0);
      const index = counts.get(prefixLetter) ?? 0;
      counts.set(prefixLetter, index + 1);
      const own = builtInFields(source, kind).filter((field) => this.#isEnabled(field, source.recordTypes.length > 0));
      const label = source.label ?? source.name;
      drafts.push({
        name: source.name,
        label,
        labelPlural: source.pluralLabel ?? label,
        kind,
        keyPrefix: customKeyPrefix(kind, index),
        sharingModel: kind === 'custom' ? sharingModelOf(source) : 'Read',
        fields: withRecordAccess([...own, ...this.#customFields(source, kind === 'custom metadata')]),
        source,
      });
    }
    return drafts;
  }

  #customFields(source: CustomObject, isCustomMetadata: boolean): FieldSpec[] {
    const context: FieldContext = {
      object: source.name,
      isCustomMetadata,
      globalValueSets: this.#globalValueSets,
      summarized: (path) => this.#summarized(path, context),
    };
    const specs: FieldSpec[] = [];
    for (const field of source.fields) {
      if (field.type === null) continue;
      const valueSetName = field.valueSet?.valueSetName ?? null;
      if (valueSetName !== null && !this.#globalValueSets.has(valueSetName.toLowerCase())) {
        this.#report(
          'E902',
          `Field ${source.name}.${field.name} uses the global value set ${valueSetName}, which is not in the source.`,
          field,
        );
      }
      const spec = customFieldSpec(field, context);
      if (spec === null) this.#report('U903', `Field ${source.name}.${field.name}: fields of type ${field.type} are not supported.`, field);
      else specs.push(spec);
    }
    return specs;
  }

  /** A field of another object, custom or standard, by its path (`Opportunity.Amount`). */
  #summarized(path: string, context: FieldContext): FieldSpec | null {
    const [object = '', name = ''] = path.toLowerCase().split('.');
    const isSought = (candidate: {readonly name: string}): boolean => candidate.name.toLowerCase() === name;
    const custom = this.#sources.get(object)?.fields.find((field) => field.type !== null && isSought(field));
    if (custom !== undefined) return customFieldSpec(custom, context);
    return standardObjects.find((spec) => spec.name.toLowerCase() === object)?.fields.find(isSought) ?? null;
  }

  #isEnabled(field: FieldSpec, hasRecordTypes: boolean): boolean {
    if (field.feature === undefined) return true;
    return field.feature === 'RecordTypes' ? hasRecordTypes : this.#features.has(field.feature.toLowerCase());
  }

  #withValueSet(field: FieldSpec): FieldSpec {
    if (field.standardValueSet === undefined || field.picklist == null) return field;
    const set = this.#standardValueSets.get(field.standardValueSet.toLowerCase());
    if (set === undefined) return field;
    const values = set.values.map((value) => ({...picklistValue(value), ...(value.closed ? {isClosed: true} : {}), ...stageOf(value)}));
    return {...field, picklist: {...field.picklist, values}};
  }

  /** Custom objects that allow activities may be what a task or event is about. */
  #withActivityTargets(field: FieldSpec): FieldSpec {
    const custom = this.#source.objects.filter((object) => object.kind === 'custom object' && object.enableActivities);
    return {...field, referenceTo: [...activityTargets, ...custom.map((object) => object.name)]};
  }

  #finish(draft: Draft): SObjectDescriptor {
    const specs = [idField(draft.label), ...draft.fields];
    const {source} = draft;
    const recordTypes = (source?.recordTypes ?? []).map((type): RecordTypeDescriptor => {
      const id15 = `012LO0${base62(++this.#recordTypes, 9)}`;
      return {id: id15 + idSuffix(id15), developerName: type.name, label: type.label, isActive: type.active, description: type.description};
    });
    return {
      ...describeFields(specs),
      name: draft.name,
      key: draft.name.toLowerCase(),
      refusedFields: refusedFields(draft),
      lookupFilters: lookupFilters(draft),
      label: draft.label,
      labelPlural: draft.labelPlural,
      kind: draft.kind,
      keyPrefix: draft.keyPrefix,
      childRelationships: [],
      sharingModel: source?.sharingModel != null && draft.kind === 'standard' ? sharingModelOf(source) : draft.sharingModel,
      recordTypes,
      fieldSets: (source?.fieldSets ?? []).map((set) => ({
        name: set.name,
        label: set.label,
        description: set.description,
        fields: set.displayedFields.map((member) => ({path: member.field, isRequired: member.isRequired})),
      })),
      validationRules: (source?.validationRules ?? [])
        .filter((rule) => rule.active)
        .toSorted((left, right) => (left.name < right.name ? -1 : 1))
        .map((rule) => ({
          name: rule.name,
          formula: rule.errorConditionFormula,
          message: rule.errorMessage,
          field: rule.errorDisplayField,
          path: rule.path,
          line: rule.formulaLine,
        })),
      publishBehavior: draft.kind === 'platform event' ? (source?.publishBehavior ?? 'PublishAfterCommit') : null,
      description: source?.description ?? null,
    };
  }

  #checkTargets(objects: readonly SObjectDescriptor[], known: ReadonlySet<string>): void {
    for (const object of objects) {
      for (const field of object.fields) {
        const target = field.isCustom ? field.referenceTo[0] : undefined;
        if (target === undefined || known.has(target.toLowerCase()) || signatureObject(target) !== null) continue;
        const source = this.#sources.get(object.key)?.fields.find((candidate) => candidate.name === field.name);
        this.#report('E904', `Field ${object.name}.${field.name} points to ${target}, which is no object of this org.`, source ?? null);
      }
    }
  }

  #checkLookupFilters(objects: readonly SObjectDescriptor[]): void {
    const byKey = new Map(objects.map((object) => [object.key, object]));
    for (const object of objects) {
      for (const filter of object.lookupFilters) {
        const target = byKey.get(object.fieldsByKey.get(filter.field.toLowerCase())?.referenceTo[0]?.toLowerCase() ?? '');
        const bound = target === undefined ? null : bindLookupFilter(filter, object, target);
        if (typeof bound !== 'string') continue;
        const place = this.#sources.get(object.key)?.fields.find((field) => field.name === filter.field) ?? null;
        this.#report('U404', `The lookup filter of ${object.name}.${filter.field} is not supported: ${bound}.`, place);
      }
    }
  }

  #refuseStandard(object: CustomObject): void {
    if (signatureObject(object.name) === null) {
      this.#report('E905', `${object.name} is no standard object of the platform.`, object);
    } else if (object.fields.some((field) => field.type !== null)) {
      this.#report('U906', `Custom fields of ${object.name} are not supported: local-org has no facts of that object.`, object);
    }
  }

  #report(code: Diagnostic['code'], message: string, place: Declared | null): void {
    const span = place === null ? NOWHERE : {...NOWHERE, line: place.line, column: 1};
    this.#diagnostics.push({code, message, path: place?.path ?? '', span});
  }
}

/** Objects that exist only where a feature of the scratch definition is enabled (Object Reference, "CurrencyType", "DatedConversionRate"). */
const OBJECT_FEATURES: Readonly<Record<string, string>> = {currencytype: 'multicurrency', datedconversionrate: 'multicurrency'};

class ObjectIndex implements Schema {
  readonly objects: readonly SObjectDescriptor[];
  readonly diagnostics: readonly Diagnostic[];
  readonly #byKey: Map<string, SObjectDescriptor | null>;
  readonly #byPrefix: ReadonlyMap<string, SObjectDescriptor>;

  readonly #lookups: readonly DeclaredLookup[];

  readonly #features: ReadonlySet<string>;

  constructor(
    objects: readonly SObjectDescriptor[],
    lookups: readonly DeclaredLookup[],
    features: ReadonlySet<string>,
    diagnostics: readonly Diagnostic[],
  ) {
    this.objects = objects;
    this.#lookups = lookups;
    this.#features = features;
    this.diagnostics = diagnostics;
    this.#byKey = new Map(objects.map((object) => [object.key, object]));
    this.#byPrefix = new Map(objects.flatMap((object) => (object.keyPrefix === null ? [] : [[object.keyPrefix, object] as const])));
  }

  object(name: string): SObjectDescriptor | null {
    const key = name.toLowerCase();
    let found = this.#byKey.get(key);
    if (found === undefined) {
      found = key.endsWith('__c') || !this.#hasFeature(key) ? null : describeSignature(name, this.#lookups);
      this.#byKey.set(key, found);
    }
    return found;
  }

  #hasFeature(key: string): boolean {
    const feature = OBJECT_FEATURES[key];
    return feature === undefined || this.#features.has(feature);
  }

  objectByPrefix(prefix: string): SObjectDescriptor | null {
    return this.#byPrefix.get(prefix) ?? null;
  }
}

/** The signatures don't name the field behind a child relationship; facts do. @param lookups of the objects of which there are facts */
function describeSignature(name: string, lookups: readonly DeclaredLookup[]): SObjectDescriptor | null {
  const signature = signatureObject(name);
  if (signature === null) return null;
  const declared = childRelationships(signature.name, lookups);
  const known = new Set(declared.map(({childObject, relationshipName}) => `${childObject}.${String(relationshipName)}`));
  const others = signature.children.filter(({childObject, relationshipName}) => !known.has(`${childObject}.${relationshipName}`));
  return {
    ...describeFields([idField(signature.name), ...signature.fields]),
    name: signature.name,
    key: signature.name.toLowerCase(),
    label: signature.name,
    labelPlural: signature.name,
    kind: 'signature only',
    refusedFields: new Set(),
    lookupFilters: [],
    keyPrefix: standardKeyPrefixes[signature.name] ?? null,
    childRelationships: [...declared, ...others.map((child) => ({...child, field: '', deleteConstraint: null}))],
    sharingModel: 'Private',
    recordTypes: [],
    fieldSets: [],
    validationRules: [],
    publishBehavior: null,
    description: null,
  };
}

function describeFields(specs: readonly FieldSpec[]): Pick<SObjectDescriptor, 'fields' | 'fieldsByKey' | 'parentsByKey' | 'nameField'> {
  const fields = specs.map(buildField);
  const parents = fields.flatMap((field): [string, FieldDescriptor][] =>
    field.relationshipName === null ? [] : [[field.relationshipName.toLowerCase(), field]],
  );
  return {
    fields,
    fieldsByKey: new Map(fields.map((field) => [field.key, field])),
    parentsByKey: new Map(parents),
    nameField: fields.find((field) => field.isNameField) ?? null,
  };
}

function stageOf({won, probability, forecastCategory}: StandardPicklistValue): Pick<PicklistValue, 'stage'> {
  return probability === null || forecastCategory === null ? {} : {stage: {isWon: won, probability, forecastCategory}};
}

function refusedFields({fields, source}: Draft): ReadonlySet<string> {
  const taken = new Set(fields.map(({name}) => name.toLowerCase()));
  const declared = (source?.fields ?? []).filter(({type}) => type !== null).map(({name}) => name.toLowerCase());
  return new Set(declared.filter((name) => !taken.has(name)));
}

function lookupFilters({source}: Draft): readonly LookupFilter[] {
  return (source?.fields ?? []).flatMap(({name, lookupFilter: filter}) =>
    filter?.active === true && !filter.isOptional
      ? [{field: name, errorMessage: filter.errorMessage, logic: filter.booleanFilter, items: filter.filterItems}]
      : [],
  );
}

function declaredLookups(draft: Draft): DeclaredLookup[] {
  return draft.fields.flatMap((field) =>
    field.type === 'Reference'
      ? [
          {
            childObject: draft.name,
            field: field.name,
            referenceTo: field.referenceTo ?? [],
            relationshipName: field.childRelationshipName ?? null,
            deleteConstraint: field.deleteConstraint === undefined ? ('SetNull' as const) : field.deleteConstraint,
          },
        ]
      : [],
  );
}

function byName<Named extends {readonly name: string}>(items: readonly Named[]): Map<string, Named> {
  return new Map(items.map((item) => [item.name.toLowerCase(), item]));
}
