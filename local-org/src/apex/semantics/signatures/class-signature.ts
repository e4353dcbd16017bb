/** What a signature says of a platform class: plain data, free of Java's ways. */
import type {TypeSignature} from './type-signature.ts';

export interface ClassSignature {
  /** Qualified: `System.List`, `Database.DMLOptions.EmailHeader`. */
  readonly name: string;
  readonly kind: 'class' | 'interface' | 'enum';
  readonly isAbstract: boolean;
  readonly typeParameters: readonly string[];
  /** Null where nothing but Object is above. */
  readonly superclass: TypeSignature | null;
  readonly interfaces: readonly TypeSignature[];
  /** Names of enum constants, in their order. */
  readonly constants: readonly string[];
  readonly fields: readonly FieldSignature[];
  readonly methods: readonly MethodSignature[];
  readonly constructors: readonly MethodSignature[];
}

export interface FieldSignature {
  readonly name: string;
  readonly isStatic: boolean;
  readonly isFinal: boolean;
  readonly type: TypeSignature;
}

export interface MethodSignature {
  readonly name: string;
  readonly isStatic: boolean;
  readonly isAbstract: boolean;
  readonly visibility: 'public' | 'protected';
  readonly parameters: readonly {readonly name: string; readonly type: TypeSignature}[];
  readonly returnType: TypeSignature;
  /** The result is that of a query (`Internal.RecordSet$`): a List of records, or one record where one is wanted. */
  readonly givesQueryResult: boolean;
}
