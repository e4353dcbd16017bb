import type {GeneratedUnit, MethodRange} from '../codegen/unit.ts';
import type {ApexFrame} from './stack.ts';

/** Lines of one generated script and what they stand for. */
export class SourceMap {
  readonly #lines: readonly number[];
  readonly #methods: readonly MethodRange[];

  constructor({lines, methods}: Pick<GeneratedUnit, 'lines' | 'methods'>) {
    this.#lines = lines;
    this.#methods = methods;
  }

  /** @param line of the script, from 1 @returns null for lines that stand for no statement */
  frameAt(line: number): ApexFrame | null {
    const source = this.#lines[line - 1] ?? 0;
    const method = this.#methods.find(({from, to}) => from <= line && line <= to);
    return source === 0 || method === undefined ? null : {label: method.label, className: method.className, line: source};
  }
}
