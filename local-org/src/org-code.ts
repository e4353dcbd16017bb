/** The code of an org: the sources of a project compiled and linked into a generation, which is only ever replaced as a whole. */
import {CodeCache} from './apex/code-cache.ts';
import {compile, compileAnonymous, type Compilation, type CompileSource} from './apex/compile.ts';
import type {LibraryTable} from './apex/library/library-table.ts';
import {platformFacts} from './apex/platform-facts.ts';
import type {Runtime} from './apex/runtime/runtime.ts';
import type {Watchdog} from './apex/runtime/watchdog.ts';
import {SyntaxTreeCache} from './apex/syntax/cache.ts';
import type {Schema} from './data/descriptor.ts';
import {isError, type Diagnostic} from './diagnostics/diagnostic.ts';
import type {Span} from './diagnostics/source-location.ts';
import {Generation} from './generation.ts';
import {loadCode, storeCode} from './project/generated-code-store.ts';
import type {ApexClassSource, ApexTriggerSource} from './project/model.ts';
import {loadSyntaxTrees, storeSyntaxTrees} from './project/syntax-tree-store.ts';

export interface OrgCodeParts {
  readonly rt: Runtime;
  readonly schema: Schema;
  readonly library: LibraryTable;
  readonly watchdog: Watchdog;
  /** Where compiled code is kept between runs; null keeps none. */
  readonly cacheFolder: string | null;
  /** Whether to count how often lines of code are reached. */
  readonly countLines: boolean;
}

/** Why an anonymous block can't run. */
export interface CompileProblem extends Span {
  readonly message: string;
}

export interface ApexSources {
  readonly classes: readonly ApexClassSource[];
  readonly triggers: readonly ApexTriggerSource[];
}

export class OrgCode {
  readonly #parts: OrgCodeParts;
  /** Kept for the life of the org: what a deployment leaves alone is neither parsed nor compiled again. */
  readonly #parser: SyntaxTreeCache;
  readonly #cache: CodeCache;
  #source: CompileSource;
  #compilation: Compilation;
  #generation: Generation;

  constructor(source: CompileSource, parts: OrgCodeParts) {
    this.#parts = parts;
    this.#source = source;
    const {cacheFolder: folder, countLines} = parts;
    this.#parser = folder === null ? new SyntaxTreeCache('', null) : loadSyntaxTrees(folder);
    this.#cache = folder === null ? new CodeCache('', null) : loadCode(folder, countLines);
    this.#compilation = this.#compile(source);
    if (folder !== null) {
      storeSyntaxTrees(folder, this.#parser);
      storeCode(folder, countLines, this.#cache);
    }
    this.#generation = this.#link(this.#compilation);
  }

  /** The code that runs. */
  get generation(): Generation {
    return this.#generation;
  }

  /** Errors, refusals and warnings of the sources. */
  get diagnostics(): readonly Diagnostic[] {
    return this.#compilation.diagnostics;
  }

  /**
   * Adds classes and triggers, or replaces those of the same name, by a whole new generation; takes all of them or none. What the cache folder holds is the
   * code that the org started with: deployed code isn't written there.
   *
   * @returns what is wrong with the code as it would be; with an error among it, everything stays as it was
   */
  deploy({classes, triggers}: ApexSources): readonly Diagnostic[] {
    const source = {...this.#source, classes: replaced(this.#source.classes, classes), triggers: replaced(this.#source.triggers, triggers)};
    const compilation = this.#compile(source);
    if (compilation.diagnostics.some(isError)) return compilation.diagnostics;
    this.#generation = this.#link(compilation);
    this.#compilation = compilation;
    this.#source = source;
    return compilation.diagnostics;
  }

  /** An anonymous block as a function, or why it is none. */
  anonymous(text: string): {readonly run: () => void; readonly problem: null} | {readonly run: null; readonly problem: CompileProblem} {
    const {unit, diagnostics} = compileAnonymous(text, this.#compilation.universe(), this.#parts.library);
    const error = diagnostics.find(isError);
    if (error !== undefined) return {run: null, problem: {...error.span, message: error.message}};
    if (unit === null) throw new Error('An anonymous block without errors gave no code.');
    const own = new Set(unit.classes.map(({name}) => name));
    const broken = unit.needs.find((name) => !own.has(name) && this.#generation.classes.info(name) === null);
    if (broken === undefined) return {run: this.#generation.loadAnonymous(unit), problem: null};
    const message = `Dependent class is invalid and needs recompilation: Class ${broken}`;
    return {run: null, problem: {line: 1, column: 1, start: 0, end: 0, message}};
  }

  #compile(source: CompileSource): Compilation {
    const {schema, library, countLines} = this.#parts;
    return compile(source, {schema, library, parser: this.#parser, cache: this.#cache, countLines});
  }

  #link({units}: Compilation): Generation {
    const {rt, schema, library, watchdog} = this.#parts;
    return new Generation(units, {rt, schema, library, watchdog, platformClass: platformFacts});
  }
}

/** Names of classes and triggers fold case. What is replaced keeps its place, so that the rest is found in the cache. */
function replaced<Source extends {readonly name: string}>(present: readonly Source[], added: readonly Source[]): readonly Source[] {
  const rest = new Map(added.map((source) => [source.name.toLowerCase(), source]));
  const kept = present.map((source) => {
    const key = source.name.toLowerCase();
    const replacement = rest.get(key) ?? source;
    rest.delete(key);
    return replacement;
  });
  return [...kept, ...rest.values()];
}
