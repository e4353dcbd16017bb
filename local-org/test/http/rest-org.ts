/** A small project in an org of its own, asked through the door that programs use: `org.handle`. */
import {MovableClock} from '../../src/clock.ts';
import type {ApiResponse, HttpMethod} from '../../src/http/api.ts';
import {Org} from '../../src/org.ts';
import {memoryFileSystem} from '../../src/project/file-system.ts';
import {loadProject} from '../../src/project/load-project.ts';

const field = (name: string, more: string): string =>
  `<CustomField><fullName>${name}</fullName><label>${name.replace('__c', '')}</label>${more}</CustomField>`;

/** Notes with a key, a required text that a trigger refuses where it says `refuse`, and a parent; a permission set that opens all but one field. */
const FILES: Readonly<Record<string, string>> = {
  'sfdx-project.json': '{"packageDirectories": [{"path": "app"}]}',
  'app/objects/Parent__c/Parent__c.object-meta.xml':
    '<CustomObject><label>Parent</label><pluralLabel>Parents</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>ReadWrite</sharingModel></CustomObject>',
  'app/objects/Parent__c/fields/Key__c.field-meta.xml': field(
    'Key__c',
    '<type>Text</type><length>20</length><externalId>true</externalId>',
  ),
  'app/objects/Note__c/Note__c.object-meta.xml':
    '<CustomObject><label>Note</label><pluralLabel>Notes</pluralLabel><nameField><label>Name</label><type>Text</type></nameField><sharingModel>Private</sharingModel></CustomObject>',
  'app/objects/Note__c/fields/Key__c.field-meta.xml': field(
    'Key__c',
    '<type>Text</type><length>20</length><externalId>true</externalId><unique>true</unique>',
  ),
  'app/objects/Note__c/fields/Text__c.field-meta.xml': field('Text__c', '<type>Text</type><length>20</length><required>true</required>'),
  'app/objects/Note__c/fields/Hidden__c.field-meta.xml': field('Hidden__c', '<type>Text</type><length>20</length>'),
  'app/objects/Note__c/fields/Parent__c.field-meta.xml': field(
    'Parent__c',
    '<type>Lookup</type><referenceTo>Parent__c</referenceTo><relationshipName>Notes</relationshipName>',
  ),
  'app/objects/Note__c/fields/Number__c.field-meta.xml': field('Number__c', '<type>Number</type><precision>18</precision><scale>2</scale>'),
  'app/objects/Note__c/fields/Day__c.field-meta.xml': field('Day__c', '<type>Date</type>'),
  'app/objects/Note__c/fields/Moment__c.field-meta.xml': field('Moment__c', '<type>DateTime</type>'),
  'app/objects/Note__c/fields/Flag__c.field-meta.xml': field('Flag__c', '<type>Checkbox</type><defaultValue>false</defaultValue>'),
  'app/triggers/NoteTrigger.trigger':
    "trigger NoteTrigger on Note__c (before insert, before update) { for (Note__c note : Trigger.new) { if (note.Text__c == 'refuse') note.Text__c.addError('no such text'); if (note.Text__c == 'limit') while (true) { Integer i = [SELECT COUNT() FROM Parent__c]; } } }",
  'app/triggers/NoteTrigger.trigger-meta.xml': '<ApexTrigger><apiVersion>66.0</apiVersion><status>Active</status></ApexTrigger>',
  'app/permissionsets/Notes.permissionset-meta.xml': `<PermissionSet><label>Notes</label>
    ${['Key__c', 'Parent__c', 'Number__c', 'Day__c', 'Moment__c', 'Flag__c'].map((name) => `<fieldPermissions><field>Note__c.${name}</field><readable>true</readable><editable>true</editable></fieldPermissions>`).join('')}
    <fieldPermissions><field>Parent__c.Key__c</field><readable>true</readable><editable>true</editable></fieldPermissions>
    ${['Note__c', 'Parent__c'].map((name) => `<objectPermissions><object>${name}</object><allowCreate>true</allowCreate><allowRead>true</allowRead><allowEdit>true</allowEdit><allowDelete>true</allowDelete></objectPermissions>`).join('')}
  </PermissionSet>`,
};

/** What a request was answered with, its body read as JSON. */
export interface Answer {
  readonly status: number;
  readonly body: unknown;
}

export const USER = 'user@example.com';
export const OTHER = 'other@example.com';

export class RestOrg {
  readonly clock = new MovableClock(Date.parse('2026-11-22T10:00:00Z'));
  readonly org: Org;

  constructor(files: Readonly<Record<string, string>> = {}) {
    this.org = new Org({
      project: loadProject(['.'], {fileSystem: memoryFileSystem({...FILES, ...files})}),
      clock: this.clock,
      cacheFolder: null,
    });
    this.apex(`
      Id profileId = [SELECT Id FROM Profile WHERE Name = 'Standard User'].Id;
      List<User> users = new List<User>();
      for (String name : new List<String>{'${USER}', '${OTHER}'}) {
        users.add(new User(Username = name, LastName = name, Email = name, Alias = name.left(5), ProfileId = profileId, TimeZoneSidKey = 'GMT',
          LocaleSidKey = 'en_US', LanguageLocaleKey = 'en_US', EmailEncodingKey = 'UTF-8'));
      }
      insert users;
      Id setId = [SELECT Id FROM PermissionSet WHERE Name = 'Notes'].Id;
      List<PermissionSetAssignment> assignments = new List<PermissionSetAssignment>();
      for (User each : users) assignments.add(new PermissionSetAssignment(AssigneeId = each.Id, PermissionSetId = setId));
      insert assignments;`);
  }

  /** Runs an anonymous block as the administrator; gives what it prints. */
  apex(source: string): readonly string[] {
    const {compileProblem, exception, log} = this.org.executeAnonymous(source, this.org.administratorId);
    if (compileProblem !== null) throw new Error(`line ${String(compileProblem.line)}: ${compileProblem.message}`);
    if (exception !== null) throw new Error(`${exception.message}\n${exception.stackTrace}`);
    return log;
  }

  /** @param path below `/services/data/v66.0` */
  request(method: HttpMethod, path: string, body?: unknown, user = USER): Answer {
    const text = body === undefined ? {} : {body: typeof body === 'string' ? body : JSON.stringify(body)};
    return answerOf(this.org.handle({method, path: `/services/data/v66.0/${path}`, user, ...text}));
  }

  query(soql: string, user = USER): readonly Readonly<Record<string, unknown>>[] {
    const {status, body} = this.request('GET', `query?q=${encodeURIComponent(soql)}`, undefined, user);
    if (status !== 200) throw new Error(JSON.stringify(body));
    return (body as {records: readonly Readonly<Record<string, unknown>>[]}).records;
  }

  /** Creates a note; gives its Id. */
  note(values: Readonly<Record<string, unknown>> = {}): string {
    const {body} = this.request('POST', 'sobjects/Note__c', {Text__c: 'text', ...values});
    if (!isCreated(body)) throw new Error(`The test's note was refused: ${JSON.stringify(body)}`);
    return body.id;
  }

  /** What the administrator sees of a note. */
  stored(id: string, name: string): unknown {
    const {body} = this.request('GET', `sobjects/Note__c/${id}?fields=${name}`);
    return (body as Readonly<Record<string, unknown>>)[name];
  }
}

function answerOf({status, body}: ApiResponse): Answer {
  return {status, body: body === '' ? null : (JSON.parse(body) as unknown)};
}

function isCreated(body: unknown): body is {readonly id: string} {
  return typeof body === 'object' && body !== null && 'id' in body && typeof body.id === 'string';
}
