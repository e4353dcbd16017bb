/** Trees as short text, fully parenthesised, so that a test can say in one line what it expects. */
import assert from 'node:assert/strict';
import type {ClassDeclaration, ClassMember, Expression, NewInitializer, Statement, TypeReference} from '../../../src/apex/syntax/ast.ts';
import {parseAnonymous, parseClass, parseQuery} from '../../../src/apex/syntax/parse.ts';
import type {SoqlQuery} from '../../../src/apex/syntax/soql-ast.ts';

export function readStatements(source: string): readonly Statement[] {
  const {tree, diagnostics} = parseAnonymous(source, 'test.apex');
  assert.deepEqual(diagnostics, []);
  return tree!.body.statements;
}

export function readStatement(source: string): Statement {
  const statements = readStatements(source);
  assert.equal(statements.length, 1);
  return statements[0]!;
}

export function readExpression(source: string): Expression {
  const statement = readStatement(`x = ${source};`);
  assert(statement.kind === 'expression statement' && statement.expression.kind === 'assignment');
  return statement.expression.value;
}

export function readClass(source: string): ClassDeclaration {
  const {tree, diagnostics} = parseClass(source, 'Test.cls');
  assert.deepEqual(diagnostics, []);
  assert(tree?.kind === 'class');
  return tree;
}

export function readMember<Kind extends ClassMember['kind']>(source: string, kind: Kind): Extract<ClassMember, {kind: Kind}> {
  const [member] = readClass(`class T { ${source} }`).members;
  assert.equal(member?.kind, kind);
  return member as Extract<ClassMember, {kind: Kind}>;
}

export function readQuery(text: string): SoqlQuery {
  const {tree, diagnostics} = parseQuery(text);
  assert.deepEqual(diagnostics, []);
  return tree!;
}

/** The tree without its places, as plain data for `deepEqual`. */
export function bare(tree: unknown): unknown {
  return JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === 'span' ? undefined : value)));
}

export function typeText({parts, arrayDimensions}: TypeReference): string {
  const names = parts.map(({name, typeArguments}) =>
    typeArguments.length === 0 ? name.text : `${name.text}<${typeArguments.map(typeText).join(',')}>`,
  );
  return names.join('.') + '[]'.repeat(arrayDimensions);
}

export function text(node: Expression): string {
  switch (node.kind) {
    case 'literal':
      return node.value.kind === 'null'
        ? 'null'
        : node.value.kind === 'string'
          ? JSON.stringify(node.value.value)
          : literalText(node.value);
    case 'name':
      return node.name.text;
    case 'this':
    case 'super':
      return node.kind;
    case 'member':
      return `${text(node.target)}${node.safe ? '?.' : '.'}${node.name.text}`;
    case 'index':
      return `${text(node.target)}[${text(node.index)}]`;
    case 'call':
      return `${node.name.text}(${list(node.arguments)})`;
    case 'method call':
      return `${text(node.target)}${node.safe ? '?.' : '.'}${node.name.text}(${list(node.arguments)})`;
    case 'constructor call':
      return `${node.target}!(${list(node.arguments)})`;
    case 'new':
      return `new ${typeText(node.type)} ${initializerText(node.initializer)}`;
    case 'unary':
      return `(${node.operator}${text(node.operand)})`;
    case 'update':
      return node.prefix ? `(${node.operator}${text(node.operand)})` : `(${text(node.operand)}${node.operator})`;
    case 'binary':
      return `(${text(node.left)} ${node.operator} ${text(node.right)})`;
    case 'instanceof':
      return `(${text(node.value)} instanceof ${typeText(node.type)})`;
    case 'conditional':
      return `(${text(node.condition)} ? ${text(node.then)} : ${text(node.else)})`;
    case 'assignment':
      return `(${text(node.target)} ${node.operator} ${text(node.value)})`;
    case 'cast':
      return `cast<${typeText(node.type)}>(${text(node.value)})`;
    case 'class literal':
      return `class<${node.type === null ? 'void' : typeText(node.type)}>`;
    case 'soql':
      return `soql<${node.query.from.map(({object}) => object.parts.map((part) => part.text).join('.')).join(',')}>`;
    case 'sosl':
      return `sosl<${node.query.group} ${node.query.returning.map(({from: [from]}) => from?.object.parts[0]?.text).join(',')}>`;
  }
}

function list(nodes: readonly Expression[]): string {
  return nodes.map(text).join(', ');
}

function literalText(value: {kind: string; text?: string; value?: boolean | string}): string {
  return value.kind === 'boolean' ? String(value.value) : `${value.kind}:${value.text ?? ''}`;
}

function initializerText(initializer: NewInitializer): string {
  switch (initializer.kind) {
    case 'arguments':
      return `(${list(initializer.arguments)})`;
    case 'fields':
      return `(${initializer.fields.map(({name, value}) => `${name.text} = ${text(value)}`).join(', ')})`;
    case 'elements':
      return `{${list(initializer.elements)}}`;
    case 'entries':
      return `{${initializer.entries.map(({key, value}) => `${text(key)} => ${text(value)}`).join(', ')}}`;
    case 'size':
      return `[${text(initializer.size)}]`;
  }
}
