/** Programs bound against a small schema: what the compiler says of them, and what becomes of their expressions. */
import assert from 'node:assert/strict';
import {test} from 'node:test';
import {bindAnonymous, bindProgram, bindTrigger} from '../../../src/apex/semantics/bind-program.ts';
import type {Bound} from '../../../src/apex/semantics/bind-program.ts';
import type {TypedClass, TypedExpression, TypedStatement, TypedTrigger} from '../../../src/apex/semantics/typed-tree.ts';
import {createUniverse} from '../../../src/apex/semantics/universe-of.ts';
import type {Universe} from '../../../src/apex/semantics/universe.ts';
import {parseAnonymous, parseClass, parseTrigger} from '../../../src/apex/syntax/parse.ts';
import {createSchema} from '../../../src/data/schema/schema.ts';
import type {Diagnostic} from '../../../src/diagnostics/diagnostic.ts';
import {memoryFileSystem} from '../../../src/project/file-system.ts';
import {loadProject} from '../../../src/project/load-project.ts';

const schema = createSchema(
  loadProject(['objects'], {
    fileSystem: memoryFileSystem({
      'objects/Proposal__c/Proposal__c.object-meta.xml':
        '<CustomObject><label>Proposal</label><nameField><label>Name</label><type>Text</type></nameField></CustomObject>',
      'objects/Proposal__c/fields/Key__c.field-meta.xml': field(
        'Key__c',
        'Text',
        '<length>80</length><externalId>true</externalId><unique>true</unique>',
      ),
      'objects/Proposal__c/fields/Reason__c.field-meta.xml': field('Reason__c', 'Text', '<length>80</length>'),
      'objects/Proposal__c/fields/Twice__c.field-meta.xml': field(
        'Twice__c',
        'Number',
        '<precision>5</precision><scale>0</scale><formula>1 + 1</formula>',
      ),
      'objects/Proposal__c/fields/Lead__c.field-meta.xml': field(
        'Lead__c',
        'Lookup',
        '<referenceTo>Lead</referenceTo><relationshipName>Proposals</relationshipName>',
      ),
      'objects/Proposal__c/fieldSets/Shown.fieldSet-meta.xml': '<FieldSet><fullName>Shown</fullName><label>Shown</label></FieldSet>',
      'objects/Stage__mdt/Stage__mdt.object-meta.xml': '<CustomObject><label>Stage</label></CustomObject>',
      'objects/Stage__mdt/fields/Rank__c.field-meta.xml': field('Rank__c', 'Number', '<precision>3</precision><scale>0</scale>'),
      'objects/Done__e/Done__e.object-meta.xml': '<CustomObject><label>Done</label><eventType>HighVolume</eventType></CustomObject>',
    }),
  }),
);

function field(name: string, type: string, rest: string): string {
  return `<CustomField><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${rest}</CustomField>`;
}

const LABELS = ['Greeting'];

/** The classes, the first of which is looked at. */
export function bindClasses(...texts: readonly string[]): {readonly universe: Universe; readonly classes: readonly Bound<TypedClass>[]} {
  const sources = texts.map((text, index) => {
    const path = `Class${String(index)}.cls`;
    const {tree, diagnostics} = parseClass(text, path);
    if (tree === null) throw new Error(`${text}: ${diagnostics.map(({message}) => message).join('; ')}`);
    return {path, tree};
  });
  const universe = createUniverse(
    schema,
    sources.map(({path, tree}) => ({path, declaration: tree})),
    LABELS,
  );
  return {universe, classes: bindProgram({classes: sources, triggers: []}, universe).classes};
}

export function diagnose(...texts: readonly string[]): readonly Diagnostic[] {
  return bindClasses(...texts).classes.flatMap(({diagnostics}) => diagnostics);
}

/** The trigger, over the classes. */
export function bindTriggerText(text: string, ...classes: readonly string[]): Bound<TypedTrigger> {
  const {tree} = parseTrigger(text, 'Sample.trigger');
  if (tree === null) throw new Error(`${text} doesn't parse`);
  return bindTrigger({path: 'Sample.trigger', tree}, bindClasses(...classes).universe);
}

