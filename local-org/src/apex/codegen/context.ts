/** What the parts of the code generator share: the unit that is being generated, and the function whose body is being written. */
import type {Diagnostic, DiagnosticCode} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {MethodSymbol, TypeSymbol} from '../semantics/symbols.ts';
import type {Local, TypedBlock, TypedExpression, TypedStatement} from '../semantics/typed-tree.ts';
import {libraryClassName, outermost} from './names.ts';
import {References} from './references.ts';
import {CodeWriter} from './writer.ts';

/** Which members the library implements. */
export interface LibraryIndex {
  /** @param className with namespace @param member the registry's key */
  has(className: string, member: string): boolean;
}

export interface CodegenOptions {
  readonly library: LibraryIndex;
  /** Whether generated code counts how often lines are reached. */
  readonly countLines: boolean;
}

/** One function of the script. */
export class FunctionScope {
  readonly neverNull: ReadonlySet<Local>;
  /** The class whose code it is; null in triggers and anonymous blocks. */
  readonly owner: TypeSymbol | null;
  /** What `return;` gives: constructors give the object that they have made. */
  readonly result: string;
  /** Whether the code has no `this`. */
  readonly isStatic: boolean;
  /** Variables that the code which is being written can see, innermost last. */
  readonly visible: Local[] = [];
  #used = 0;
  #most = 0;

  constructor(owner: TypeSymbol | null, isStatic: boolean, neverNull: ReadonlySet<Local>, result = '') {
    this.owner = owner;
    this.isStatic = isStatic;
    this.neverNull = neverNull;
    this.result = result;
  }

  /** Variables that `write` declares end with it. */
  inBlock(write: () => void): void {
    const before = this.visible.length;
    write();
    this.visible.length = before;
  }

  /** A temporary variable, free again at the next statement. */
  temporary(): string {
    this.#used++;
    this.#most = Math.max(this.#most, this.#used);
    return `t${String(this.#used)}`;
  }

  /** Statements within a statement (a loop's body) must not reuse what the outer one still holds. */
  get mark(): number {
    return this.#used;
  }

  release(mark: number): void {
    this.#used = mark;
  }

  /** The declaration of all temporaries, or nothing. */
  get declaration(): string {
    return this.#most === 0 ? '' : `let ${Array.from({length: this.#most}, (_, index) => `t${String(index + 1)}`).join(', ')};`;
  }
}

export class UnitContext {
  readonly path: string;
  readonly options: CodegenOptions;
  readonly references = new References();
  readonly writer = new CodeWriter();
  readonly diagnostics: Diagnostic[] = [];
  readonly coverable = new Set<number>();
  /** The top-level class of the file; null in triggers and anonymous blocks. */
  readonly root: TypeSymbol | null;
  readonly #staticNames = new Map<string, string>();
  #blocks = 0;

  constructor(path: string, root: TypeSymbol | null, options: CodegenOptions) {
    this.path = path;
    this.root = root;
    this.options = options;
  }

  /** Whether a class is declared in this file. */
  isOwn(symbol: TypeSymbol): boolean {
    return this.root !== null && symbol.origin === 'source' && outermost(symbol) === this.root;
  }

  /** The JavaScript class of a class of the project. */
  className(symbol: TypeSymbol): string {
    return this.isOwn(symbol) ? 'C_' + symbol.qualifiedName.replaceAll('.', '$') : this.references.class(symbol);
  }

  /** The function of a static method or accessor. */
  staticName(owner: TypeSymbol, slot: string, name: string): string {
    if (!this.isOwn(owner)) return this.references.static(owner, slot);
    const key = `${owner.qualifiedName} ${slot}`;
    let known = this.#staticNames.get(key);
    if (known === undefined) {
      known = `s${String(this.#staticNames.size)}_${name}`;
      this.#staticNames.set(key, known);
    }
    return known;
  }

  /** An expression for the statics of a class, initialised. */
  statics(owner: TypeSymbol): string {
    return this.isOwn(owner) ? '($S ?? $init())' : `${this.references.statics(owner)}()`;
  }

  operation(name: string): string {
    return this.references.operation(name);
  }

  /** The implementation of a platform member; a refusal where the library lacks it. */
  library(owner: TypeSymbol, member: string, span: Span): string {
    return this.libraryMember(libraryClassName(owner), member, span);
  }

  libraryMember(className: string, member: string, span: Span): string {
    if (!this.options.library.has(className, member)) {
      const name = className.startsWith('System.') ? className.slice('System.'.length) : className;
      this.report('U300', `${name}.${member} is not supported.`, span);
    }
    return this.references.library(className, member);
  }

  libraryMethod(method: MethodSymbol, span: Span): string {
    return this.library(method.owner, method.key, span);
  }

  report(code: DiagnosticCode, message: string, span: Span): void {
    this.diagnostics.push({code, message, path: this.path, span});
  }

  /** A number for names that must differ between blocks of a function. */
  nextBlock(): string {
    return String(this.#blocks++);
  }
}

/** A function's body being generated. */
export interface Emission {
  readonly unit: UnitContext;
  readonly scope: FunctionScope;
  /** The expression as JavaScript: a primary expression or one in parentheses. */
  emit(expression: TypedExpression): string;
  /** As `emit`, for one whose value nobody wants. */
  emitEffect(expression: TypedExpression): string;
  statement(statement: TypedStatement): void;
  block(block: TypedBlock): void;
}
