import {readFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import ts from 'typescript';

export interface StandardField {
  readonly type: string;
  readonly nullable: boolean;
}

export interface StandardObjects {
  /** The standard fields of an object, or undefined for an object that isn't standard. */
  fieldsOf(object: string): ReadonlyMap<string, StandardField> | undefined;
}

const PREFIX = 'Fields$';

/** Reads objects, fields and nullability from the standard schema that `@jsforce/jsforce-node` generates from an org's describes. */
export function loadStandardObjects(): StandardObjects {
  const file = createRequire(import.meta.url).resolve('@jsforce/jsforce-node/lib/types/standard-schema.d.ts');
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  const objects = new Map<string, ts.TypeLiteralNode>();
  for (const statement of source.statements) {
    if (ts.isTypeAliasDeclaration(statement) && statement.name.text.startsWith(PREFIX) && ts.isTypeLiteralNode(statement.type)) {
      objects.set(statement.name.text.slice(PREFIX.length), statement.type);
    }
  }
  if (!objects.has('Lead')) throw new Error(`${file}: found no Lead among ${objects.size} objects, expected the standard schema`);
  return {fieldsOf: (object) => fieldsOf(objects.get(object), source)};
}

function fieldsOf(type: ts.TypeLiteralNode | undefined, source: ts.SourceFile): ReadonlyMap<string, StandardField> | undefined {
  if (type === undefined) return undefined;
  return new Map(
    type.members.filter(ts.isPropertySignature).map((member): [string, StandardField] => {
      const [first = '', ...alternatives] = (member.type?.getText(source) ?? '').split(' | ');
      return [member.name.getText(source), {type: first, nullable: alternatives.includes('null')}];
    }),
  );
}
