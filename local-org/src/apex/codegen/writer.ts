import type {MethodRange} from './unit.ts';

/** Collects the lines of a script, and for each the line of the source that it stands for. */
export class CodeWriter {
  readonly #text: string[] = [];
  readonly #lines: number[] = [];
  readonly #methods: MethodRange[] = [];

  /** @param line of the source; 0 for code that no statement stands behind */
  write(text: string, line = 0): void {
    this.#text.push(text);
    this.#lines.push(line);
  }

  /** Leaves a line free, to be filled when it is known what belongs there. */
  reserve(): number {
    this.write('');
    return this.#text.length - 1;
  }

  fill(reserved: number, text: string): void {
    this.#text[reserved] = text;
  }

  /** What `write` writes belongs to a method. Methods don't nest. */
  inMethod(label: string, className: string | null, write: () => void): void {
    const from = this.#text.length + 1;
    write();
    this.#methods.push({from, to: this.#text.length, label, className});
  }

  get code(): string {
    return this.#text.join('\n');
  }

  get lines(): readonly number[] {
    return this.#lines;
  }

  get methods(): readonly MethodRange[] {
    return this.#methods;
  }
}
