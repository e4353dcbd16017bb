/** Signatures of the jars, corrected and completed by the supplement. */
import type {ClassSignature, FieldSignature, MethodSignature} from './signatures/class-signature.ts';
import {parseMember} from './signatures/member-declaration.ts';
import {parseTypeSignature, typeSignatureText} from './signatures/type-signature.ts';
import {NEVER_CONSTRUCTED, SUPPLEMENT} from './supplement-entries.ts';
import type {ClassSupplement} from './supplement-entries.ts';

/** The signature with what the supplement has to say; null where neither knows the class. */
export function supplemented(name: string, signature: ClassSignature | null): ClassSignature | null {
  const supplement = SUPPLEMENT[name];
  const base = signature ?? (supplement === undefined ? null : emptyClass(name));
  if (base === null) return null;
  const corrected = supplement === undefined ? base : withSupplement(base, supplement);
  if (corrected.kind === 'enum') return withEnumMethods(corrected);
  return {
    ...corrected,
    constructors: isConstructible(corrected) ? corrected.constructors.filter(({visibility}) => visibility === 'public') : [],
  };
}

const NAMES = new Map(Object.keys(SUPPLEMENT).map((name) => [name.toLowerCase(), name]));

/** The qualified name of a class of the supplement in its own spelling, of a name in any; null where it has none. */
export function supplementedName(qualifiedName: string): string | null {
  return NAMES.get(qualifiedName.toLowerCase()) ?? null;
}

/** Canonical names of the classes of which the supplement has something to say. */
export function supplementedNames(): readonly string[] {
  return Object.keys(SUPPLEMENT);
}

/** Whether the order of a platform enum's constants is known, and with it their ordinals. */
export function isOrderedEnum(canonicalName: string): boolean {
  return SUPPLEMENT[canonicalName]?.order !== undefined;
}

/** Canonical names of classes of the supplement that are nested in one. */
export function supplementedNested(canonicalName: string): readonly string[] {
  const prefix = `${canonicalName}.`;
  return Object.keys(SUPPLEMENT).filter((name) => name.startsWith(prefix));
}

function withSupplement(base: ClassSignature, supplement: ClassSupplement): ClassSignature {
  const {remove = [], add = [], interfaces = [], constants = [], order, superclass} = supplement;
  const members = add.map((text) => parseMember(text, base.typeParameters));
  const removed = new Set(remove);
  const isKept = (member: FieldSignature | MethodSignature): boolean =>
    !removed.has(member.name) && !('parameters' in member && removed.has(memberKey(member)));
  return {
    ...base,
    superclass: superclass === undefined ? base.superclass : parseTypeSignature(superclass, []),
    constants: order ?? [...base.constants, ...constants],
    interfaces: [...base.interfaces, ...interfaces.map((text) => parseTypeSignature(text, base.typeParameters))],
    fields: [...base.fields.filter(isKept), ...members.flatMap((member) => (member.kind === 'field' ? [member.field] : []))],
    methods: [...base.methods.filter(isKept), ...members.flatMap((member) => (member.kind === 'method' ? [member.method] : []))],
    constructors: [
      ...base.constructors.filter(isKept),
      ...members.flatMap((member) => (member.kind === 'constructor' ? [member.method] : [])),
    ],
  };
}

/** `divide(Decimal,Integer)`: how a member is named here and in the library's registry. */
export function memberKey({name, parameters}: MethodSignature): string {
  return `${name}(${parameters.map(({type}) => typeSignatureText(type)).join(',')})`;
}

/** Apex Developer Guide, "Enums": all enums have these, the platform's too. */
function withEnumMethods(signature: ClassSignature): ClassSignature {
  const members = [
    `static List<${signature.name}> values()`,
    `static ${signature.name} valueOf(String name)`,
    'String name()',
    'Integer ordinal()',
  ].map((text) => parseMember(text, []));
  return {...signature, methods: members.flatMap((member) => (member.kind === 'method' ? [member.method] : []))};
}

/** Java gives every class a constructor; a class of the platform that only has static members isn't one to make objects of. */
function isConstructible({name, fields, methods}: ClassSignature): boolean {
  if (NEVER_CONSTRUCTED.has(name)) return false;
  const members = [...fields, ...methods];
  return members.length === 0 || members.some((member) => !member.isStatic);
}

function emptyClass(name: string): ClassSignature {
  return {
    name,
    kind: 'class',
    isAbstract: false,
    typeParameters: [],
    superclass: null,
    interfaces: [],
    constants: [],
    fields: [],
    methods: [],
    constructors: [],
  };
}
