/**
 * One generation of code: all classes and triggers of a project, linked with each other, with the library and with the schema they were compiled for.
 * It never changes; deploying makes another one and swaps it in between transactions.
 */
import {Script as CompiledScript} from 'node:vm';
import type {ClassInfo, GeneratedUnit} from './apex/codegen/unit.ts';
import type {LibraryTable} from './apex/library/library-table.ts';
import {ClassTable} from './apex/runtime/class-table.ts';
import {resolveReference, type LinkEnvironment} from './apex/runtime/linker.ts';
import {newInstance} from './apex/runtime/new-instance.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import type {Script, ScriptFactory} from './apex/runtime/script.ts';
import {SourceMap} from './apex/runtime/source-map.ts';
import type {ApexFrame, SourceMapper} from './apex/runtime/stack.ts';
import {TypeTable, type TypeFacts} from './apex/runtime/type-table.ts';
import type {Watchdog} from './apex/runtime/watchdog.ts';
import type {TriggerEvent} from './apex/syntax/ast.ts';
import type {Schema, SObjectDescriptor} from './data/descriptor.ts';

export interface GenerationParts {
  readonly rt: Runtime;
  readonly schema: Schema;
  readonly library: LibraryTable;
  readonly watchdog: Watchdog;
  platformClass(name: string): TypeFacts | null;
}

export interface CompiledTrigger {
  readonly name: string;
  run(): void;
}

/** How often the lines of a file were reached; by line. */
export interface LineCounts {
  readonly path: string;
  readonly name: string;
  readonly coverable: readonly number[];
  readonly counts: Uint32Array;
}

interface LoadedTrigger extends CompiledTrigger {
  readonly object: string;
  readonly events: readonly TriggerEvent[];
}

export class Generation implements SourceMapper {
  readonly schema: Schema;
  readonly types: TypeTable;
  readonly classes: ClassTable;
  readonly lineCounts: readonly LineCounts[];
  /** What was linked, one unit a file. */
  readonly units: readonly GeneratedUnit[];
  readonly #parts: GenerationParts;
  readonly #maps = new Map<string, SourceMap>();
  readonly #scripts: readonly Script[];
  readonly #triggers: readonly LoadedTrigger[];
  readonly #environment: LinkEnvironment;

  constructor(units: readonly GeneratedUnit[], parts: GenerationParts) {
    const {schema, rt, library} = parts;
    this.schema = schema;
    this.units = units;
    this.#parts = parts;
    this.classes = new ClassTable((name) => this.types.get(name));
    this.types = new TypeTable({
      schema,
      sourceClass: (name) => sourceFacts(this.classes.info(name)),
      platformClass: (name) => parts.platformClass(name),
      newInstance: (type) => newInstance(type, this.#environment),
      instanceFields: (type) => this.classes.instanceFields(this.#classInfo(type.name)),
      allocate: (type) => this.classes.allocate(type.name),
    });
    this.#environment = {rt, types: this.types, classes: this.classes, library, schema};
    const counts = units.map(lineCounts);
    this.lineCounts = counts.filter((each) => each !== null);
    this.#scripts = units.map((unit, index) => this.#load(unit, counts[index]?.counts ?? null, index));
    units.forEach((unit, index) => this.#link(unit, this.#scripts[index]));
    this.#triggers = units
      .flatMap((unit, index) => loadedTrigger(unit, this.#scripts[index]))
      .sort((left, right) => (left.name < right.name ? -1 : 1));
  }

  /** Makes the statics of a transaction those that code sees. Null is nobody's: every class is untouched. */
  useStatics(statics: readonly (object | undefined)[]): void {
    this.#scripts.forEach((script, index) => script.useStatics(statics[index] ?? null));
  }

  /** Triggers of an object that listen to an event, in the order of their names. */
  find(object: SObjectDescriptor, event: TriggerEvent): readonly CompiledTrigger[] {
    return this.#triggers.filter((trigger) => trigger.object === object.name && trigger.events.includes(event));
  }

  /** Links code that isn't part of the generation: an anonymous block. Its statics last as long as the transaction. */
  loadAnonymous(unit: GeneratedUnit): () => void {
    const script = this.#load(unit, null, this.#scripts.length);
    this.#link(unit, script);
    const {run} = script;
    if (run === null) throw new Error(`${unit.path} is no anonymous block.`);
    return run;
  }

  frameAt(script: string, line: number): ApexFrame | null {
    return this.#maps.get(script)?.frameAt(line) ?? null;
  }

  /** The function of a static method without regard to its parameters, or null. */
  staticMethod(className: string, slot: string): ((...args: readonly unknown[]) => unknown) | null {
    return this.classes.script(className)?.statics[className]?.[slot] ?? null;
  }

  #load(unit: GeneratedUnit, counters: Uint32Array | null, index: number): Script {
    const factory = new CompiledScript(unit.code, {filename: unit.path}).runInThisContext() as ScriptFactory;
    const script = factory(this.#parts.rt, this.#parts.watchdog, counters, index);
    this.#maps.set(unit.path, new SourceMap(unit));
    this.classes.add(unit.classes, script);
    return script;
  }

  #link(unit: GeneratedUnit, script: Script | undefined): void {
    if (script === undefined) throw new Error(`${unit.path} was not loaded.`);
    for (const {name} of script.classes) this.classes.constructorOf(name);
    script.bind(unit.references.map((reference) => resolveReference(reference, this.#environment)));
  }

  #classInfo(name: string): ClassInfo {
    const info = this.classes.info(name);
    if (info === null) throw new Error(`There is no class ${name} in this generation of code.`);
    return info;
  }
}

function sourceFacts(info: ClassInfo | null): TypeFacts | null {
  return info === null ? null : {...info, typeParameters: []};
}

function lineCounts(unit: GeneratedUnit): LineCounts | null {
  if (!unit.countsLines) return null;
  const {path, name, coverable} = unit;
  return {path, name, coverable, counts: new Uint32Array((coverable.at(-1) ?? 0) + 1)};
}

function loadedTrigger({trigger, name}: GeneratedUnit, script: Script | undefined): LoadedTrigger[] {
  const run = script?.run ?? null;
  return trigger === null || run === null ? [] : [{name, object: trigger.object, events: trigger.events, run}];
}
