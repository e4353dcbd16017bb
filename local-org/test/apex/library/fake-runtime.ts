/** A runtime for tests of the library: real values, types and equality, over an org of which only the clock, the user and a schema are there. */
import {aritySlot} from '../../../src/apex/runtime/arity-slots.ts';
import {ApexObject} from '../../../src/apex/runtime/apex-object.ts';
import {equal, hashOf, looselyEqual} from '../../../src/apex/runtime/equality.ts';
import {ApexException} from '../../../src/apex/runtime/exceptions.ts';
import {ApexFault} from '../../../src/apex/runtime/fault.ts';
import {ApexList} from '../../../src/apex/runtime/list.ts';
import {ApexMap} from '../../../src/apex/runtime/map.ts';
import type {Runtime} from '../../../src/apex/runtime/runtime.ts';
import type {InstanceField, RuntimeType} from '../../../src/apex/runtime/runtime-type.ts';
import {ApexSet} from '../../../src/apex/runtime/set.ts';
import {textOf} from '../../../src/apex/runtime/text.ts';
import {TypeTable, type TypeFacts} from '../../../src/apex/runtime/type-table.ts';
import {libraryClasses} from '../../../src/apex/library/index.ts';
import type {SObjectDescriptor} from '../../../src/data/descriptor.ts';

/** An Apex class of a test: its fields with their types, in order. */
export interface FakeClass {
  readonly name: string;
  readonly fields: Readonly<Record<string, string>>;
}

export interface FakeOptions {
  /** IANA name. */
  readonly timeZone?: string;
  /** Milliseconds since 1970-01-01T00:00:00Z. */
  readonly now?: number;
  readonly objects?: readonly SObjectDescriptor[];
  readonly classes?: readonly FakeClass[];
}

const ENUMS: Readonly<Record<string, readonly string[]>> = {
  'system.roundingmode': ['CEILING', 'DOWN', 'FLOOR', 'HALF_DOWN', 'HALF_EVEN', 'HALF_UP', 'UNNECESSARY', 'UP'],
  'system.jsontoken': [
    'END_ARRAY',
    'END_OBJECT',
    'FIELD_NAME',
    'NOT_AVAILABLE',
    'START_ARRAY',
    'START_OBJECT',
    'VALUE_EMBEDDED_OBJECT',
    'VALUE_FALSE',
    'VALUE_NULL',
    'VALUE_NUMBER_FLOAT',
    'VALUE_NUMBER_INT',
    'VALUE_STRING',
    'VALUE_TRUE',
  ],
};

/** An object of a {@link FakeClass}; its fields are properties by their names. */
export class FakeObject extends ApexObject {
  readonly #type: RuntimeType;
  readonly values: Record<string, unknown> = {};

  constructor(type: RuntimeType) {
    super();
    this.#type = type;
  }

  get type(): RuntimeType {
    return this.#type;
  }
}

export interface FakeRuntime extends Runtime {
  /** Lines of the debug log. */
  readonly log: readonly string[];
}

