/** The parts of an address and the compound field over them (Object Reference, "Address Compound Fields"). */
import {double, picklist, text, textArea, type FieldSpec} from '../schema/field-spec.ts';

const accuracies = [
  'Address',
  'NearAddress',
  'Block',
  'Street',
  'ExtendedZip',
  'Zip',
  'Neighborhood',
  'City',
  'County',
  'State',
  'Unknown',
] as const;

/** @param prefix `Billing`, `Mailing` …; empty where the object has one address. */
export function addressFields(prefix: string): FieldSpec[] {
  const label = prefix === '' ? '' : `${prefix} `;
  return [
    textArea(`${prefix}Street`, 255, {label: `${label}Street`}),
    text(`${prefix}City`, 40, {label: `${label}City`}),
    text(`${prefix}State`, 80, {label: `${label}State/Province`}),
    text(`${prefix}PostalCode`, 20, {label: `${label}Zip/Postal Code`}),
    text(`${prefix}Country`, 80, {label: `${label}Country`}),
    picklist(`${prefix}StateCode`, [], {length: 10, label: `${label}State/Province Code`, feature: 'StateAndCountryPicklist'}),
    picklist(`${prefix}CountryCode`, [], {length: 10, label: `${label}Country Code`, feature: 'StateAndCountryPicklist'}),
    double(`${prefix}Latitude`, 18, 15, {label: `${label}Latitude`}),
    double(`${prefix}Longitude`, 18, 15, {label: `${label}Longitude`}),
    picklist(`${prefix}GeocodeAccuracy`, accuracies, {length: 40, label: `${label}Geocode Accuracy`, isRestricted: true}),
    {name: prefix === '' ? 'Address' : `${prefix}Address`, type: 'Address', isCreateable: false, isUpdateable: false},
  ];
}
