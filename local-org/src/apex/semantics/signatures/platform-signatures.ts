/**
 * Signatures of the platform's classes, read from `standard-types-65.0.0.jar` and `sobject-types-65.0.0.jar` (apex-dev-tools, BSD-3-Clause),
 * which come with `@salesforce/code-analyzer-pmd-engine`. Opening the jars reads their tables of contents; a class is read when asked for.
 */
import {createRequire} from 'node:module';
import {dirname, join} from 'node:path';
import {AccessFlag, readClassFile} from './class-file.ts';
import type {ClassFile, MemberInfo} from './class-file.ts';
import type {ClassSignature, FieldSignature, MethodSignature} from './class-signature.ts';
import {Jar} from './jar.ts';
import {JAVA_PACKAGE, JavaSignatureReader, apexName} from './type-signature.ts';
import type {TypeSignature} from './type-signature.ts';

/** Version of the platform that the jars describe. */
export const SIGNATURE_VERSION = '65.0';

/** Paths of the two jars. */
export function signatureJarPaths(): {readonly standardTypes: string; readonly sobjectTypes: string} {
  const entry = createRequire(import.meta.url).resolve('@salesforce/code-analyzer-pmd-engine');
  const folder = join(dirname(entry), 'java-lib');
  return {standardTypes: join(folder, 'standard-types-65.0.0.jar'), sobjectTypes: join(folder, 'sobject-types-65.0.0.jar')};
}

export interface PlatformSignatures {
  /** Namespaces in their documented spelling. */
  readonly namespaces: readonly string[];
  /** Canonical names of all classes, nested ones too. */
  readonly classNames: readonly string[];
  /** The qualified name in its own spelling, of a name in any (`system.string` gives `System.String`); null for a class that doesn't exist. */
  canonicalName(qualifiedName: string): string | null;
  /** By canonical name; null where there is none. Each class is read once. */
  read(canonicalName: string): ClassSignature | null;
  /** Canonical names of the classes nested in one. */
  nested(canonicalName: string): readonly string[];
}

let shared: PlatformSignatures | undefined;

/** The signatures of the installed jars: immutable facts about the platform, so that all orgs of a process share them. */
export function platformSignatures(): PlatformSignatures {
  shared ??= new JarSignatures(new Jar(signatureJarPaths().standardTypes));
  return shared;
}

/** Packages of the jar that aren't namespaces of Apex. */
const HIDDEN_PACKAGES = new Set(['Internal', 'SObjectStubs']);

/** Namespaces that the jar spells otherwise than the Apex Reference Guide does. */
const NAMESPACE_SPELLINGS: Readonly<Record<string, string>> = {
  cache: 'Cache',
  dom: 'Dom',
  eventbus: 'EventBus',
  reports: 'Reports',
};

class JarSignatures implements PlatformSignatures {
  readonly namespaces: readonly string[];
  readonly classNames: readonly string[];
  readonly #jar: Jar;
  /** Entry and canonical name by lower-case canonical name. */
  readonly #classes = new Map<string, {readonly name: string; readonly entry: string}>();
  readonly #nested = new Map<string, string[]>();
  readonly #read = new Map<string, ClassSignature>();

