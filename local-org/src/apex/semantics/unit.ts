/** One source file while it is bound: where its types are looked up, and what was found wrong with it. */
import type {ListedCode} from '../../diagnostics/codes.ts';
import {isError} from '../../diagnostics/diagnostic.ts';
import type {Diagnostic} from '../../diagnostics/diagnostic.ts';
import type {Span} from '../../diagnostics/source-location.ts';
import type {Type} from './symbols.ts';
import type {Universe} from './universe.ts';

export class Unit {
  readonly universe: Universe;
  readonly path: string;
  /** Some rules came with a version of the API; a file that names none has the newest. */
  readonly apiVersion: number;
  readonly diagnostics: Diagnostic[] = [];

  constructor(universe: Universe, path: string, apiVersion = Infinity) {
    this.universe = universe;
    this.path = path;
    this.apiVersion = apiVersion;
  }

  report(code: ListedCode, span: Span, message: string): void {
    this.diagnostics.push({code, message, path: this.path, span});
  }

  display(type: Type): string {
    return this.universe.display(type);
  }

  get hasErrors(): boolean {
    return this.diagnostics.some(isError);
  }
}
