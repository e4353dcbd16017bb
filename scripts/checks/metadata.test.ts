import assert from 'node:assert/strict';
import {test} from 'node:test';
import {apexClass, type Files, metadataXml, withProject} from '../testing/project-fixture.ts';
import {type Findings, formatProblem} from './check.ts';
import {checkMetadata, loadPlatform} from './metadata.ts';

const OBJECT = 'force-app/main/inbox/objects/Offer__c';
const RULES = 'force-app/main/policy';
const ACCESS = 'force-app/main/security/Reader.permissionset-meta.xml';

const platform = loadPlatform();

/** A sound project in which each test plants one fault. */
const SOUND: Files = {
  [`${OBJECT}/Offer__c.object-meta.xml`]: object(
    '<nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Offers</pluralLabel>',
  ),
  [`${OBJECT}/fields/Amount__c.field-meta.xml`]: field('Amount__c', 'Number', '<precision>5</precision><scale>4</scale>'),
  [`${OBJECT}/fields/Code__c.field-meta.xml`]: field('Code__c', 'Text', '<length>80</length><required>true</required>'),
  [`${OBJECT}/fields/Lead__c.field-meta.xml`]: lookup('Lead__c', 'Offers', '<deleteConstraint>SetNull</deleteConstraint>'),
  [`${OBJECT}/fields/Twice__c.field-meta.xml`]: field(
    'Twice__c',
    'Number',
    '<formula>Amount__c * 2</formula><precision>5</precision><scale>4</scale>',
  ),
  [`${RULES}/objects/Rule__mdt/Rule__mdt.object-meta.xml`]: metadataXml(
    'CustomObject',
    '<description>A rule</description><label>Rule</label><pluralLabel>Rules</pluralLabel><visibility>Public</visibility>',
  ),
  [`${RULES}/objects/Rule__mdt/fields/Active__c.field-meta.xml`]: field('Active__c', 'Checkbox', '<defaultValue>true</defaultValue>'),
  [`${RULES}/objects/Rule__mdt/fields/Minimum__c.field-meta.xml`]: field(
    'Minimum__c',
    'Number',
    '<precision>3</precision><required>true</required><scale>2</scale>',
  ),
  [`${RULES}/objects/Rule__mdt/fields/Effect__c.field-meta.xml`]: field(
    'Effect__c',
    'Picklist',
    `<valueSet><valueSetDefinition><sorted>false</sorted>${pickable('Allow')}${pickable('Deny')}</valueSetDefinition></valueSet>`,
  ),
  [`${RULES}/customMetadata/Rule.First.md-meta.xml`]: record(
    value('Active__c', 'xsd:boolean', 'true'),
    value('Minimum__c', 'xsd:double', '0.6'),
    value('Effect__c', 'xsd:string', 'Allow'),
  ),
  'force-app/main/security/Read.customPermission-meta.xml': metadataXml(
    'CustomPermission',
    '<description>May read</description><isLicensed>false</isLicensed><label>Read</label>',
  ),
  ...apexClass('force-app/main/gate/Gate', 'public with sharing class Gate {}'),
  [ACCESS]: permissionSet(
    '<classAccesses><apexClass>Gate</apexClass><enabled>true</enabled></classAccesses>',
    '<customPermissions><enabled>true</enabled><name>Read</name></customPermissions>',
    '<description>Reads</description>',
    fieldRight('Offer__c.Amount__c', true),
    fieldRight('Lead.Title', false),
    '<label>Reader</label>',
    objectRight('Offer__c', 'allowRead', 'allowEdit'),
  ),
};

test('a sound project has no problems, and every metadata file of it was looked at', () => {
  assert.deepEqual(problemsOf({}), []);
  assert.equal(check(SOUND).looked, Object.keys(SOUND).filter((file) => file.endsWith('-meta.xml')).length);
});

test('nothing is looked at where there is no metadata', () => {
  assert.equal(check({'force-app/README.md': ''}).looked, 0);
});

