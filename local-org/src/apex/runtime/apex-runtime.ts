/** The `Runtime` of an org. Types and places come from the generation of code that is current. */
import type {Generation} from '../../generation.ts';
import type {Org} from '../../org.ts';
import type {Transaction} from '../../transaction.ts';
import {aritySlot} from './arity-slots.ts';
import {equal, hashOf, looselyEqual} from './equality.ts';
import {ApexException, InternalError} from './exceptions.ts';
import {InstanceTexts} from './instance-text.ts';
import type {LanguageObjects, Runtime} from './runtime.ts';
import type {RuntimeType, RuntimeTypes} from './runtime-type.ts';
import type {Instance, SlotFunction} from './script.ts';
import {isWithSharing} from './sharing.ts';
import type {SourceMapper} from './stack.ts';
import {createStub} from './stub.ts';
import {textOf} from './text.ts';

export class ApexRuntime implements Runtime {
  readonly org: Org;
  readonly language: LanguageObjects;
  readonly #instanceTexts = new InstanceTexts(this, () => this.#generation.classes);

  constructor(org: Org, language: LanguageObjects) {
    this.org = org;
    this.language = language;
  }

  get tx(): Transaction {
    return this.org.tx;
  }

  get #generation(): Generation {
    return this.org.generation;
  }

  get types(): RuntimeTypes {
    return this.#generation.types;
  }

  get source(): SourceMapper {
    return this.#generation;
  }

  stringOf(value: unknown): string {
    return textOf(this, value) ?? this.#instanceTexts.textOf(value as object);
  }

  looseEquals(left: unknown, right: unknown): boolean {
    return looselyEqual(this, left, right);
  }

  equals(left: unknown, right: unknown): boolean {
    return equal(this, left, right);
  }

  hashCode(value: unknown): number {
    return hashOf(this, value);
  }

  invoke(target: object, method: string, args: readonly unknown[]): unknown {
    const slot = aritySlot(method, args.length);
    const implementation = (target as Instance)[slot] as SlotFunction | undefined;
    if (implementation === undefined)
      throw new InternalError(`${this.typeOf(target).name} has no method ${method} with ${String(args.length)} arguments.`);
    return implementation.apply(target, [...args]);
  }

  responds(target: object, method: string, arity: number): boolean {
    return (target as Instance)[aritySlot(method, arity)] !== undefined;
  }

  exception(type: string, message: string, cause?: ApexException): ApexException {
    const exception = new ApexException();
    exception.platformType = this.types.get(type);
    exception.causedBy = cause ?? null;
    return exception.setText(message);
  }

  typeOf(value: unknown): RuntimeType {
    return this.#generation.types.typeOf(value);
  }

  withSharing(): boolean {
    if (this.org.security.of(this.tx.userId).changesAllRows) return false;
    return isWithSharing(this.#generation, (className) => this.#generation.classes.info(className)?.sharing ?? null);
  }

  createStub(type: RuntimeType, provider: object): object {
    return createStub(this, this.#generation.classes, type, provider);
  }
}