export function fakeRuntime(options: FakeOptions = {}): FakeRuntime {
  const objects = new Map((options.objects ?? []).map((object) => [object.key, object]));
  const classes = new Map((options.classes ?? []).map((definition) => [definition.name.toLowerCase(), definition]));
  const log: string[] = [];
  const schema = {
    object: (name: string) => objects.get(name.toLowerCase()) ?? null,
    objects: [...objects.values()],
    objectByPrefix: (prefix: string) => [...objects.values()].find(({keyPrefix}) => keyPrefix === prefix) ?? null,
    diagnostics: [],
  };
  const types = new TypeTable({
    schema,
    sourceClass: (name) => sourceFacts(classes.get(name.toLowerCase())),
    platformClass: (name) => platformFacts(name.toLowerCase()),
    newInstance: (type) => new FakeObject(type),
    instanceFields: (type) => fieldsOf(type),
    allocate: (type) => new FakeObject(type),
  });
  const fieldsOf = (type: RuntimeType): InstanceField[] =>
    Object.entries(classes.get(type.name.toLowerCase())?.fields ?? {}).map(([name, fieldType]) => ({
      name,
      type: types.get(fieldType),
      isTransient: false,
      get: (object) => (object as FakeObject).values[name] ?? null,
      set: (object, value) => {
        (object as FakeObject).values[name] = value;
      },
    }));
  const rt = {
    log,
    types,
    org: {
      clock: {now: () => options.now ?? Date.UTC(2026, 0, 2, 3, 4, 5, 6)},
      records: {value: () => options.timeZone ?? 'GMT'},
      schema,
    },
    tx: {
      userId: '005000000000001AAA',
      debug: (level: string, text: string) => {
        log.push(`${level} ${text}`);
      },
    },
    stringOf: (value: unknown): string => textOf(rt, value) ?? 'object',
    looseEquals: (left: unknown, right: unknown): boolean => looselyEqual(rt, left, right),
    equals: (left: unknown, right: unknown): boolean => equal(rt, left, right),
    hashCode: (value: unknown): number => hashOf(rt, value),
    invoke: (target: object, method: string, args: readonly unknown[]): unknown =>
      (target as Record<string, (...given: readonly unknown[]) => unknown>)[aritySlot(method, args.length)]!(...args),
    responds: (target: object, method: string, arity: number) => aritySlot(method, arity) in target,
    exception: (type: string, message: string): ApexException => {
      const exception = new ApexException();
      exception.platformType = types.get(type);
      return exception.setText(message);
    },
    typeOf: (value: unknown) => types.typeOf(value),
  } as unknown as FakeRuntime;
  return rt;
}

function sourceFacts(definition: FakeClass | undefined): TypeFacts | null {
  return definition === undefined ? null : {name: definition.name, kind: 'class', typeParameters: [], supertypes: [], constants: []};
}

function platformFacts(name: string): TypeFacts | null {
  const constants = ENUMS[name] ?? ENUMS[`system.${name}`];
  if (constants !== undefined) {
    const full = name.includes('.') ? name : `system.${name}`;
    return {name: full, kind: 'enum', typeParameters: [], supertypes: [], constants};
  }
  const isException = name.endsWith('exception') || libraryClasses.some((definition) => definition.name.toLowerCase() === name);
  return isException ? {name, kind: 'class', typeParameters: [], supertypes: [], constants: []} : null;
}

/** Calls a member of the library by its class and signature: `call(rt, 'System.String', 'trim()', ' a ')`. */
export function call(rt: Runtime, className: string, member: string, ...args: readonly unknown[]): unknown {
  const implementations = libraryClasses.filter(({name}) => name === className).map(({members}) => members[member]);
  const implementation = implementations.find((candidate) => candidate !== undefined);
  if (implementation === undefined) throw new Error(`${className}.${member} is not implemented.`);
  return implementation(rt, ...(args as never[]));
}

export function listOf(rt: Runtime, element: string, ...elements: readonly unknown[]): ApexList {
  return new ApexList(rt.types.get(`List<${element}>`), [...elements]);
}

export function setOf(rt: Runtime, element: string, ...elements: readonly unknown[]): ApexSet {
  return ApexSet.of(rt, rt.types.get(`Set<${element}>`), elements);
}

export function mapOf(rt: Runtime, key: string, value: string, entries: readonly (readonly [unknown, unknown])[] = []): ApexMap {
  return ApexMap.of(rt, rt.types.get(`Map<${key},${value}>`), entries);
}

/** For `assert.throws`: a fault or exception of a type and with a message. */
export function raises(type: string, message: string): (error: unknown) => boolean {
  return (error) => {
    const found =
      error instanceof ApexFault
        ? {type: error.type, message: error.message}
        : error instanceof ApexException
          ? {type: error.type.name, message: error.message}
          : {type: String(error), message: ''};
    if (found.type.toLowerCase() !== type.toLowerCase() || found.message !== message) {
      throw new Error(`expected ${type}: ${message}, found ${found.type}: ${found.message}`);
    }
    return true;
  };
}
