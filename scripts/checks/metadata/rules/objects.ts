import type {Problem} from '../../check.ts';
import type {ObjectKind, ObjectSource} from '../catalogue.ts';
import {children, content, problemAt, textOf} from '../document.ts';
import type {Rule} from './rule.ts';

/** Elements without which an object is refused, by what kind of object it is (Metadata API Developer Guide, "CustomObject"). */
const REQUIRED_ELEMENTS: Readonly<Record<ObjectKind, readonly string[]>> = {
  standard: [],
  custom: ['label', 'pluralLabel', 'nameField', 'deploymentStatus', 'sharingModel'],
  'custom setting': ['label', 'customSettingsType'],
  'custom metadata type': ['label', 'pluralLabel'],
  'platform event': ['label', 'pluralLabel', 'deploymentStatus', 'eventType', 'publishBehavior'],
};

/** What Salesforce asks of an object beyond the schema. */
export const objects: Rule = ({catalogue}) => [...catalogue.objects.values()].flatMap(checkObject);

function checkObject({name, kind, file, fields}: ObjectSource): Problem[] {
  if (file === undefined) {
    const [field] = fields.values();
    if (kind === 'standard' || field === undefined) return [];
    const message = `${field.object} has fields and no ${name}.object-meta.xml beside them`;
    return [{path: field.file.path, rule: 'object', message}];
  }
  const {root} = file;
  const found = REQUIRED_ELEMENTS[kind]
    .filter((element) => children(root, element).length === 0)
    .map((element) => `${name}: <${element}> is missing, which a ${kind} needs`);
  for (const nameField of children(root, 'nameField')) {
    const type = textOf(nameField, 'type');
    if (type === 'AutoNumber' && textOf(nameField, 'displayFormat') === undefined) {
      found.push(`${name}: an auto-numbered name needs a <displayFormat>`);
    }
    if (type !== undefined && type !== 'AutoNumber' && type !== 'Text') found.push(`${name}: a name is Text or AutoNumber, not ${type}`);
  }
  const masters = [...fields.values()].filter((field) => field.get('type') === 'MasterDetail');
  const sharing = children(root, 'sharingModel').map(content)[0];
  if (kind === 'custom' && (sharing === 'ControlledByParent') !== masters.length > 0) {
    found.push(
      `${name}: <sharingModel> is ${String(sharing)} with ${masters.length} master-detail fields; ControlledByParent goes with a master`,
    );
  }
  return found.map((message) => problemAt(file, root, message, 'object'));
}
