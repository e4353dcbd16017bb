/**
 * CustomObject of the Metadata API Developer Guide. In source format an object is spread over many files, and several package
 * directories may add to one; in metadata format all of it is one file. Either way its parts are gathered here.
 */
import {readCustomField} from './custom-field.ts';
import {readFieldSet} from './field-set.ts';
import type {Declared} from './declared.ts';
import type {CustomField, CustomObject, FieldSet, NameField, NamedPart, ObjectKind, RecordType, ValidationRule} from './object-model.ts';
import {readRecordType} from './record-type.ts';
import {readValidationRule} from './validation-rule.ts';
import {booleanOf, child, childrenOf, choiceOf, numberOf, textOf, wordOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

interface Part extends Declared {
  readonly name: string;
}

/** Parts by their names in lower case: a later one takes the place of an earlier one, as a later deployment does. */
class Parts<T extends Part> {
  readonly #byName = new Map<string, T>();

  set(part: T): void {
    this.#byName.set(part.name.toLowerCase(), part);
  }

  get all(): readonly T[] {
    return [...this.#byName.values()];
  }
}

/** What gathers one object. */
export class ObjectParts {
  readonly #name: string;
  readonly #first: Declared;
  #definition: {readonly element: XmlElement; readonly path: string} | null = null;
  readonly #fields = new Parts<CustomField>();
  readonly #validationRules = new Parts<ValidationRule>();
  readonly #recordTypes = new Parts<RecordType>();
  readonly #fieldSets = new Parts<FieldSet>();
  readonly #listViews = new Parts<NamedPart>();
  readonly #compactLayouts = new Parts<NamedPart>();
  readonly #indexes = new Parts<NamedPart>();

  constructor(name: string, first: Declared) {
    this.#name = name;
    this.#first = first;
  }

  /** The object file, which in metadata format holds the parts too. */
  define(element: XmlElement, path: string): void {
    this.#definition = {element, path};
    for (const part of element.children) this.add(part.name, part, wordOf(part, 'fullName') ?? '', path);
  }

  /** @param type the name of the element that holds such a part in an object file: `fields`, `validationRules` … */
  add(type: string, element: XmlElement, name: string, path: string): void {
    const named = {name, path, line: element.line};
    if (type === 'fields') this.#fields.set(readCustomField(element, name, path));
    else if (type === 'validationRules') this.#validationRules.set(readValidationRule(element, name, path));
    else if (type === 'recordTypes') this.#recordTypes.set(readRecordType(element, name, path));
    else if (type === 'fieldSets') this.#fieldSets.set(readFieldSet(element, name, path));
    else if (type === 'listViews') this.#listViews.set(named);
    else if (type === 'compactLayouts') this.#compactLayouts.set(named);
    else if (type === 'indexes') this.#indexes.set(named);
  }

  get object(): CustomObject {
    const element = this.#definition?.element ?? NOTHING;
    return {
      name: this.#name,
      path: this.#definition?.path ?? this.#first.path,
      line: this.#definition?.element.line ?? this.#first.line,
      kind: objectKind(this.#name, element),
      isDefined: this.#definition !== null,
      label: textOf(element, 'label'),
      pluralLabel: textOf(element, 'pluralLabel'),
      description: textOf(element, 'description'),
      nameField: readNameField(element),
      customSettingsType: choiceOf(element, 'customSettingsType', ['Hierarchy', 'List']),
      visibility: choiceOf(element, 'visibility', ['Public', 'Protected', 'PackageProtected']),
      sharingModel: wordOf(element, 'sharingModel'),
      externalSharingModel: wordOf(element, 'externalSharingModel'),
      deploymentStatus: wordOf(element, 'deploymentStatus'),
      publishBehavior: choiceOf(element, 'publishBehavior', ['PublishAfterCommit', 'PublishImmediately']),
      eventType: wordOf(element, 'eventType'),
      enableHistory: booleanOf(element, 'enableHistory', false),
      enableActivities: booleanOf(element, 'enableActivities', false),
      enableFeeds: booleanOf(element, 'enableFeeds', false),
      fields: this.#fields.all,
      validationRules: this.#validationRules.all,
      recordTypes: this.#recordTypes.all,
      fieldSets: this.#fieldSets.all,
      listViews: this.#listViews.all,
      compactLayouts: this.#compactLayouts.all,
      indexes: this.#indexes.all,
    };
  }
}

const NOTHING: XmlElement = {name: 'CustomObject', line: 1, text: '', attributes: {}, children: []};

function readNameField(element: XmlElement): NameField | null {
  const field = child(element, 'nameField');
  if (field === null) return null;
  return {
    label: textOf(field, 'label'),
    type: choiceOf(field, 'type', ['Text', 'AutoNumber']) ?? 'Text',
    displayFormat: textOf(field, 'displayFormat'),
    startingNumber: numberOf(field, 'startingNumber'),
    trackHistory: booleanOf(field, 'trackHistory', false),
    line: field.line,
  };
}

const KINDS: Readonly<Record<string, ObjectKind>> = {
  __c: 'custom object',
  __mdt: 'custom metadata type',
  __e: 'platform event',
  __x: 'external object',
  __b: 'big object',
};

function objectKind(name: string, element: XmlElement): ObjectKind {
  if (childrenOf(element, 'customSettingsType').length > 0) return 'custom setting';
  const [suffix = ''] = /__[a-z]+$/i.exec(name) ?? [];
  return KINDS[suffix.toLowerCase()] ?? 'standard object';
}