export function bindAnonymousText(text: string): ReturnType<typeof bindAnonymous> {
  const {tree} = parseAnonymous(text, 'sample.apex');
  if (tree === null) throw new Error(`${text} doesn't parse`);
  return bindAnonymous({path: 'sample.apex', tree}, bindClasses().universe);
}

/** What statements are bound in: a class of its own with a few things to name. */
const AROUND = `public virtual class Sample {
  public enum Colour { RED, GREEN }
  public interface Shape { Integer area(); }
  public virtual class Base { public virtual Integer area() { return 1; } }
  public class Square extends Base implements Shape { public override Integer area() { return 2; } }
  public class SampleException extends Exception {}
  public static final String CONSTANT = 'c';
  public static Integer counter;
  public String name;
  public Integer size { get; private set; }
  public Integer doubled { get { return size * 2; } }
  public static void touch() {}
  public void change(Integer amount) {}
  public static String label(Integer value) { return ''; }
`;

/** Diagnostics of statements in an instance method; lines count from the first of them. */
export function diagnoseStatements(statements: string): readonly Diagnostic[] {
  const offset = AROUND.split('\n').length;
  return diagnose(`${AROUND} void run() {\n${statements}\n}\n}`).map((diagnostic) => ({
    ...diagnostic,
    span: {...diagnostic.span, line: diagnostic.span.line - offset},
  }));
}

/** The value that `return` gives in a method of the type; its class must be without errors. */
export function bindValue(type: string, expression: string, statements = ''): TypedExpression {
  const {classes} = bindClasses(`${AROUND} ${type} run() { ${statements} return ${expression}; }\n}`);
  const last = methodBody(classes[0], 'run').at(-1);
  if (last?.kind !== 'return' || last.value === null) throw new Error(`${expression} is not returned`);
  return last.value;
}

export function bindStatements(statements: string): readonly TypedStatement[] {
  return methodBody(bindClasses(`${AROUND} void run() {\n${statements}\n}\n}`).classes[0], 'run');
}

function methodBody(bound: Bound<TypedClass> | undefined, name: string): readonly TypedStatement[] {
  assert.deepEqual(bound?.diagnostics, []);
  const method = bound.tree?.methods.find(({symbol}) => symbol.name === name);
  return method?.body?.statements ?? [];
}

/** `E201 3 Variable does not exist: x` of each. */
export function summary(diagnostics: readonly Diagnostic[]): readonly string[] {
  return diagnostics.map(({code, span, message}) => `${code} ${String(span.line)} ${message}`);
}

/** A table of statements and the one message that each gets: the code, and what the message says. */
export function refusesStatements(table: readonly (readonly [statements: string, code: string, message: string])[]): void {
  for (const [statements, code, message] of table)
    test(`refuses ${statements}`, () => {
      assert.deepEqual(
        diagnoseStatements(statements).map((diagnostic) => [diagnostic.code, diagnostic.message]),
        [[code, message]],
      );
    });
}

export function acceptsStatements(table: readonly string[]): void {
  for (const statements of table)
    test(`accepts ${statements}`, () => {
      assert.deepEqual(summary(diagnoseStatements(statements)), []);
    });
}

/** A table of classes and the one message that each gets. */
export function refusesClasses(table: readonly (readonly [classes: string | readonly string[], code: string, message: string])[]): void {
  for (const [classes, code, message] of table) {
    const texts = typeof classes === 'string' ? [classes] : classes;
    test(`refuses ${texts.join(' ')}`, () => {
      assert.deepEqual(
        diagnose(...texts).map((diagnostic) => [diagnostic.code, diagnostic.message]),
        [[code, message]],
      );
    });
  }
}

export function acceptsClasses(table: readonly (string | readonly string[])[]): void {
  for (const classes of table) {
    const texts = typeof classes === 'string' ? [classes] : classes;
    test(`accepts ${texts.join(' ')}`, () => {
      assert.deepEqual(summary(diagnose(...texts)), []);
    });
  }
}