// What the Metadata API's schema forbids.
refuses(
  'XML that is not well-formed',
  {[ACCESS]: '<PermissionSet><label>Reader</PermissionSet>'},
  /Reader.permissionset-meta.xml:1: not well-formed/,
);
refuses(
  'an element that its type does not know',
  {[ACCESS]: permissionSet('<lable>R</lable>', '<description>R</description><label>R</label>')},
  /:3: <lable> is unknown in PermissionSet/,
);
refuses('a missing element', {[ACCESS]: permissionSet('<description>Reads</description>')}, /<label> is missing in PermissionSet/);
refuses(
  'a single element given twice',
  {[ACCESS]: permissionSet('<description>R</description><label>R</label><label>R</label>')},
  /<label> is given twice/,
);
refuses(
  'elements of one name that stand apart',
  {
    [ACCESS]: permissionSet(
      fieldRight('Offer__c.Amount__c', true),
      '<description>R</description><label>R</label>',
      fieldRight('Lead.Title', false),
    ),
  },
  /<fieldPermissions> stands apart/,
);
refuses(
  'a value that is not in its enumeration',
  changed('Amount__c', 'Numeric', '<precision>5</precision><scale>4</scale>'),
  /<type> is "Numeric"/,
);
refuses('a number that is none', changed('Amount__c', 'Number', '<precision>five</precision><scale>4</scale>'), /<precision> is "five"/);
refuses(
  'a Boolean that is none',
  changed('Code__c', 'Text', '<length>80</length><required>yes</required>'),
  /<required> is "yes", expected true or false/,
);
refuses(
  'a root that its suffix does not announce',
  {[ACCESS]: metadataXml('CustomPermission', '<description>R</description><isLicensed>false</isLicensed><label>R</label>')},
  /expected a <PermissionSet>/,
);
refuses(
  'a suffix that no type has',
  {'force-app/main/gate/Gate.rule-meta.xml': metadataXml('ApexTrigger', '<apiVersion>66.0</apiVersion><status>Active</status>')},
  /no metadata type is known for the suffix/,
);

// Indexes.
refuses(
  'an index of a field that is not there',
  {'force-app/main/customindex/Offer__c.Amunt__c.indx-meta.xml': metadataXml('CustomIndex', '<allowNullValues>false</allowNullValues>')},
  /the field Offer__c.Amunt__c isn't there/,
);
test('an index of a field of the source is in order', () => {
  const index = metadataXml('CustomIndex', '<allowNullValues>false</allowNullValues>');
  assert.deepEqual(problemsOf({'force-app/main/customindex/Offer__c.Amount__c.indx-meta.xml': index}), []);
});

// Fields.
refuses('a checkbox without a default', changed('Flag__c', 'Checkbox', ''), /Offer__c.Flag__c: a checkbox needs a <defaultValue>/);
refuses(
  'a required lookup that is set to null',
  changed(
    'Lead__c',
    'Lookup',
    '<deleteConstraint>SetNull</deleteConstraint>',
    '<referenceTo>Lead</referenceTo><relationshipName>Offers</relationshipName><required>true</required>',
  ),
  /a required lookup can't be set to null/,
);
refuses(
  'a lookup to an object that is not there',
  changed('Lead__c', 'Lookup', '', '<referenceTo>Led__c</referenceTo><relationshipName>Offers</relationshipName>'),
  /refers to the object Led__c, which isn't there/,
);
refuses(
  'two relationships of one name to one parent',
  {[`${OBJECT}/fields/Other__c.field-meta.xml`]: lookup('Other__c', 'Offers', '')},
  /<relationshipName> Offers is also that of Offer__c.Lead__c/,
);
refuses(
  'Lead as the parent of a master-detail',
  changed('Lead__c', 'MasterDetail', '', '<referenceTo>Lead</referenceTo><relationshipName>Offers</relationshipName>'),
  /Lead can't be the parent of a master-detail/,
  /ControlledByParent goes with a master/,
);
refuses(
  'a label of over 40 characters',
  {[`${OBJECT}/fields/Amount__c.field-meta.xml`]: field('Amount__c', 'Number', '<precision>5</precision><scale>4</scale>', 'L'.repeat(41))},
  /<label> has 41 characters, 40 are allowed/,
);
refuses(
  'a name of over 40 characters',
  {[`${OBJECT}/fields/${'N'.repeat(41)}__c.field-meta.xml`]: field(`${'N'.repeat(41)}__c`, 'Date', '')},
  /the name N+ has 41 characters/,
);
refuses(
  'a field whose name is not that of its file',
  {[`${OBJECT}/fields/Amount__c.field-meta.xml`]: field('Sum__c', 'Number', '<precision>5</precision><scale>4</scale>')},
  /<fullName> is Sum__c, expected Amount__c/,
);
refuses(
  'text without a length',
  changed('Code__c', 'Text', '<required>true</required>'),
  /<length> is missing, which a field of type Text needs/,
);
refuses(
  'a text longer than text can be',
  changed('Code__c', 'Text', '<length>256</length><required>true</required>'),
  /<length> is 256, expected 1 to 255/,
);
refuses(
  'a field without a description',
  {
    [`${OBJECT}/fields/Amount__c.field-meta.xml`]: metadataXml(
      'CustomField',
      '<fullName>Amount__c</fullName><label>A</label><precision>5</precision><scale>4</scale><type>Number</type>',
    ),
  },
  /Offer__c.Amount__c has no <description>/,
);
refuses(
  'a required formula',
  changed('Twice__c', 'Number', '<formula>1</formula><precision>5</precision><required>true</required><scale>4</scale>'),
  /a formula field can't be <required>/,
);
refuses(
  'a picklist in a custom setting',
  {
    ...setting(),
    'force-app/main/policy/objects/Control__c/fields/Mode__c.field-meta.xml': field(
      'Mode__c',
      'Picklist',
      `<valueSet><valueSetDefinition><sorted>false</sorted>${pickable('On')}</valueSetDefinition></valueSet>`,
    ),
  },
  /a custom setting has no fields of type Picklist/,
);

