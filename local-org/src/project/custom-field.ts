/** CustomField of the Metadata API Developer Guide. */
import type {CustomField, FieldType, FilterItem, LookupFilter, PicklistValue, Summary, ValueSet} from './object-model.ts';
import {booleanOf, child, childrenOf, choiceOf, numberOf, textOf, wordOf, wordsOf} from './xml.ts';
import type {XmlElement} from './xml.ts';

const FIELD_TYPES: readonly FieldType[] = [
  'Address',
  'Array',
  'AutoNumber',
  'Checkbox',
  'Currency',
  'Date',
  'DateTime',
  'Email',
  'EncryptedText',
  'ExternalLookup',
  'File',
  'Hierarchy',
  'Html',
  'IndirectLookup',
  'Location',
  'LongTextArea',
  'Lookup',
  'MasterDetail',
  'MetadataRelationship',
  'MultiselectPicklist',
  'Number',
  'Percent',
  'Phone',
  'Picklist',
  'Summary',
  'Text',
  'TextArea',
  'Time',
  'Url',
];

export function readCustomField(element: XmlElement, name: string, path: string): CustomField {
  const valueSet = child(element, 'valueSet');
  const lookupFilter = child(element, 'lookupFilter');
  return {
    name,
    path,
    line: element.line,
    type: choiceOf(element, 'type', FIELD_TYPES),
    label: textOf(element, 'label'),
    description: textOf(element, 'description'),
    inlineHelpText: textOf(element, 'inlineHelpText'),
    length: numberOf(element, 'length'),
    precision: numberOf(element, 'precision'),
    scale: numberOf(element, 'scale'),
    visibleLines: numberOf(element, 'visibleLines'),
    required: booleanOf(element, 'required', false),
    unique: booleanOf(element, 'unique', false),
    caseSensitive: booleanOf(element, 'caseSensitive', false),
    externalId: booleanOf(element, 'externalId', false),
    defaultValue: textOf(element, 'defaultValue'),
    formula: textOf(element, 'formula'),
    formulaTreatBlanksAs: choiceOf(element, 'formulaTreatBlanksAs', ['BlankAsBlank', 'BlankAsZero']),
    displayFormat: textOf(element, 'displayFormat'),
    startingNumber: numberOf(element, 'startingNumber'),
    referenceTo: wordOf(element, 'referenceTo'),
    relationshipName: wordOf(element, 'relationshipName'),
    relationshipLabel: textOf(element, 'relationshipLabel'),
    relationshipOrder: numberOf(element, 'relationshipOrder'),
    deleteConstraint: choiceOf(element, 'deleteConstraint', ['Cascade', 'Restrict', 'SetNull']),
    reparentableMasterDetail: booleanOf(element, 'reparentableMasterDetail', false),
    writeRequiresMasterRead: booleanOf(element, 'writeRequiresMasterRead', false),
    lookupFilter: lookupFilter === null ? null : readLookupFilter(lookupFilter),
    metadataRelationshipControllingField: wordOf(element, 'metadataRelationshipControllingField'),
    valueSet: valueSet === null ? null : readValueSet(valueSet),
    summary: readSummary(element),
    displayLocationInDecimal: booleanOf(element, 'displayLocationInDecimal', false),
    fieldManageability: wordOf(element, 'fieldManageability'),
    trackHistory: booleanOf(element, 'trackHistory', false),
    trackFeedHistory: booleanOf(element, 'trackFeedHistory', false),
  };
}

function readValueSet(element: XmlElement): ValueSet {
  const definition = child(element, 'valueSetDefinition');
  return {
    restricted: booleanOf(element, 'restricted', false),
    values: definition === null ? [] : childrenOf(definition, 'value').map(readPicklistValue),
    sorted: definition !== null && booleanOf(definition, 'sorted', false),
    valueSetName: wordOf(element, 'valueSetName'),
    controllingField: wordOf(element, 'controllingField'),
    valueSettings: childrenOf(element, 'valueSettings').map((setting) => ({
      valueName: textOf(setting, 'valueName') ?? '',
      controllingFieldValues: wordsOf(setting, 'controllingFieldValue'),
    })),
  };
}

/** A value of a field's own set, of a global one or of a standard one. */
export function readPicklistValue(element: XmlElement): PicklistValue {
  const fullName = textOf(element, 'fullName') ?? '';
  return {
    fullName,
    label: textOf(element, 'label') ?? fullName,
    default: booleanOf(element, 'default', false),
    isActive: booleanOf(element, 'isActive', true),
    line: element.line,
  };
}

function readSummary(element: XmlElement): Summary | null {
  const operation = choiceOf(element, 'summaryOperation', ['count', 'sum', 'min', 'max']);
  const foreignKey = wordOf(element, 'summaryForeignKey');
  if (operation === null || foreignKey === null) return null;
  const filterItems = childrenOf(element, 'summaryFilterItems').map(readFilterItem);
  return {operation, summarizedField: wordOf(element, 'summarizedField'), foreignKey, filterItems};
}

function readLookupFilter(element: XmlElement): LookupFilter {
  return {
    active: booleanOf(element, 'active', true),
    booleanFilter: wordOf(element, 'booleanFilter'),
    errorMessage: textOf(element, 'errorMessage'),
    infoMessage: textOf(element, 'infoMessage'),
    isOptional: booleanOf(element, 'isOptional', false),
    filterItems: childrenOf(element, 'filterItems').map(readFilterItem),
  };
}

function readFilterItem(element: XmlElement): FilterItem {
  return {
    field: wordOf(element, 'field') ?? '',
    operation: wordOf(element, 'operation') ?? '',
    value: textOf(element, 'value'),
    valueField: wordOf(element, 'valueField'),
  };
}
