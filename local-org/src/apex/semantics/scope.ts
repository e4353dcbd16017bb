/** Local variables and parameters of a body, block by block. */
import type {Type} from './symbols.ts';
import type {Local} from './typed-tree.ts';

export interface Variable {
  readonly local: Local;
  readonly isFinal: boolean;
  /** A final variable without an initializer may be assigned later. */
  readonly isInitialized: boolean;
}

/** Blocks inside each other see each other's variables and cannot declare their names again; blocks beside each other can. */
export class Scope {
  readonly #blocks = [new Map<string, Variable>()];
  readonly #uses = new Map<string, number>();

  /** Runs `bind` inside a block of its own. */
  inBlock<T>(bind: () => T): T {
    this.#blocks.push(new Map());
    try {
      return bind();
    } finally {
      this.#blocks.pop();
    }
  }

  find(name: string): Variable | null {
    const key = name.toLowerCase();
    for (let depth = this.#blocks.length - 1; depth >= 0; depth -= 1) {
      const variable = this.#blocks[depth]?.get(key);
      if (variable !== undefined) return variable;
    }
    return null;
  }

  /** Adds a variable to the innermost block; the caller has looked whether the name is free. */
  declare(name: string, type: Type, {isFinal, isInitialized}: {isFinal: boolean; isInitialized: boolean}): Local {
    const local = this.hidden(name, type);
    this.#blocks.at(-1)?.set(name.toLowerCase(), {local, isFinal, isInitialized});
    return local;
  }

  /** A variable that no name in the source refers to. */
  hidden(name: string, type: Type): Local {
    const key = name.toLowerCase();
    const uses = this.#uses.get(key) ?? 0;
    this.#uses.set(key, uses + 1);
    return {id: uses === 0 ? key : `${key}$${String(uses)}`, name, type};
  }
}