// Objects.
refuses(
  'fields of an object that is not declared',
  {[`${OBJECT}/Offer__c.object-meta.xml`]: undefined},
  /Offer__c has fields and no Offer__c.object-meta.xml/,
);
refuses(
  'an object without a sharing model',
  {
    [`${OBJECT}/Offer__c.object-meta.xml`]: object(
      '<nameField><label>N</label><type>Text</type></nameField><pluralLabel>Offers</pluralLabel>',
      '',
    ),
  },
  /<sharingModel> is missing, which a custom needs/,
);

// Permission sets.
refuses(
  'field permissions on a required field',
  rights(fieldRight('Offer__c.Code__c', true)),
  /Offer__c.Code__c are refused: it is required/,
);
refuses(
  'field permissions on Lead.Status',
  rights(fieldRight('Lead.Status', true)),
  /Lead.Status are refused: it is a required standard field/,
);
refuses(
  'field permissions on a part of a compound field',
  rights(fieldRight('Lead.FirstName', true)),
  /Lead.FirstName are refused: it is part of a compound field/,
);
refuses('an editable formula', rights(fieldRight('Offer__c.Twice__c', true)), /Offer__c.Twice__c can't be editable/);
refuses('a right on a custom field that is not there', rights(fieldRight('Lead.Titel__c', false)), /the field Lead.Titel__c isn't there/);
refuses('a right on a standard field that is not there', rights(fieldRight('Lead.Titel', false)), /the field Lead.Titel isn't there/);
refuses('a right to edit what can not be read', rights(objectRight('Offer__c', 'allowEdit')), /<allowEdit> on Offer__c needs <allowRead>/);
refuses('a right on an object that is not there', rights(objectRight('Ofer__c', 'allowRead')), /the object Ofer__c isn't there/);
refuses(
  'a class that is not there',
  rights('<classAccesses><apexClass>Gatte</apexClass><enabled>true</enabled></classAccesses>'),
  /the Apex class Gatte isn't there/,
);
refuses(
  'a custom permission that is not there',
  rights('<customPermissions><enabled>true</enabled><name>Reed</name></customPermissions>'),
  /the custom permission Reed isn't there/,
);

// Custom metadata records.
refuses(
  "an xsi:type that is not its field's",
  rule(value('Active__c', 'xsd:string', 'true'), value('Minimum__c', 'xsd:double', '0.6')),
  /Active__c: xsi:type is "xsd:string", expected xsd:boolean/,
);
refuses('a number that its field can not hold', rule(value('Minimum__c', 'xsd:double', '0.625')), /0.625 doesn't fit precision 3, scale 2/);
refuses(
  'a value that is not in its picklist',
  rule(value('Effect__c', 'xsd:string', 'Permit'), value('Minimum__c', 'xsd:double', '0.6')),
  /"Permit" isn't one of Allow, Deny/,
);
refuses('a record without a required value', rule(value('Active__c', 'xsd:boolean', 'true')), /Minimum__c is required by Rule__mdt/);
refuses(
  'a record with a field that is not there',
  rule(value('Minimum__c', 'xsd:double', '0.6'), value('Maximum__c', 'xsd:double', '1')),
  /Rule__mdt has no field Maximum__c/,
);
refuses(
  'a record of a type that is not there',
  {[`${RULES}/customMetadata/Role.First.md-meta.xml`]: record()},
  /the custom metadata type Role__mdt isn't there/,
);

// Code and its -meta.xml.
refuses(
  'a class without its -meta.xml',
  {'force-app/main/gate/Gate.cls-meta.xml': undefined},
  /Gate.cls: has no Gate.cls-meta.xml beside it/,
  /the Apex class Gate isn't there/,
);
refuses('a -meta.xml without its class', {'force-app/main/gate/Gate.cls': undefined}, /Gate.cls isn't there beside its -meta.xml/);
refuses(
  'a class of another API version',
  {'force-app/main/gate/Gate.cls-meta.xml': metadataXml('ApexClass', '<apiVersion>60.0</apiVersion><status>Active</status>')},
  /apiVersion is 60.0, expected 66.0/,
);
refuses('a file that no org would receive', {'force-app/main/gate/notes.txt': 'notes'}, /notes.txt: has no notes.txt-meta.xml beside it/);

test('a file that .forceignore names may lie in a package directory', () => {
  assert.deepEqual(problemsOf({'.forceignore': '**/notes.txt\n', 'force-app/main/gate/notes.txt': 'notes'}), []);
});

// Standard picklists.
refuses(
  'a LeadStatus in which nothing means converted',
  {'force-app/main/lead/LeadStatus.standardValueSet-meta.xml': leadStatus('false', 'true')},
  /LeadStatus needs one/,
);
refuses(
  'a picklist with two defaults',
  {'force-app/main/lead/LeadStatus.standardValueSet-meta.xml': leadStatus('true', 'true')},
  /2 values are the default/,
);

/** One test: the sound project with these files instead has these problems and no others. */
function refuses(what: string, files: Files, ...expected: readonly RegExp[]): void {
  test(`refuses ${what}`, () => {
    const problems = problemsOf(files);
    assert.equal(problems.length, expected.length, `found ${JSON.stringify(problems, null, 2)}`);
    for (const pattern of expected)
      assert.ok(
        problems.some((problem) => pattern.test(problem)),
        `${String(pattern)} among ${JSON.stringify(problems)}`,
      );
  });
}

function check(files: Files): Findings {
  return withProject(files, (project) => checkMetadata(project, platform));
}

function problemsOf(files: Files): string[] {
  return check({...SOUND, ...files}).problems.map(formatProblem);
}

function object(content: string, sharing = '<sharingModel>Private</sharingModel>'): string {
  return metadataXml(
    'CustomObject',
    `<deploymentStatus>Deployed</deploymentStatus><description>An offer</description><label>Offer</label>${content}${sharing}`,
  );
}

function field(name: string, type: string, content: string, label = 'Label'): string {
  return metadataXml(
    'CustomField',
    `<fullName>${name}</fullName><description>A field</description><label>${label}</label><type>${type}</type>${content}`,
  );
}

function lookup(name: string, relationship: string, content: string): string {
  return field(name, 'Lookup', `${content}<referenceTo>Lead</referenceTo><relationshipName>${relationship}</relationshipName>`);
}

function changed(name: string, type: string, ...content: readonly string[]): Files {
  return {[`${OBJECT}/fields/${name}.field-meta.xml`]: field(name, type, content.join(''))};
}

function setting(): Files {
  const content = '<customSettingsType>Hierarchy</customSettingsType><description>Control</description><label>Control</label>';
  return {'force-app/main/policy/objects/Control__c/Control__c.object-meta.xml': metadataXml('CustomObject', content)};
}

function permissionSet(...content: readonly string[]): string {
  return metadataXml('PermissionSet', content.join(''));
}

function rights(right: string): Files {
  return {[ACCESS]: permissionSet('<description>Reads</description><label>Reader</label>', right)};
}

function fieldRight(name: string, editable: boolean): string {
  return `<fieldPermissions><editable>${editable}</editable><field>${name}</field><readable>true</readable></fieldPermissions>`;
}

function objectRight(name: string, ...given: readonly string[]): string {
  const all = ['allowCreate', 'allowDelete', 'allowEdit', 'allowRead', 'modifyAllRecords', 'viewAllRecords'];
  return `<objectPermissions>${all.map((right) => `<${right}>${given.includes(right)}</${right}>`).join('')}<object>${name}</object></objectPermissions>`;
}

function pickable(name: string): string {
  return `<value><fullName>${name}</fullName><default>false</default><label>${name}</label></value>`;
}

function record(...values: readonly string[]): string {
  return metadataXml('CustomMetadata', `<label>First</label><protected>false</protected>${values.join('')}`);
}

function value(name: string, type: string, text: string): string {
  return `<values><field>${name}</field><value xsi:type="${type}">${text}</value></values>`;
}

function rule(...values: readonly string[]): Files {
  return {[`${RULES}/customMetadata/Rule.First.md-meta.xml`]: record(...values)};
}

function leadStatus(firstIsDefault: string, secondIsDefault: string): string {
  const one = (name: string, isDefault: string, converted: boolean): string =>
    `<standardValue><fullName>${name}</fullName><default>${isDefault}</default><label>${name}</label><converted>${converted}</converted></standardValue>`;
  return metadataXml(
    'StandardValueSet',
    `<sorted>false</sorted>${one('Open', firstIsDefault, false)}${one('Closed', secondIsDefault, firstIsDefault === 'true')}`,
  );
}
