/**
 * The text of objects of Apex classes, as `String.valueOf` and `System.debug` have it where the class has no `toString()` of its own. What the platform
 * prints isn't documented; this follows logs of real orgs: `Name:[b=2, a=1]` with the short name of the class and its fields by the codes of their
 * characters, those of superclasses as `Base.field`, private ones too; `(already output)` for an object that stands in the text before; a custom
 * exception's text is that and its message, `OrderException:[]: No stock`.
 */
import type {ClassInfo} from '../codegen/unit.ts';
import type {ClassTable} from './class-table.ts';
import {ApexException} from './exceptions.ts';
import type {Runtime} from './runtime.ts';
import type {Instance} from './script.ts';
import {STUB_SUFFIX, isStub} from './stub.ts';

/** Exceptions of the platform that print as those of a project do. */
const PRINTED_AS_CUSTOM = new Set(['System.IllegalArgumentException']);

export class InstanceTexts {
  readonly #rt: Runtime;
  readonly #classes: () => ClassTable;
  /** Objects that the text which is being made holds already. */
  readonly #printed = new Set<object>();
  #depth = 0;

  /** @param classes those of the code that runs now */
  constructor(rt: Runtime, classes: () => ClassTable) {
    this.#rt = rt;
    this.#classes = classes;
  }

  textOf(instance: object): string {
    if (this.#rt.responds(instance, 'toString', 0)) return this.#rt.stringOf(this.#rt.invoke(instance, 'toString', []));
    if (instance instanceof ApexException) return this.#textOfException(instance);
    if (this.#printed.has(instance)) return '(already output)';
    this.#printed.add(instance);
    this.#depth++;
    try {
      return this.#fieldsText(instance);
    } finally {
      this.#depth--;
      if (this.#depth === 0) this.#printed.clear();
    }
  }

  #textOfException(exception: ApexException): string {
    const {name} = exception.type;
    const message = exception.text ?? 'null';
    if (PRINTED_AS_CUSTOM.has(name)) return `${shortName(name)}:[]: ${message}`;
    return this.#classes().info(name) === null ? `${name}: ${message}` : `${this.#fieldsText(exception)}: ${message}`;
  }

  #fieldsText(instance: object): string {
    const {name} = this.#rt.typeOf(instance);
    const info = this.#classes().info(name);
    const fields =
      info === null ? [] : [...this.#fields(instance as Instance, info, '')].sort((left, right) => (left[0] < right[0] ? -1 : 1));
    const suffix = isStub(instance) ? STUB_SUFFIX : '';
    return `${shortName(name)}${suffix}:[${fields.map(([field, value]) => `${field}=${this.#rt.stringOf(value)}`).join(', ')}]`;
  }

  /** Values as they are held: no accessor is called, and a property that holds nothing is null. */
  *#fields(instance: Instance, info: ClassInfo, prefix: string): Generator<readonly [name: string, value: unknown]> {
    for (const {name, slot, isStatic} of info.fields) {
      if (!isStatic) yield [prefix + name, slot === null ? null : (instance[slot] ?? null)];
    }
    const base = info.superclass === null ? null : this.#classes().info(info.superclass);
    if (base !== null) yield* this.#fields(instance, base, `${shortName(base.name)}.`);
  }
}

function shortName(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}
