/**
 * Types as signatures spell them: plain data, by name, not yet looked up. Two spellings are read: that of Java class files
 * (JVMS 4.3 and 4.7.9.1) and that of Apex (`Map<Id, List<SObject>>`), in which the supplement is written.
 */

export type TypeSignature =
  /** `name` is qualified: `System.List`, `Database.DMLOptions.EmailHeader`, `Schema.Lead`; `Object` is the root. */
  | {readonly kind: 'named'; readonly name: string; readonly arguments: readonly TypeSignature[]}
  | {readonly kind: 'parameter'; readonly name: string}
  | {readonly kind: 'void'};

const VOID: TypeSignature = {kind: 'void'};

export const JAVA_PACKAGE = 'com/nawforce/runforce/';

/** The Apex name of a class of the jars, by its internal form: `com/nawforce/runforce/Component/Apex$Map` is `Component.Apex.Map`. */
export function apexName(internalName: string): string {
  if (internalName === 'java/lang/Object') return 'Object';
  if (internalName === 'java/lang/String') return 'System.String';
  if (!internalName.startsWith(JAVA_PACKAGE)) return internalName.replaceAll('/', '.');
  const name = internalName.slice(JAVA_PACKAGE.length).replaceAll('/', '.');
  if (name.startsWith('Internal.')) return INTERNAL_NAMES[name] ?? name;
  // A name that ends in `$` is one that Java reserves; a `$` inside leads to a nested class.
  const parts = name.replace(/\$$/, '').replaceAll('$', '.').split('.');
  if (parts[0] === 'SObjects' || parts[0] === 'SObjectStubs') parts[0] = 'Schema';
  return parts.join('.');
}

/** What the helper classes of the jars stand for. */
const INTERNAL_NAMES: Readonly<Record<string, string>> = {
  'Internal.Object$': 'Object',
  'Internal.Any$': 'Object',
  'Internal.RecordSet$': 'System.List',
  'Internal.SObjectType$': 'Schema.SObjectType',
  'Internal.SObjectFields$': 'Schema.SObjectTypeFields',
  'Internal.SObjectTypeFields$': 'Schema.SObjectTypeFields',
  'Internal.SObjectTypeFieldSets$': 'Schema.SObjectTypeFieldSets',
  'Internal.SObjectFieldRowCause$': 'Schema.SObjectField',
  'Internal.DescribeSObjectResult$': 'Schema.DescribeSObjectResult',
};

/** Classes whose Java twin has a type parameter that the Apex one lacks. */
const ARGUMENTS_ARE_JAVAS = new Set([
  'Schema.SObjectType',
  'Schema.SObjectTypeFields',
  'Schema.SObjectTypeFieldSets',
  'Schema.DescribeSObjectResult',
]);

/** Reads descriptors and signatures of class files from left to right. */
export class JavaSignatureReader {
  readonly #text: string;
  #position = 0;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#position >= this.#text.length;
  }

  /** Takes `character` if it is next. */
  take(character: string): boolean {
    if (this.#text[this.#position] !== character) return false;
    this.#position++;
    return true;
  }

  /** `<T:Ljava/lang/Object;>`: the names; bounds are always Object here. */
  readTypeParameters(): readonly string[] {
    const names: string[] = [];
    if (!this.take('<')) return names;
    while (!this.take('>')) {
      names.push(this.#until(':'));
      this.readType();
    }
    return names;
  }

  readType(): TypeSignature {
    switch (this.#text[this.#position++]) {
      case 'V':
        return VOID;
      case '[':
        return {kind: 'named', name: 'System.List', arguments: [this.readType()]};
      case 'T':
        return {kind: 'parameter', name: this.#until(';')};
      case 'L':
        return this.#readClassType();
      default:
        throw new Error(`Unexpected character at ${String(this.#position - 1)} in the signature ${this.#text}.`);
    }
  }

  #readClassType(): TypeSignature {
    const start = this.#position;
    while (!'<;'.includes(this.#text[this.#position] ?? ';')) this.#position++;
    const name = apexName(this.#text.slice(start, this.#position));
    const typeArguments: TypeSignature[] = [];
    if (this.take('<')) while (!this.take('>')) typeArguments.push(this.readType());
    this.take(';');
    return {kind: 'named', name, arguments: ARGUMENTS_ARE_JAVAS.has(name) ? [] : typeArguments};
  }

  #until(character: string): string {
    const start = this.#position;
    this.#position = this.#text.indexOf(character, start);
    return this.#text.slice(start, this.#position++);
  }
}

/**
 * Reads a type in the spelling of Apex. Names without a namespace are those of System; `typeParameters` are the names that stand for
 * type parameters.
 */
export function parseTypeSignature(text: string, typeParameters: readonly string[]): TypeSignature {
  const trimmed = text.trim();
  if (trimmed === 'void') return VOID;
  const open = trimmed.indexOf('<');
  const name = open < 0 ? trimmed : trimmed.slice(0, open);
  if (open < 0 && typeParameters.includes(name)) return {kind: 'parameter', name};
  const inside = open < 0 ? [] : splitAtTopLevel(trimmed.slice(open + 1, -1));
  return {
    kind: 'named',
    name: name === 'Object' || name.includes('.') ? name : `System.${name}`,
    arguments: inside.map((argument) => parseTypeSignature(argument, typeParameters)),
  };
}

/** Parts between commas that stand outside of angle brackets. */
export function splitAtTopLevel(text: string): readonly string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index];
    if (character === '<') depth++;
    else if (character === '>') depth--;
    else if (character === ',' && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  const last = text.slice(start).trim();
  if (last !== '') parts.push(last);
  return parts;
}

/** `Map<Id,List<SObject>>`: the spelling of registry keys, where System goes without saying. */
export function typeSignatureText(type: TypeSignature): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'parameter':
      return type.name;
    case 'named': {
      const name = type.name.replace(/^System\./, '');
      return type.arguments.length === 0 ? name : `${name}<${type.arguments.map(typeSignatureText).join(',')}>`;
    }
  }
}