  constructor(jar: Jar) {
    this.#jar = jar;
    const namespaces = new Set<string>();
    for (const entry of jar.names) {
      if (!entry.endsWith('.class')) continue;
      const [packageName = '', ...rest] = apexName(entry.slice(0, -'.class'.length)).split('.');
      const path = entry.slice(JAVA_PACKAGE.length);
      if (HIDDEN_PACKAGES.has(path.slice(0, path.indexOf('/')))) continue;
      const namespace = NAMESPACE_SPELLINGS[packageName] ?? packageName;
      namespaces.add(namespace);
      const name = [namespace, ...rest].join('.');
      this.#classes.set(name.toLowerCase(), {name, entry});
      if (rest.length > 1) {
        const outer = [namespace, ...rest.slice(0, -1)].join('.');
        const siblings = this.#nested.get(outer);
        if (siblings === undefined) this.#nested.set(outer, [name]);
        else siblings.push(name);
      }
    }
    this.namespaces = [...namespaces];
    this.classNames = [...this.#classes.values()].map(({name}) => name);
  }

  canonicalName(qualifiedName: string): string | null {
    return this.#classes.get(qualifiedName.toLowerCase())?.name ?? null;
  }

  nested(canonicalName: string): readonly string[] {
    return this.#nested.get(canonicalName) ?? [];
  }

  read(canonicalName: string): ClassSignature | null {
    const known = this.#read.get(canonicalName);
    if (known !== undefined) return known;
    const found = this.#classes.get(canonicalName.toLowerCase());
    const bytes = found === undefined ? null : this.#jar.read(found.entry);
    if (found === undefined || bytes === null) return null;
    const signature = classSignature(found.name, readClassFile(bytes));
    this.#read.set(canonicalName, signature);
    return signature;
  }
}

/** A class file as the Apex class that it describes. */
export function classSignature(name: string, file: ClassFile): ClassSignature {
  const isEnum = (file.accessFlags & AccessFlag.enum) !== 0;
  const isInterface = (file.accessFlags & AccessFlag.interface) !== 0;
  const head = readClassHead(file);
  const visible = (member: MemberInfo): boolean =>
    (member.accessFlags & (AccessFlag.bridge | AccessFlag.synthetic | AccessFlag.private)) === 0 && member.name !== '<clinit>';
  const methods = isEnum ? [] : file.methods.filter(visible).map(methodSignature);
  return {
    name,
    kind: isEnum ? 'enum' : isInterface ? 'interface' : 'class',
    isAbstract: isInterface || (file.accessFlags & AccessFlag.abstract) !== 0,
    typeParameters: head.typeParameters,
    superclass: isEnum || isInterface || isObject(head.superclass) ? null : head.superclass,
    interfaces: head.interfaces,
    constants: file.fields.filter((field) => isEnumConstant(field)).map((field) => apexMemberName(field.name)),
    fields: file.fields.filter((field) => visible(field) && !isEnumConstant(field)).map(fieldSignature),
    methods: methods.filter((method) => method.name !== '<init>'),
    constructors: methods.filter((method) => method.name === '<init>'),
  };
}

interface ClassHead {
  readonly typeParameters: readonly string[];
  readonly superclass: TypeSignature;
  readonly interfaces: readonly TypeSignature[];
}

function readClassHead(file: ClassFile): ClassHead {
  if (file.signature === null) {
    const named = (internalName: string): TypeSignature => ({kind: 'named', name: apexName(internalName), arguments: []});
    return {typeParameters: [], superclass: named(file.superclass ?? 'java/lang/Object'), interfaces: file.interfaces.map(named)};
  }
  const reader = new JavaSignatureReader(file.signature);
  const typeParameters = reader.readTypeParameters();
  const superclass = reader.readType();
  const interfaces: TypeSignature[] = [];
  while (!reader.atEnd) interfaces.push(reader.readType());
  return {typeParameters, superclass, interfaces};
}

function isObject(type: TypeSignature): boolean {
  return type.kind === 'named' && type.name === 'Object';
}

function isEnumConstant(field: MemberInfo): boolean {
  return (field.accessFlags & AccessFlag.enum) !== 0;
}

function fieldSignature(field: MemberInfo): FieldSignature {
  return {
    name: apexMemberName(field.name),
    isStatic: (field.accessFlags & AccessFlag.static) !== 0,
    isFinal: (field.accessFlags & AccessFlag.final) !== 0,
    type: new JavaSignatureReader(field.signature ?? field.descriptor).readType(),
  };
}

const QUERY_RESULT = `)L${JAVA_PACKAGE}Internal/RecordSet$;`;

function methodSignature(method: MemberInfo): MethodSignature {
  const reader = new JavaSignatureReader(method.signature ?? method.descriptor);
  reader.readTypeParameters();
  reader.take('(');
  const parameters: {name: string; type: TypeSignature}[] = [];
  while (!reader.take(')')) {
    const type = reader.readType();
    const name = method.parameterNames[parameters.length];
    parameters.push({name: name === undefined || name === '' ? `param${String(parameters.length + 1)}` : apexMemberName(name), type});
  }
  return {
    name: apexMemberName(method.name),
    isStatic: (method.accessFlags & AccessFlag.static) !== 0,
    isAbstract: (method.accessFlags & AccessFlag.abstract) !== 0,
    visibility: (method.accessFlags & AccessFlag.protected) !== 0 ? 'protected' : 'public',
    parameters,
    returnType: reader.readType(),
    givesQueryResult: method.descriptor.endsWith(QUERY_RESULT),
  };
}

/** Names that Java reserves carry a `$` in the jars, mostly at their end. */
function apexMemberName(name: string): string {
  return name.replace(/^\$|\$$/, '');
}
