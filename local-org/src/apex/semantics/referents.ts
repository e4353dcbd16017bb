/**
 * What a name, or a dotted chain of names, may stand for. `Account.Name` can be a field of a variable `account`, a field token of the object
 * Account, or a member of a class of that name; the readings are tried in the platform's order, and the first that holds is taken (Apex
 * Developer Guide, "Namespace, Class, and Variable Name Precedence").
 */
import type {Span} from '../../diagnostics/source-location.ts';
import type {SObjectDescriptor} from '../../data/descriptor.ts';
import type {Type, TypeSymbol} from './symbols.ts';
import type {TypedExpression} from './typed-tree.ts';

export type Referent =
  /**
   * `build` makes the expression, and reports what is wrong with using it. A misuse (an instance field without an instance, a static one
   * through an instance) is taken only where no other reading holds. `bound` is the expression where there is one already.
   */
  | {
      readonly kind: 'value';
      readonly type: Type;
      readonly isMisuse: boolean;
      readonly bound: TypedExpression | null;
      readonly build: () => TypedExpression;
    }
  | {readonly kind: 'type'; readonly symbol: TypeSymbol}
  | {readonly kind: 'namespace'; readonly name: string}
  /** `Label`, `System.Label`, `Label.c`. */
  | {readonly kind: 'labels'; readonly namespace: string}
  /** `SObjectType`, `Schema.SObjectType`. */
  | {readonly kind: 'describes'}
  /** `Lead.fields`, `Schema.SObjectType.Lead.fields`. */
  | {
      readonly kind: 'fields of';
      readonly object: SObjectDescriptor;
      readonly as: 'tokens' | 'describes';
      readonly type: Type;
      readonly whole: () => TypedExpression;
    };

export type ValueReferent = Extract<Referent, {kind: 'value'}>;

export function value(build: () => TypedExpression, type: Type): ValueReferent {
  return {kind: 'value', type, isMisuse: false, bound: null, build};
}

export function misuse(build: () => TypedExpression, type: Type): ValueReferent {
  return {kind: 'value', type, isMisuse: true, bound: null, build};
}

/** A referent that is bound already. */
export function bound(expression: TypedExpression): ValueReferent {
  return {kind: 'value', type: expression.type, isMisuse: false, bound: expression, build: () => expression};
}

/** What the value readings come to: the first one that is no misuse. */
export function firstValue(referents: readonly Referent[]): TypedExpression | null {
  const fit = referents.find((referent) => referent.kind === 'fields of' || (referent.kind === 'value' && !referent.isMisuse));
  const chosen = fit ?? referents.find((referent) => referent.kind === 'value');
  if (chosen?.kind === 'value') return chosen.build();
  return chosen?.kind === 'fields of' ? chosen.whole() : null;
}

/** A name and where it stands. */
export interface Named {
  readonly text: string;
  readonly span: Span;
}
