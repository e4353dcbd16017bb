import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import path from 'node:path';
import ts from 'typescript';

/** The Metadata API as types: what may stand in which element. */
export interface MetadataSchema {
  /** Complex types by name, `CustomField` say. */
  readonly types: ReadonlyMap<string, MetadataType>;
  /** The values of each enumeration, by its name. */
  readonly enums: ReadonlyMap<string, ReadonlySet<string>>;
}

export interface MetadataType {
  readonly name: string;
  /** The elements it may hold, inherited ones included. */
  readonly elements: ReadonlyMap<string, ElementRule>;
}

export interface ElementRule {
  /** Name of a complex type, of an enumeration, or `string`, `number`, `boolean`, `any`. */
  readonly type: string;
  readonly required: boolean;
  readonly repeats: boolean;
}

/**
 * Reads the schema from the declarations of `@salesforce/types`, which are generated from the Metadata API's WSDL.
 *
 * @throws Error where the package's declarations have another form than expected
 */
export function loadSchema(): MetadataSchema {
  const file = path.join(path.dirname(createRequire(import.meta.url).resolve('@salesforce/types/metadata')), 'metadata.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const declarations = new Map(source.statements.filter(ts.isTypeAliasDeclaration).map(({name, type}) => [name.text, type]));
  const enums = new Map<string, ReadonlySet<string>>();
  const types = new Map<string, MetadataType>();
  for (const [name, type] of declarations) {
    const values = literals(type);
    if (values !== undefined) enums.set(name, values);
    else if (!isKeyword(type)) types.set(name, {name, elements: new Map(elementsOf(type, declarations))});
  }
  if (types.size < 1000 || enums.size < 500)
    throw new Error(`${file}: found ${types.size} types and ${enums.size} enums, expected the whole Metadata API`);
  return {types, enums};
}

type Declarations = ReadonlyMap<string, ts.TypeNode>;

function elementsOf(type: ts.TypeNode, declarations: Declarations): [string, ElementRule][] {
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => elementsOf(part, declarations));
  if (ts.isTypeReferenceNode(type)) {
    const base = declarations.get(typeName(type));
    return base === undefined ? [] : elementsOf(base, declarations);
  }
  if (!ts.isTypeLiteralNode(type)) return [];
  return type.members.filter(ts.isPropertySignature).flatMap((member): [string, ElementRule][] => {
    if (member.type === undefined || !ts.isIdentifier(member.name)) return [];
    const repeats = ts.isArrayTypeNode(member.type);
    const item = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    const required = member.questionToken === undefined && !repeats;
    return [[member.name.text, {type: resolve(item, declarations), required, repeats}]];
  });
}

/** The name by which an element's type is looked up: aliases of plain types are followed. */
function resolve(type: ts.TypeNode, declarations: Declarations): string {
  if (!ts.isTypeReferenceNode(type)) return keyword(type);
  const name = typeName(type);
  const target = declarations.get(name);
  return target !== undefined && isKeyword(target) ? keyword(target) : name;
}

function typeName(type: ts.TypeReferenceNode): string {
  return ts.isIdentifier(type.typeName) ? type.typeName.text : type.typeName.right.text;
}

function isKeyword(type: ts.TypeNode): boolean {
  return keyword(type) !== '';
}

function keyword(type: ts.TypeNode): string {
  if (type.kind === ts.SyntaxKind.StringKeyword) return 'string';
  if (type.kind === ts.SyntaxKind.NumberKeyword) return 'number';
  if (type.kind === ts.SyntaxKind.BooleanKeyword) return 'boolean';
  return type.kind === ts.SyntaxKind.AnyKeyword ? 'any' : '';
}

function literals(type: ts.TypeNode): ReadonlySet<string> | undefined {
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const values = parts.flatMap((part) => (ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : []));
  return values.length === parts.length ? new Set(values) : undefined;
}
