/** The compiler from end to end: the sources of a project become code that can be linked, and diagnostics. */
import type {Diagnostic} from '../diagnostics/diagnostic.ts';
import type {Schema} from '../data/descriptor.ts';
import type {ApexClassSource, ApexTriggerSource, Project} from '../project/model.ts';
import type {LibraryIndex} from './codegen/context.ts';
import {generate, type TypedUnit} from './codegen/generate.ts';
import type {GeneratedUnit} from './codegen/unit.ts';
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
  readonly library: LibraryIndex;
  readonly parser: Parser;
  /** Whether code counts how often its lines are reached. */
  readonly countLines: boolean;
}

export type CompileSource = Pick<Project, 'classes' | 'triggers' | 'labels'>;

export interface Compilation {
  /** Of all files without errors. */
  readonly units: readonly GeneratedUnit[];
  readonly diagnostics: readonly Diagnostic[];
  readonly universe: Universe;
}

export function compile(project: CompileSource, options: CompileOptions): Compilation {
  const {parser, schema} = options;
  const classes = project.classes.filter(isPresent).map((source) => parsed(source.path, parser.parseClass(source.source, source.path)));
  const triggers = project.triggers.filter(isPresent).map((source) => parsed(source.path, parser.parseTrigger(source.source, source.path)));
  const declarations = classes.flatMap(({path, tree}) => (tree === null ? [] : [{path, declaration: tree}]));
  const labels = project.labels.map(({name}) => name);
  const universe = createUniverse(schema, declarations, labels);
  const compiled = [
    ...classes.map((file) => compileFile(file, (source) => bindClass(source, universe), options)),
    ...triggers.map((file) => compileFile(file, (source) => bindTrigger(source, universe), options)),
  ];
  return {
    units: compiled.flatMap(({unit}) => unit ?? []),
    diagnostics: compiled.flatMap(({diagnostics}) => diagnostics),
    universe,
  };
}

/** A block of anonymous code against the classes of a project. */
export function compileAnonymous(text: string, universe: Universe, library: LibraryIndex, path = 'AnonymousBlock'): CompiledFile {
  return compileFile(parsed(path, parseAnonymous(text, path)), (source) => bindAnonymous(source, universe), {library, countLines: false});
}

export interface CompiledFile {
  /** Null where the file has errors. */
  readonly unit: GeneratedUnit | null;
  readonly diagnostics: readonly Diagnostic[];
}

interface ParsedFile<Tree> extends ParseResult<Tree> {
  readonly path: string;
}

function parsed<Tree>(path: string, result: ParseResult<Tree>): ParsedFile<Tree> {
  return {...result, path};
}

function isPresent({status}: ApexClassSource | ApexTriggerSource): boolean {
  return status !== 'Deleted';
}

function compileFile<Tree>(
  {path, tree, diagnostics}: ParsedFile<Tree>,
  bind: (source: Source<Tree>) => Bound<TypedUnit>,
  {library, countLines}: Pick<CompileOptions, 'library' | 'countLines'>,
): CompiledFile {
  if (tree === null) return {unit: null, diagnostics};
  const bound = bind({path, tree});
  if (bound.tree === null) return {unit: null, diagnostics: bound.diagnostics};
  const unit = generate(bound.tree, {library, countLines});
  const all = [...bound.diagnostics, ...unit.diagnostics];
  return {unit: {...unit, diagnostics: all}, diagnostics: all};
}
