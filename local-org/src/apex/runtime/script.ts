/** What a generated script gives to the linker; see `codegen/generate.ts`, which writes it. */
import type {Runtime} from './runtime.ts';
import type {Watchdog} from './watchdog.ts';

export type JavaScriptClass = new () => Instance;

/** An Apex object as the linker sees it: methods by their slots. */
export type Instance = Readonly<Record<string, unknown>>;

export type SlotFunction = (...args: readonly unknown[]) => unknown;

export interface Script {
  readonly classes: readonly {readonly name: string; readonly define: (base: JavaScriptClass) => JavaScriptClass}[];
  /** Static methods and accessors by class and slot. */
  readonly statics: Readonly<Record<string, Readonly<Record<string, SlotFunction>>>>;
  /** Of triggers and anonymous blocks. */
  readonly run: (() => void) | null;
  readonly bind: (values: readonly unknown[]) => void;
  /** Makes the values of a transaction the current ones; null where the class wasn't touched in it. */
  readonly useStatics: (values: object | null) => void;
  /** Gives the statics of the class, initialised. */
  readonly initialize: (() => object) | null;
}

/** @param counters by line of the source @param index of the class in `tx.statics` */
export type ScriptFactory = (rt: Runtime, watchdog: Watchdog, counters: Uint32Array | null, index: number) => Script;
