/** What the signature jars lack or get wrong. Each entry cites the document that says so. */
import type {ClassSignature} from './signatures/class-signature.ts';

/** Canonical names of classes that only the supplement knows. */
export const SUPPLEMENTED_CLASSES: readonly string[] = ['System.Object'];

/** The signature with what the supplement has to say; null where neither knows the class. */
export function supplemented(name: string, signature: ClassSignature | null): ClassSignature | null {
  if (signature !== null || !SUPPLEMENTED_CLASSES.includes(name)) return signature;
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
