/** What a running program may ask of the platform's classes, from their signatures. */
import type {TypeFacts} from './runtime/type-table.ts';
import {platformSignatures} from './semantics/signatures/platform-signatures.ts';
import type {TypeSignature} from './semantics/signatures/type-signature.ts';
import {supplemented, supplementedName} from './semantics/supplement.ts';

/** By full name in any spelling; null where the platform has no such class. */
export function platformFacts(name: string): TypeFacts | null {
  const signatures = platformSignatures();
  const canonicalName = signatures.canonicalName(name) ?? supplementedName(name);
  if (canonicalName === null) return null;
  const signature = supplemented(canonicalName, signatures.read(canonicalName));
  if (signature === null) return null;
  const supertypes = [...(signature.superclass === null ? [] : [signature.superclass]), ...signature.interfaces];
  return {
    name: canonicalName,
    kind: signature.kind,
    typeParameters: signature.typeParameters,
    supertypes: supertypes.map(nameOf).filter((supertype) => supertype !== 'Object'),
    constants: signature.constants,
  };
}

function nameOf(type: TypeSignature): string {
  switch (type.kind) {
    case 'void':
      return 'void';
    case 'parameter':
      return type.name;
    case 'named':
      return type.arguments.length === 0 ? type.name : `${type.name}<${type.arguments.map(nameOf).join(',')}>`;
  }
}
