/** The classes of a generation as they run: their JavaScript classes, and what is known of them. */
import type {ClassInfo, FieldInfo, MethodInfo} from '../codegen/unit.ts';
import {ApexException} from './exceptions.ts';
import {ApexObject} from './apex-object.ts';
import {defineAritySlots} from './arity-slots.ts';
import type {InstanceField, RuntimeType} from './runtime-type.ts';
import type {Instance, JavaScriptClass, Script, SlotFunction} from './script.ts';

export interface LoadedClass {
  readonly info: ClassInfo;
  /** Of the file that it is in. */
  readonly script: Script;
  /** Null for interfaces and enums. */
  readonly constructor: JavaScriptClass | null;
}

export class ClassTable {
  readonly #infos = new Map<string, {readonly info: ClassInfo; readonly script: Script}>();
  readonly #constructors = new Map<string, JavaScriptClass>();
  readonly #instanceFields = new Map<ClassInfo, readonly InstanceField[]>();
  readonly #typeOf: (name: string) => RuntimeType;

  /** @param typeOf the runtime type of a name */
  constructor(typeOf: (name: string) => RuntimeType) {
    this.#typeOf = typeOf;
  }

  add(infos: readonly ClassInfo[], script: Script): void {
    for (const info of infos) {
      const key = info.name.toLowerCase();
      this.#infos.set(key, {info, script});
      this.#constructors.delete(key);
    }
  }

  get all(): readonly ClassInfo[] {
    return [...this.#infos.values()].map(({info}) => info);
  }

  info(name: string): ClassInfo | null {
    return this.#infos.get(name.toLowerCase())?.info ?? null;
  }

  script(name: string): Script | null {
    return this.#infos.get(name.toLowerCase())?.script ?? null;
  }

  /** The JavaScript class, made when first asked for, after that of its superclass. */
  constructorOf(name: string): JavaScriptClass {
    const key = name.toLowerCase();
    const known = this.#constructors.get(key);
    if (known !== undefined) return known;
    const found = this.#infos.get(key);
    const definition = found?.script.classes.find((candidate) => candidate.name.toLowerCase() === key);
    if (found === undefined || definition === undefined) throw new Error(`There is no class ${name} in this generation of code.`);
    const defined = definition.define(this.#baseOf(found.info));
    this.#constructors.set(key, defined);
    this.#equip(found.info, defined);
    return defined;
  }

  /** An object of a class with all fields null. */
  allocate(name: string): object {
    const javaScriptClass = this.constructorOf(name);
    // The class sets initial values only for objects that are made by `new` of itself.
    function Allocation(): void {
      // Only lends its prototype.
    }
    Object.defineProperty(Allocation, 'prototype', {value: javaScriptClass.prototype});
    return Reflect.construct(javaScriptClass, [], Allocation) as object;
  }

  #baseOf({superclass, isException}: ClassInfo): JavaScriptClass {
    if (superclass !== null) return this.constructorOf(superclass);
    return (isException ? ApexException : ApexObject) as unknown as JavaScriptClass;
  }

  #equip(info: ClassInfo, {prototype}: JavaScriptClass): void {
    let type: RuntimeType | null = null;
    const typeOf = this.#typeOf;
    Object.defineProperty(prototype, 'type', {get: () => (type ??= typeOf(info.name)), configurable: true});
    defineAritySlots(prototype as object, this.methods(info), info.methods.length, typeOf);
  }

  /** Of the class and its superclasses, nearest first. */
  methods(info: ClassInfo): readonly MethodInfo[] {
    const above = info.superclass === null ? null : this.info(info.superclass);
    return above === null ? info.methods : [...info.methods, ...this.methods(above)];
  }

  /** Of the interfaces that an interface extends, and its own. */
  interfaceMethods(info: ClassInfo): readonly MethodInfo[] {
    const above = info.supertypes.flatMap((name) => this.info(name) ?? []);
    return [...info.methods, ...above.flatMap((each) => this.interfaceMethods(each))];
  }

  /** Those that can be read, of the superclass first. */
  instanceFields(info: ClassInfo): readonly InstanceField[] {
    let fields = this.#instanceFields.get(info);
    if (fields === undefined) {
      const above = info.superclass === null ? null : this.info(info.superclass);
      const own = info.fields.filter((field) => !field.isStatic && (field.slot !== null || field.getter !== null));
      fields = [...(above === null ? [] : this.instanceFields(above)), ...own.map((field) => this.#instanceField(field))];
      this.#instanceFields.set(info, fields);
    }
    return fields;
  }

  #instanceField({name, type, isTransient, slot, getter, setter}: FieldInfo): InstanceField {
    const typeOf = this.#typeOf;
    return {
      name,
      get type() {
        return typeOf(type);
      },
      isTransient,
      get: (object) => (getter === null ? (object as Instance)[slot ?? ''] : ((object as Instance)[getter] as SlotFunction)()),
      set: (object, value) => {
        if (setter !== null) ((object as Instance)[setter] as SlotFunction)(value);
        else if (slot !== null) Reflect.set(object, slot, value);
      },
    };
  }
}
