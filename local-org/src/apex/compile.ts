/** The compiler from end to end: the sources of a project become code that can be linked, and diagnostics. */
import {hash} from 'node:crypto';
import type {Schema} from '../data/descriptor.ts';
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {ApexClassSource, ApexTriggerSource, Project} from '../project/model.ts';
import type {CodeCache, CompiledFile} from './code-cache.ts';
import type {CodegenOptions, LibraryIndex} from './codegen/context.ts';
import {generate, type TypedUnit} from './codegen/generate.ts';
import type {GeneratedUnit} from './codegen/unit.ts';
import {declaredSignature} from './declared-signature.ts';
import {runnableUnits} from './runnable-units.ts';
import {bindAnonymous, bindClass, bindTrigger, type Bound, type Source} from './semantics/bind-program.ts';
import {createUniverse} from './semantics/universe-of.ts';
import type {Universe} from './semantics/universe.ts';
import type {CompilationUnit, TriggerDeclaration} from './syntax/ast.ts';
import {parseAnonymous, type ParseResult} from './syntax/parse.ts';

/** Reads sources; `SyntaxTreeCache` is one that remembers. */
export interface Parser {
  parseClass(text: string, path: string): ParseResult<CompilationUnit>;
  parseTrigger(text: string, path: string): ParseResult<TriggerDeclaration>;
}

export interface CompileOptions {
  readonly schema: Schema;
  readonly library: LibraryIndex & {readonly signature: string};
  readonly parser: Parser;
  readonly cache: CodeCache;
  /** Whether code counts how often its lines are reached. */
  readonly countLines: boolean;
}

/** What the compiler reads of a project. */
export type CompileSource = Pick<Project, 'classes' | 'triggers' | 'labels' | 'objects' | 'globalValueSets' | 'standardValueSets'>;

export interface Compilation {
  /** Of all files that can run: they have no errors, nor do those that they need. */
  readonly units: readonly GeneratedUnit[];
  readonly diagnostics: readonly Diagnostic[];
  /** For compiling further code against the project; made when first asked for. */
  universe(): Universe;
}

/** Files whose code is in the cache are neither parsed nor bound. */
export function compile(project: CompileSource, options: CompileOptions): Compilation {
  return new ProjectCompiler(project, options).compile();
}

/** A block of anonymous code against the classes of a project. */
export function compileAnonymous(text: string, universe: Universe, library: LibraryIndex, path = 'AnonymousBlock'): CompiledFile {
  return compileFile({...parseAnonymous(text, path), path}, (source) => bindAnonymous(source, universe), {library, countLines: false});
}

interface ParsedFile<Tree> extends ParseResult<Tree> {
  readonly path: string;
  readonly apiVersion?: number | undefined;
}

class ProjectCompiler {
  readonly #options: CompileOptions;
  readonly #project: CompileSource;
  readonly #classes: readonly ApexClassSource[];
  readonly #triggers: readonly ApexTriggerSource[];
  readonly #parsed = new Map<ApexClassSource, ParsedFile<CompilationUnit>>();
  #universe: Universe | undefined;

  constructor(project: CompileSource, options: CompileOptions) {
    this.#project = project;
    this.#options = options;
    this.#classes = project.classes.filter(isPresent);
    this.#triggers = project.triggers.filter(isPresent);
  }

  compile(): Compilation {
    const surroundings = this.#surroundings();
    const files = [
      ...this.#classes.map((source) =>
        this.#file(`class\0${surroundings}\0${source.path}\0${String(source.apiVersion)}\0${source.source}`, () =>
          compileFile(this.#parse(source), (parsed) => bindClass(parsed, this.#makeUniverse()), this.#options),
        ),
      ),
      ...this.#triggers.map((source) =>
        this.#file(`trigger\0${surroundings}\0${source.path}\0${String(source.apiVersion)}\0${source.source}`, () =>
          compileFile(this.#parseTrigger(source), (parsed) => bindTrigger(parsed, this.#makeUniverse()), this.#options),
        ),
      ),
    ];
    return {
      units: runnableUnits(files.flatMap(({unit}) => unit ?? [])),
      diagnostics: files.flatMap(({diagnostics}) => diagnostics),
      universe: () => this.#makeUniverse(),
    };
  }

  #file(identity: string, make: () => CompiledFile): CompiledFile {
    const {cache} = this.#options;
    const key = hash('sha256', identity, 'base64');
    const known = cache.file(key);
    if (known !== null) return known;
    const file = make();
    cache.add(key, file);
    return file;
  }

  /** A hash of all that any file may have been compiled against. */
  #surroundings(): string {
    const {cache, library, countLines} = this.#options;
    const {objects, globalValueSets, standardValueSets, labels} = this.#project;
    const signatures = this.#classes.map((source) =>
      cache.signature(hash('sha256', source.source, 'base64'), () => this.#signature(source)),
    );
    const parts = [countLines, library.signature, objects, globalValueSets, standardValueSets, labels.map(({name}) => name), signatures];
    return hash('sha256', JSON.stringify(parts), 'base64');
  }

  #signature(source: ApexClassSource): string {
    const {tree} = this.#parse(source);
    return tree === null ? '' : declaredSignature(tree);
  }

  #parse(source: ApexClassSource): ParsedFile<CompilationUnit> {
    let parsed = this.#parsed.get(source);
    if (parsed === undefined) {
      parsed = {...this.#options.parser.parseClass(source.source, source.path), path: source.path, apiVersion: versionOf(source)};
      this.#parsed.set(source, parsed);
    }
    return parsed;
  }

  #parseTrigger(source: ApexTriggerSource): ParsedFile<TriggerDeclaration> {
    return {...this.#options.parser.parseTrigger(source.source, source.path), path: source.path, apiVersion: versionOf(source)};
  }

  #makeUniverse(): Universe {
    if (this.#universe === undefined) {
      const files = this.#classes.map((source) => this.#parse(source));
      const declarations = files.flatMap(({path, tree}) => (tree === null ? [] : [{path, declaration: tree}]));
      const labels = this.#project.labels.map(({name}) => name);
      this.#universe = createUniverse(this.#options.schema, declarations, labels);
    }
    return this.#universe;
  }
}

function isPresent({status}: ApexClassSource | ApexTriggerSource): boolean {
  return status !== 'Deleted';
}

function versionOf({apiVersion}: ApexClassSource | ApexTriggerSource): number | undefined {
  return apiVersion === null ? undefined : Number(apiVersion);
}

function compileFile<Tree>(
  {path, tree, diagnostics, apiVersion}: ParsedFile<Tree>,
  bind: (source: Source<Tree>) => Bound<TypedUnit>,
  options: CodegenOptions,
): CompiledFile {
  if (tree === null) return {unit: null, diagnostics};
  const bound = bind({path, tree, apiVersion});
  if (bound.tree === null) return {unit: null, diagnostics: bound.diagnostics};
  const {unit, diagnostics: lacks} = generate(bound.tree, options);
  return {unit, diagnostics: [...bound.diagnostics, ...lacks]};
}
